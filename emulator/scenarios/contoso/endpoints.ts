import { identityIds as ids, loginServers as servers, type SiteKey } from "../contoso-names";
import { identityIds } from "../../providers/managed-identity/user-assigned-identities";
import {
  anonymous,
  pullSecret,
  systemIdentity,
  userIdentity,
  type EndpointSeed,
} from "../seeds/endpoint";

const armAudience = "https://management.azure.com/";
const pullEurope = userIdentity(identityIds(ids.pullEurope).clientId);
const pullAmericas = userIdentity(identityIds(ids.pullAmericas).clientId);
const labs = userIdentity(
  identityIds(ids.labs).clientId,
  "https://containerregistry.azure.net/.default",
);

/** Registry endpoints of each instance, beside `default`. */
export const endpoints: Partial<Record<SiteKey, EndpointSeed[]>> = {
  gothenburg: [
    {
      name: "contoso-edge",
      host: servers.edge,
      authentication: systemIdentity(armAudience),
      created: 150,
    },
    { name: "contoso-abac", host: servers.abac, authentication: systemIdentity(), created: 44 },
    {
      name: "contoso-shared",
      host: servers.hashed,
      authentication: pullEurope,
      created: 90,
      modified: 12,
    },
    {
      name: "ghcr-wasm",
      host: "ghcr.io/contoso/wasm-modules",
      authentication: pullSecret("ghcr-pull"),
      created: 41,
    },
    {
      name: "harbor-plant",
      host: "harbor.gothenburg.contoso.example:8443",
      authentication: pullSecret("harbor-pull"),
    },
    {
      name: "community-samples",
      host: "ghcr.io/azure-samples/explore-iot-operations",
      authentication: anonymous,
    },
    {
      name: "legacy-mirror",
      host: "registry.old.contoso.example",
      authentication: pullSecret("legacy-mirror-creds"),
      state: "Failed",
      by: "wen",
      created: 400,
      modified: 3,
    },
  ],
  stuttgart: [
    {
      name: "contoso-edge",
      host: servers.edge,
      authentication: systemIdentity(armAudience),
      created: 149,
    },
    { name: "contoso-abac", host: servers.abac, authentication: systemIdentity(), created: 30 },
    {
      name: "dockerhub-mirror",
      host: "docker.io",
      authentication: pullSecret("dockerhub-pull"),
      created: 390,
    },
    {
      name: "new-mirror",
      host: servers.privateOnly,
      authentication: systemIdentity(),
      state: "Provisioning",
      created: 0.001,
    },
    {
      name: "public-tools",
      host: servers.anonymousPull,
      authentication: anonymous,
      by: "oscar",
      created: 21,
    },
  ],
  lyon: [
    { name: "contoso-edge", host: servers.edge, authentication: systemIdentity(), created: 140 },
    {
      name: "quay-tools",
      host: "quay.io/contoso-lyon",
      authentication: pullSecret("quay-pull"),
      created: 88,
    },
    {
      name: "signed-modules",
      host: servers.edge,
      authentication: pullEurope,
      codeSigningCas: [
        { type: "Secret", secretRef: "notation-signing-ca" },
        { type: "ConfigMap", configMapRef: "contoso-root-ca" },
      ],
      created: 33,
    },
    {
      name: "no-arm-tokens",
      host: servers.noArmTokens,
      authentication: systemIdentity(armAudience),
      created: 9,
    },
  ],
  gdansk: [
    { name: "contoso-edge", host: servers.edge, authentication: systemIdentity(), created: 61 },
    { name: "rejestr-prywatny", host: servers.privateOnly, authentication: pullEurope, by: "wen" },
  ],
  turin: [
    { name: "contoso-edge", host: servers.edge, authentication: systemIdentity(), created: 58 },
    {
      name: "basic-admin",
      host: servers.adminUser,
      authentication: pullSecret("contosobasic-admin"),
      created: 58,
    },
  ],
  monterrey: [
    {
      name: "contoso-americas",
      host: servers.americas,
      authentication: systemIdentity(armAudience),
      created: 120,
    },
    {
      name: "ecr-models",
      host: "123456789012.dkr.ecr.us-east-2.amazonaws.com",
      authentication: pullSecret("ecr-pull"),
      by: "oscar",
      created: 3,
    },
    {
      name: "shared-pull",
      host: servers.americas,
      authentication: pullAmericas,
      by: "oscar",
      created: 64,
    },
  ],
  austin: [
    {
      name: "contoso-americas",
      host: servers.americas,
      authentication: systemIdentity(armAudience),
      created: 118,
    },
    {
      name: "gar-vision",
      host: "us-central1-docker.pkg.dev/contoso-vision",
      authentication: pullSecret("gar-json-key"),
    },
    {
      name: "acr-token",
      host: servers.americas,
      authentication: pullSecret("acr-token-pull"),
      created: 66,
    },
    { name: "firewalled", host: servers.firewalled, authentication: systemIdentity(), created: 15 },
  ],
  curitiba: [
    {
      name: "contoso-americas",
      host: servers.americas,
      authentication: systemIdentity(),
      created: 84,
    },
    {
      name: "ghcr-modelos",
      host: "ghcr.io/contoso-brasil",
      authentication: pullSecret("ghcr-pull-curitiba"),
      created: 30,
    },
    { name: "public-tools", host: servers.anonymousPull, authentication: anonymous },
  ],
  toronto: [
    {
      name: "contoso-americas",
      host: servers.americas,
      authentication: systemIdentity(),
      created: 101,
    },
    {
      name: "artifactory",
      host: "contoso.jfrog.io",
      authentication: pullSecret("artifactory-pull"),
      created: 95,
    },
    {
      name: "us-government",
      host: "contosogov.azurecr.us",
      authentication: pullSecret("gov-registry-creds"),
      created: 70,
    },
  ],
  detroit: [
    {
      name: "contoso-americas",
      host: servers.americas,
      authentication: systemIdentity(),
      created: 50,
      state: "Failed",
    },
  ],
  redmond: [
    { name: "contoso-labs", host: servers.labs, authentication: labs, created: 25 },
    { name: "ghcr-lab", host: "ghcr.io", authentication: pullSecret("lab-ghcr-pull"), created: 17 },
    {
      name: "retired",
      host: "registry.gitlab.com",
      authentication: pullSecret("retired-pull"),
      created: 17,
    },
    {
      name: "china-twin",
      host: "contosochina.azurecr.cn",
      authentication: anonymous,
      by: "wen",
      created: 11,
    },
    {
      name: "nightly-builds",
      host: servers.labs,
      authentication: systemIdentity(),
      by: "pipeline",
      created: 0.3,
    },
  ],
  zurich: [
    {
      name: "contoso-labs",
      host: servers.labs,
      authentication: systemIdentity(),
      state: "Deleting",
      created: 77,
    },
  ],
  bench: [
    { name: "contoso-labs", host: servers.labs, authentication: anonymous, created: 8 },
    {
      name: "local-zot",
      host: "zot.bench.contoso.example:5000",
      authentication: anonymous,
      created: 8,
    },
  ],
};
