import { identityIds, instanceIds } from "../scenarios/contoso-names";
import { edgeSiteIds } from "../scenarios/seeds/edge-site-ids";
import { sites } from "../scenarios/contoso/sites";
import { testContract } from "./contract-table";

// Rules: Microsoft.IoTOperations 2026-07-01, the same since 2025-10-01.
const apiVersions = ["2025-10-01", "2026-03-01", "2026-07-01"];
const badNames = ["ab", "a".repeat(64), "-ab", "ab-", "Abc", "a_b", "a.b", "å-b"];

const { customLocation, schemaRegistry, deviceNamespace } = edgeSiteIds(sites.gothenburg);
const extendedLocation = { name: customLocation, type: "CustomLocation" };
const endpoint = (authentication: object, more: object = {}) => ({
  extendedLocation,
  properties: { host: "ghcr.io/contoso", authentication, ...more },
});

testContract({
  type: "Microsoft.IoTOperations/instances/registryEndpoints",
  apiVersions,
  idOf: (name) => `${instanceIds.gothenburg}/registryEndpoints/${name}`,
  badNames,
  valid: {
    anonymous: endpoint({ method: "Anonymous", anonymousSettings: { any: ["thing"] } }),
    "an artifact pull secret": endpoint({
      method: "ArtifactPullSecret",
      artifactPullSecretSettings: { secretRef: "ghcr-pull" },
    }),
    "the system identity": endpoint({
      method: "SystemAssignedManagedIdentity",
      systemAssignedManagedIdentitySettings: { audience: "https://management.azure.com/" },
    }),
    "the system identity without audience": endpoint({
      method: "SystemAssignedManagedIdentity",
      systemAssignedManagedIdentitySettings: {},
    }),
    "a user-assigned identity": endpoint({
      method: "UserAssignedManagedIdentity",
      userAssignedManagedIdentitySettings: {
        clientId: "any text",
        tenantId: "any text",
        scope: "https://management.azure.com/.default",
      },
    }),
    "signing authorities": endpoint(
      { method: "Anonymous", anonymousSettings: {} },
      {
        codeSigningCas: [
          { type: "Secret", secretRef: "a" },
          { type: "ConfigMap", configMapRef: "b" },
        ],
      },
    ),
  },
  rules: [
    {
      of: [
        { member: "properties", type: "object", isRequired: true, isClosed: true },
        {
          member: "properties.host",
          type: "string",
          isRequired: true,
          minLength: 3,
          maxLength: 63,
        },
        { member: "properties.authentication", type: "object", isRequired: true, isClosed: true },
        { member: "properties.authentication.method", type: "string", isDiscriminator: true },
        {
          member: "properties.authentication.anonymousSettings",
          type: "object",
          isRequired: true,
        },
        { member: "extendedLocation", type: "object", isClosed: true },
        { member: "extendedLocation.name", type: "string", isRequired: true },
        { member: "extendedLocation.type", type: "string", isRequired: true, isEnum: true },
      ],
    },
    {
      in: "an artifact pull secret",
      of: [
        {
          member: "properties.authentication.artifactPullSecretSettings",
          type: "object",
          isRequired: true,
          isClosed: true,
        },
        {
          member: "properties.authentication.artifactPullSecretSettings.secretRef",
          type: "string",
          isRequired: true,
        },
      ],
    },
    {
      in: "the system identity",
      of: [
        {
          member: "properties.authentication.systemAssignedManagedIdentitySettings",
          type: "object",
          isRequired: true,
          isClosed: true,
        },
        {
          member: "properties.authentication.systemAssignedManagedIdentitySettings.audience",
          type: "string",
        },
      ],
    },
    {
      in: "a user-assigned identity",
      of: [
        {
          member: "properties.authentication.userAssignedManagedIdentitySettings",
          type: "object",
          isRequired: true,
          isClosed: true,
        },
        ...["clientId", "tenantId"].map((name) => ({
          member: `properties.authentication.userAssignedManagedIdentitySettings.${name}`,
          type: "string" as const,
          isRequired: true,
        })),
        {
          member: "properties.authentication.userAssignedManagedIdentitySettings.scope",
          type: "string",
        },
      ],
    },
    {
      in: "signing authorities",
      of: [
        { member: "properties.codeSigningCas", type: "array" },
        { member: "properties.codeSigningCas[0]", type: "object", isClosed: true },
        { member: "properties.codeSigningCas[0].type", type: "string", isDiscriminator: true },
        { member: "properties.codeSigningCas[0].secretRef", type: "string", isRequired: true },
        { member: "properties.codeSigningCas[1].configMapRef", type: "string", isRequired: true },
      ],
    },
  ],
  readOnly: [
    ["properties.provisioningState", "MadeUpState"],
    ["properties.healthState", "MadeUpHealth"],
    ["id", "made-up-id"],
    ["name", "made-up-name"],
    ["type", "MadeUp.Type/types"],
    ["systemData", "made-up-system-data"],
  ],
});

const group = instanceIds.gothenburg.split("/").slice(0, 5).join("/");

testContract({
  type: "Microsoft.IoTOperations/instances",
  apiVersions,
  idOf: (name) => `${group}/providers/Microsoft.IoTOperations/instances/${name}`,
  badNames,
  patch: {
    valid: {
      everything: {
        tags: { site: "Göteborg" },
        identity: {
          type: "UserAssigned",
          userAssignedIdentities: { [identityIds.pullEurope]: {} },
        },
      },
      "tags alone": { tags: { a: "b" } },
      "no tags": { tags: {} },
      "no identity": { identity: { type: "None" } },
      nothing: {},
    },
    rules: [
      { member: "tags", type: "object" },
      { member: "tags.site", type: "string", maxLength: 256 },
      { member: "identity", type: "object", isClosed: true },
      { member: "identity.type", type: "string", isRequired: true, isEnum: true },
      { member: "identity.userAssignedIdentities", type: "object" },
    ],
    // The whole of it changes by PUT only.
    createOnly: ["description", "features", "schemaRegistryRef"].map((member) => ({
      body: { properties: { [member]: "x" } },
      code: "InvalidRequestContent",
      target: "properties",
    })),
  },
  valid: {
    "everything it can have": {
      location: "northeurope",
      tags: { site: "Gothenburg" },
      extendedLocation,
      identity: {
        type: "SystemAssigned,UserAssigned",
        userAssignedIdentities: { [identityIds.pullEurope]: {} },
      },
      properties: {
        description: "A new one",
        schemaRegistryRef: { resourceId: schemaRegistry },
        adrNamespaceRef: { resourceId: deviceNamespace },
        defaultSecretProviderClassRef: { resourceId: "/subscriptions/x" },
        features: { connectors: { mode: "Preview", settings: { preview: "Enabled" } } },
      },
    },
    "the least": {
      location: "North Europe",
      extendedLocation,
      properties: { schemaRegistryRef: { resourceId: schemaRegistry } },
    },
  },
  rules: [
    {
      of: [
        { member: "location", type: "string", isRequired: true },
        { member: "tags", type: "object" },
        { member: "tags.site", type: "string", maxLength: 256 },
        { member: "extendedLocation", type: "object", isRequired: true, isClosed: true },
        { member: "extendedLocation.name", type: "string", isRequired: true },
        { member: "extendedLocation.type", type: "string", isRequired: true, isEnum: true },
        { member: "identity", type: "object", isClosed: true },
        { member: "identity.type", type: "string", isRequired: true, isEnum: true },
        { member: "identity.userAssignedIdentities", type: "object" },
        { member: "properties", type: "object", isRequired: true, isClosed: true },
        { member: "properties.description", type: "string" },
        { member: "properties.features", type: "object" },
        { member: "properties.features.connectors", type: "object", isClosed: true },
        { member: "properties.features.connectors.mode", type: "string" },
        { member: "properties.features.connectors.settings", type: "object" },
        { member: "properties.features.connectors.settings.preview", type: "string" },
        { member: "properties.schemaRegistryRef", type: "object", isRequired: true },
        ...["schemaRegistryRef", "adrNamespaceRef", "defaultSecretProviderClassRef"].flatMap(
          (name) => [
            { member: `properties.${name}`, type: "object" as const, isClosed: true },
            {
              member: `properties.${name}.resourceId`,
              type: "string" as const,
              isRequired: true,
            },
          ],
        ),
      ],
    },
  ],
  readOnly: [
    ["properties.provisioningState", "MadeUpState"],
    ["properties.healthState", "MadeUpHealth"],
    ["properties.version", "0.0.made-up"],
    ["systemData", "made-up-system-data"],
  ],
});
