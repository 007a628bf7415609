import { expect, test } from "vitest";
import { instanceIds } from "../scenarios/contoso-names";
import { edgeSiteIds } from "../scenarios/seeds/edge-site-ids";
import { sites } from "../scenarios/contoso/sites";
import { objectPath } from "../providers/secret-sync/contract";
import { optional, type MemberRule } from "./body-rules";
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

/** What PUT has and PATCH has not. */
const requiredOfTracked = [
  { member: "location", type: "string", isRequired: true },
  { member: "extendedLocation", type: "object", isClosed: true },
  { member: "extendedLocation.name", type: "string", isRequired: true },
  { member: "extendedLocation.type", type: "string", isRequired: true, isEnum: true },
] as const;
const tagsAndProperties = [
  { member: "tags", type: "object" },
  { member: "tags.site", type: "string", maxLength: 256 },
  { member: "properties", type: "object", isRequired: true, isClosed: true },
] as const;

const providerClassRules: readonly MemberRule[] = [
  ...tagsAndProperties,
  { member: "properties.keyvaultName", type: "string", isRequired: true },
  { member: "properties.clientId", type: "string", isRequired: true, mismatches: badGuids },
  { member: "properties.tenantId", type: "string", isRequired: true, mismatches: badGuids },
  { member: "properties.objects", type: "string" },
];

const secretSyncRules: readonly MemberRule[] = [
  ...tagsAndProperties,
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
];

testContract({
  type: "Microsoft.SecretSyncController/azureKeyVaultSecretProviderClasses",
  apiVersions,
  idOf: idIn("azureKeyVaultSecretProviderClasses"),
  badNames,
  patch: {
    valid: {
      everything: {
        tags: { site: "Göteborg" },
        properties: {
          keyvaultName: "kv-other",
          clientId: guid.toUpperCase(),
          tenantId: guid,
          objects: "array:\n    - |\n      objectName: other\n      objectType: secret\n",
        },
      },
      "tags alone": { tags: { a: "b" } },
      "the objects alone": { properties: { objects: "" } },
      "no properties": { properties: {} },
      nothing: {},
    },
    rules: optional(providerClassRules),
  },
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
      of: [...requiredOfTracked, ...providerClassRules],
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
  patch: {
    valid: {
      everything: {
        tags: { site: "Göteborg" },
        properties: {
          secretProviderClassName: "spc-other",
          serviceAccountName: "other",
          kubernetesSecretType: "kubernetes.io/tls",
          forceSynchronization: "2",
          objectSecretMapping: [
            { sourcePath: "a", targetKey: "b" },
            { sourcePath: "c", targetKey: "d" },
          ],
        },
      },
      "tags alone": { tags: { a: "b" } },
      "a forced synchronization": { properties: { forceSynchronization: "again" } },
      "another mapping": {
        properties: { objectSecretMapping: [{ sourcePath: "x", targetKey: "y" }] },
      },
      "no properties": { properties: {} },
      nothing: {},
    },
    rules: optional(secretSyncRules),
    createOnly: [
      {
        body: { properties: { kubernetesSecretType: "Opaque" } },
        code: "PropertyChangeNotAllowed",
        target: "properties.kubernetesSecretType",
      },
      {
        body: {
          properties: {
            objectSecretMapping: [
              { sourcePath: "a", targetKey: "same" },
              { sourcePath: "b", targetKey: "same" },
            ],
          },
        },
        code: "InvalidRequestContent",
        target: "properties.objectSecretMapping[1].targetKey",
      },
    ],
  },
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
      of: [...requiredOfTracked, ...secretSyncRules],
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
