import { resourceId } from "./seeds/resource";

/** Subscriptions of the scenarios `contoso`, `empty` and `busy`. */
export const subscriptionIds = {
  europe: "3f6c2b1e-8d4a-4c57-9e02-c0470500e001",
  americas: "7a91d0c4-52be-4f83-8b16-c0470500a002",
  labs: "b8e47f25-0c69-4d1a-a7f3-c0470500b003",
} as const;

export const subscriptionNames = {
  europe: "Contoso Manufacturing Europe",
  americas: "Contoso Manufacturing Americas",
  labs: "Contoso Labs",
} as const;

type SubscriptionKey = keyof typeof subscriptionIds;

const instanceId = (subscription: SubscriptionKey, resourceGroup: string, name: string) =>
  resourceId(
    subscriptionIds[subscription],
    resourceGroup,
    "Microsoft.IoTOperations/instances",
    name,
  );

const vaultId = (subscription: SubscriptionKey, resourceGroup: string, name: string) =>
  resourceId(subscriptionIds[subscription], resourceGroup, "Microsoft.KeyVault/vaults", name);

const registryId = (subscription: SubscriptionKey, resourceGroup: string, name: string) =>
  resourceId(
    subscriptionIds[subscription],
    resourceGroup,
    "Microsoft.ContainerRegistry/registries",
    name,
  );

const identityId = (subscription: SubscriptionKey, resourceGroup: string, name: string) =>
  resourceId(
    subscriptionIds[subscription],
    resourceGroup,
    "Microsoft.ManagedIdentity/userAssignedIdentities",
    name,
  );

/** Instances of `contoso`, by site. The comment says what is notable. */
export const instanceIds = {
  /** Healthy, with secure settings, 32 secrets and the most endpoints. */
  gothenburg: instanceId("europe", "rg-aio-gothenburg", "aio-gothenburg"),
  /** Its vault is in access-policy mode; its provider class is written with the other indentation. */
  stuttgart: instanceId("europe", "rg-aio-stuttgart", "aio-stuttgart"),
  /** Its vault has no public network access; ids come back with `resourcegroups` in lower case. */
  lyon: instanceId("europe", "rg-aio-lyon", "aio-lyon"),
  /** Long, non-ASCII site name. */
  gdansk: instanceId("europe", "rg-aio-gdansk", "aio-gdansk"),
  /** Without secure settings: no default secret provider class. */
  turin: instanceId("europe", "rg-aio-turin", "aio-turin"),
  /** Too old: 1.1.59, and without any endpoint. */
  eindhoven: instanceId("europe", "rg-aio-eindhoven", "aio-eindhoven"),
  monterrey: instanceId("americas", "rg-aio-monterrey", "aio-monterrey"),
  /** The site operator has no right to this instance's vault. */
  austin: instanceId("americas", "rg-aio-austin", "aio-austin"),
  curitiba: instanceId("americas", "rg-aio-curitiba", "aio-curitiba"),
  /** Its cluster is offline, so nothing it is told takes effect. */
  toronto: instanceId("americas", "rg-aio-toronto", "aio-toronto"),
  /** Provisioning failed. */
  detroit: instanceId("americas", "rg-aio-detroit", "aio-detroit"),
  redmond: instanceId("labs", "rg-aio-labs", "aio-redmond-lab"),
  /** Being deleted. */
  zurich: instanceId("labs", "rg-aio-labs", "aio-zurich-prototype"),
  /** Without a `site` tag: its site is its custom location's name, `cl-bench-07`. */
  bench: instanceId("labs", "rg-aio-labs", "aio-bench-07"),
} as const;

export type SiteKey = keyof typeof instanceIds;

/** Vaults of `contoso`, by the site that they belong to. */
export const vaultIds = {
  gothenburg: vaultId("europe", "rg-aio-gothenburg", "kv-gothenburg-aio"),
  stuttgart: vaultId("europe", "rg-aio-stuttgart", "kv-stuttgart-aio"),
  lyon: vaultId("europe", "rg-aio-lyon", "kv-lyon-aio"),
  gdansk: vaultId("europe", "rg-aio-gdansk", "kv-gdansk-aio"),
  monterrey: vaultId("americas", "rg-aio-monterrey", "kv-monterrey-aio"),
  austin: vaultId("americas", "rg-aio-austin", "kv-austin-aio"),
  curitiba: vaultId("americas", "rg-aio-curitiba", "kv-curitiba-aio"),
  toronto: vaultId("americas", "rg-aio-toronto", "kv-toronto-aio"),
  detroit: vaultId("americas", "rg-aio-detroit", "kv-detroit-aio"),
  redmond: vaultId("labs", "rg-aio-labs", "kv-redmond-lab"),
} as const;

/**
 * Secrets of Gothenburg's vault. Of the usable ones, the provider class lists those of ghcr and not
 * those of Docker Hub.
 */
export const gothenburgSecrets = {
  usable: ["dockerhub-username", "dockerhub-token", "ghcr-username", "ghcr-token"],
  disabled: "legacy-registry-password",
  expired: "quay-robot-token",
  notYetActive: "ecr-token-next",
  /** On the vault's second page of 25. */
  onSecondPage: "zebra-printer-key",
} as const;

export const registryIds = {
  /** Premium, role assignments of the legacy kind: AcrPull counts. */
  edge: registryId("europe", "rg-shared-europe", "contosoedge"),
  /** Role assignments per repository: AcrPull is not honoured. */
  abac: registryId("europe", "rg-shared-europe", "contosoabac"),
  /** Login server with a hash, not derived from the name. */
  hashed: registryId("europe", "rg-shared-europe", "contosofactory"),
  anonymousPull: registryId("europe", "rg-shared-europe", "contosopublic"),
  adminUser: registryId("europe", "rg-shared-europe", "contosobasic"),
  privateOnly: registryId("europe", "rg-shared-europe", "contosoprivate"),
  /** Refuses tokens with the ARM audience. */
  noArmTokens: registryId("europe", "rg-shared-europe", "contosonoarm"),
  americas: registryId("americas", "rg-shared-americas", "contosoamericas"),
  /** Public, behind an IP firewall. */
  firewalled: registryId("americas", "rg-shared-americas", "contosofirewall"),
  labs: registryId("labs", "rg-aio-labs", "contosolabs"),
} as const;

export const loginServers = {
  edge: "contosoedge.azurecr.io",
  abac: "contosoabac.azurecr.io",
  hashed: "contosofactory-d4e8g2abfzc9hxf5.azurecr.io",
  anonymousPull: "contosopublic.azurecr.io",
  adminUser: "contosobasic.azurecr.io",
  privateOnly: "contosoprivate.azurecr.io",
  noArmTokens: "contosonoarm.azurecr.io",
  americas: "contosoamericas.azurecr.io",
  firewalled: "contosofirewall.azurecr.io",
  labs: "contosolabs-b7cxdgasf3e0bfh2.azurecr.io",
} as const satisfies Record<keyof typeof registryIds, string>;

/** User-assigned identities that endpoints pull with. */
export const identityIds = {
  /** Has AcrPull on `contosoedge`. */
  pullEurope: identityId("europe", "rg-shared-europe", "id-artifact-pull-europe"),
  /** In another region than the instances that use it, and without any pull role. */
  pullAmericas: identityId("americas", "rg-shared-americas", "id-artifact-pull-americas"),
  labs: identityId("labs", "rg-aio-labs", "id-labs-pull"),
} as const;

/** What Fabrikam has, the tenant of the guest: reached with a token of that tenant only. */
export const fabrikam = {
  subscriptionId: "c2d95b60-7e13-4b8a-9f41-fab21ca0d004",
  subscriptionName: "Fabrikam Robotics",
  instanceId: resourceId(
    "c2d95b60-7e13-4b8a-9f41-fab21ca0d004",
    "rg-aio-cell",
    "Microsoft.IoTOperations/instances",
    "aio-fabrikam-cell",
  ),
} as const;

const endpointId = (site: SiteKey, name: string) =>
  `${instanceIds[site]}/registryEndpoints/${name}`;

/** Registry endpoints of `contoso` with something to show. */
export const endpointIds = {
  default: endpointId("gothenburg", "default"),
  /** System identity, with the role that it needs; used by a dataflow graph. */
  healthyAcr: endpointId("gothenburg", "contoso-edge"),
  /** User-assigned identity. */
  userIdentity: endpointId("gothenburg", "contoso-shared"),
  /** Artifact secret `ghcr-pull`, synced from two Key Vault secrets; used by a connector template. */
  syncedSecret: endpointId("gothenburg", "ghcr-wasm"),
  /** Artifact secret `harbor-pull`, one docker configuration. */
  dockerConfig: endpointId("gothenburg", "harbor-plant"),
  /** Artifact secret that no secret sync makes. */
  kubernetesSecret: endpointId("austin", "gar-vision"),
  /** Artifact secret whose sync fails: the Key Vault secret has expired. */
  expiredSecret: endpointId("stuttgart", "dockerhub-mirror"),
  /** Artifact secret whose sync fails: the provider class does not list the object. */
  unlistedSecret: endpointId("monterrey", "ecr-models"),
  /** Artifact secret on a cluster that no longer reports. */
  offlineSecret: endpointId("toronto", "artifactory"),
  failed: endpointId("gothenburg", "legacy-mirror"),
  provisioning: endpointId("stuttgart", "new-mirror"),
  signed: endpointId("lyon", "signed-modules"),
  /** Pulls from an ABAC registry with AcrPull, which such a registry does not honour. */
  abac: endpointId("gothenburg", "contoso-abac"),
} as const;
