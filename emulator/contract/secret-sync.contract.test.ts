import { expect, test } from "vitest";
import { instanceIds } from "../scenarios/contoso-names";
import { edgeSiteIds } from "../scenarios/seeds/edge-site-ids";
import { sites } from "../scenarios/contoso/sites";
import { objectPath } from "../providers/secret-sync/contract";
import { testContract } from "./contract-table";

// Rules: Microsoft.SecretSyncController 2024-08-21-preview.
const apiVersions = ["2024-08-21-preview"];
const group = instanceIds.gothenburg.split("/").slice(0, 5).join("/");
const idIn = (type: string) => (name: string) =>
  `${group}/providers/Microsoft.SecretSyncController/${type}/${name}`;
const badNames = ["Abc", "-ab", "ab-", "a..b", "a_b", ".ab", "a".repeat(254)];
const badKubernetesNames = ["Abc", "-ab", "ab-", "a..b", "a_b"];
const badPaths = ["-a", "a/b", "a/", "a b", "/a", "a..b", "_a"];

const { customLocation, providerClass } = edgeSiteIds(sites.gothenburg);
const extendedLocation = { name: customLocation, type: "CustomLocation" };
const guid = "11111111-2222-3333-4444-55555555555f";
const badGuids = ["me", guid.slice(1), `${guid}0`, guid.replace("f", "g")];

const tracked = [
  { member: "location", type: "string", isRequired: true },
  { member: "tags", type: "object" },
  { member: "tags.site", type: "string", maxLength: 256 },
  { member: "extendedLocation", type: "object", isClosed: true },
  { member: "extendedLocation.name", type: "string", isRequired: true },
  { member: "extendedLocation.type", type: "string", isRequired: true, isEnum: true },
  { member: "properties", type: "object", isRequired: true, isClosed: true },
] as const;

testContract({
  type: "Microsoft.SecretSyncController/azureKeyVaultSecretProviderClasses",
  apiVersions,
  idOf: idIn("azureKeyVaultSecretProviderClasses"),
  badNames,
  hasPatch: true,
  valid: {
    "objects as the CLI writes them": {
      location: "northeurope",
      tags: { site: "Gothenburg" },
      extendedLocation,
      properties: {
        keyvaultName: "kv-gothenburg-aio",
        clientId: guid,
        tenantId: guid.toUpperCase(),
        objects:
          "array:\n    - |\n      objectName: secret1\n      objectType: secret\n    - |\n      objectName: secret2\n      objectType: secret\n",
      },
    },
    "objects as the Bicep library writes them": {
      location: "northeurope",
      extendedLocation,
      properties: {
        keyvaultName: "kv",
        clientId: guid,
        tenantId: guid,
        objects: "array:\n  - |\n    objectName: x\n    objectType: secret\n",
      },
    },
    "no objects": {
      location: "northeurope",
      extendedLocation,
      properties: { keyvaultName: "kv", clientId: guid, tenantId: guid, objects: "" },
    },
  },
  rules: [
    {
      of: [
        ...tracked,
        { member: "properties.keyvaultName", type: "string", isRequired: true },
        { member: "properties.clientId", type: "string", isRequired: true, mismatches: badGuids },
        { member: "properties.tenantId", type: "string", isRequired: true, mismatches: badGuids },
        { member: "properties.objects", type: "string" },
      ],
    },
  ],
  readOnly: [
    ["properties.provisioningState", "MadeUpState"],
    ["systemData", "made-up-system-data"],
  ],
});

testContract({
  type: "Microsoft.SecretSyncController/secretSyncs",
  apiVersions,
  idOf: idIn("secretSyncs"),
  badNames,
  hasPatch: true,
  valid: {
    "everything it can have": {
      location: "northeurope",
      tags: { site: "Gothenburg" },
      extendedLocation,
      properties: {
        secretProviderClassName: providerClass.split("/").at(-1),
        serviceAccountName: "aio-ssc-sa",
        kubernetesSecretType: "kubernetes.io/tls",
        forceSynchronization: "no",
        objectSecretMapping: [
          { sourcePath: "ghcr-username", targetKey: ".dockerconfigjson" },
          { sourcePath: "ghcr-token/0", targetKey: "token.v1/12" },
        ],
      },
    },
    "the least": {
      location: "northeurope",
      extendedLocation,
      properties: {
        secretProviderClassName: "s",
        serviceAccountName: "s",
        kubernetesSecretType: "any/text",
        objectSecretMapping: [{ sourcePath: "a", targetKey: "b" }],
      },
    },
  },
  rules: [
    {
      of: [
        ...tracked,
        ...["secretProviderClassName", "serviceAccountName"].map((name) => ({
          member: `properties.${name}`,
          type: "string" as const,
          isRequired: true,
          minLength: 1,
          maxLength: 253,
          mismatches: badKubernetesNames,
        })),
        { member: "properties.kubernetesSecretType", type: "string", isRequired: true },
        {
          member: "properties.forceSynchronization",
          type: "string",
          maxLength: 253,
          mismatches: ["-no", ".no"],
        },
        {
          member: "properties.objectSecretMapping",
          type: "array",
          isRequired: true,
          minLength: 1,
        },
        { member: "properties.objectSecretMapping[1]", type: "object", isClosed: true },
        ...["sourcePath", "targetKey"].map((name) => ({
          member: `properties.objectSecretMapping[1].${name}`,
          type: "string" as const,
          isRequired: true,
          minLength: 1,
          maxLength: 253,
          mismatches: badPaths,
        })),
      ],
    },
  ],
  readOnly: [
    ["properties.provisioningState", "MadeUpState"],
    ["properties.status", "MadeUpStatus"],
    ["systemData", "made-up-system-data"],
  ],
});

test("the pattern of paths takes no time on hostile text", () => {
  expect(objectPath.test(`${"a".repeat(100_000)}!`)).toBe(false);
});
