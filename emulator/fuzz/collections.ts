import { subscriptionIds } from "../scenarios/contoso-names";
import { emptyInstanceIds } from "../scenarios/empty";

const pilot = emptyInstanceIds.pilot;
const group = pilot.split("/").slice(0, 5).join("/");
const site = `${group}/providers`;
export const guid = "11111111-2222-3333-4444-555555555555";
const extendedLocation = {
  name: `${site}/Microsoft.ExtendedLocation/customLocations/cl-pilot`,
  type: "CustomLocation",
};
const vault = `${site}/Microsoft.KeyVault/vaults/kv-pilot-aio`;

/** Collections with a body that is accepted in them, and a version. */
export const collections: [path: string, version: string, body: unknown][] = [
  [
    `${pilot}/registryEndpoints`,
    "2026-07-01",
    {
      extendedLocation,
      properties: {
        host: "ghcr.io",
        authentication: { method: "Anonymous", anonymousSettings: {} },
        codeSigningCas: [{ type: "Secret", secretRef: "a" }],
      },
    },
  ],
  [
    `${site}/Microsoft.IoTOperations/instances`,
    "2026-07-01",
    {
      location: "westeurope",
      extendedLocation,
      identity: {
        type: "UserAssigned",
        userAssignedIdentities: {
          [`${site}/Microsoft.ManagedIdentity/userAssignedIdentities/id-sync-aio-pilot`]: {},
        },
      },
      properties: { schemaRegistryRef: { resourceId: "/x" }, features: { a: { mode: "Stable" } } },
    },
  ],
  [
    `${site}/Microsoft.SecretSyncController/secretSyncs`,
    "2024-08-21-preview",
    {
      location: "westeurope",
      extendedLocation,
      properties: {
        secretProviderClassName: "spc",
        serviceAccountName: "aio-ssc-sa",
        kubernetesSecretType: "Opaque",
        objectSecretMapping: [{ sourcePath: "a", targetKey: "b" }],
      },
    },
  ],
  [
    `${site}/Microsoft.SecretSyncController/azureKeyVaultSecretProviderClasses`,
    "2024-08-21-preview",
    {
      location: "westeurope",
      extendedLocation,
      properties: { keyvaultName: "kv-pilot-aio", clientId: guid, tenantId: guid, objects: "" },
    },
  ],
  [
    `${site}/Microsoft.KeyVault/vaults`,
    "2026-02-01",
    {
      location: "westeurope",
      properties: {
        tenantId: guid,
        sku: { family: "A", name: "standard" },
        accessPolicies: [{ tenantId: guid, objectId: guid, permissions: { secrets: ["get"] } }],
      },
    },
  ],
  [
    `${vault}/secrets`,
    "2026-02-01",
    { properties: { value: "v", attributes: { enabled: true, nbf: 1, exp: 2 } } },
  ],
  [
    `${vault}/accessPolicies`,
    "2026-02-01",
    { properties: { accessPolicies: [{ tenantId: guid, objectId: guid, permissions: {} }] } },
  ],
  [
    `${site}/Microsoft.ContainerRegistry/registries`,
    "2025-11-01",
    { location: "westeurope", sku: { name: "Premium" }, properties: { adminUserEnabled: true } },
  ],
  [
    `${site}/Microsoft.ContainerRegistry/registries/abcde/tokens`,
    "2025-11-01",
    { properties: { scopeMapId: "/x", status: "enabled" } },
  ],
  [
    `${site}/Microsoft.ManagedIdentity/userAssignedIdentities`,
    "2024-11-30",
    { location: "westeurope", tags: { a: "b" } },
  ],
  [
    `${site}/Microsoft.ManagedIdentity/userAssignedIdentities/abcde/federatedIdentityCredentials`,
    "2024-11-30",
    { properties: { issuer: "i", subject: "s", audiences: ["a"] } },
  ],
  [
    `${vault}/providers/Microsoft.Authorization/roleAssignments`,
    "2022-04-01",
    {
      properties: {
        roleDefinitionId: "/x/acdd72a7-3385-48ef-bd42-f606fba81ae7",
        principalId: guid,
        principalType: "User",
      },
    },
  ],
  [
    `/subscriptions/${subscriptionIds.europe}/providers/Microsoft.Authorization/roleDefinitions`,
    "2022-04-01",
    { properties: { roleName: "r", permissions: [{ actions: ["*"] }], assignableScopes: ["/"] } },
  ],
  [
    "/providers/Microsoft.ResourceGraph/resources",
    "2024-04-01",
    { query: "resources | project id", subscriptions: [subscriptionIds.europe], options: {} },
  ],
  ["/subscriptions", "2022-12-01", {}],
  ["/tenants", "2022-12-01", {}],
  [`${group.replace(/\/[^/]+$/, "")}`, "2021-04-01", {}],
];
