import { z } from "zod";
import { ArmError } from "../../resource-manager/arm-error";
import type {
  PatchOperation,
  PutOperation,
  ResourceBody,
  ResourceType,
} from "../../resource-manager/provider";
import type { StoredResource } from "../../store";
import { checkBody, invalidMember, location, optional, readOnly, tags } from "../body-checks";
import { checkLocationUnchanged } from "../tracked-resource";
import { listCredentials, regenerateCredential } from "./admin-credentials";
import { deleteOperation, registryType, registryVersions, writeOperation } from "./contract";
import { systemScopeMaps } from "./scope-maps";
import { generateCredentials } from "./tokens";

const flag = optional(z.boolean());
const onOff = optional(z.enum(["Enabled", "Disabled"]));
const policy = optional(z.looseObject({ status: optional(z.enum(["enabled", "disabled"])) }));

const networkRuleSet = z.strictObject({
  defaultAction: z.enum(["Allow", "Deny"]),
  ipRules: optional(
    z.array(z.strictObject({ action: optional(z.literal("Allow")), value: z.string() })),
  ),
});

const properties = {
  adminUserEnabled: flag,
  anonymousPullEnabled: flag,
  dataEndpointEnabled: flag,
  networkRuleSet: optional(networkRuleSet),
  networkRuleBypassOptions: optional(z.enum(["AzureServices", "None"])),
  networkRuleBypassAllowedForTasks: flag,
  publicNetworkAccess: onOff,
  zoneRedundancy: onOff,
  roleAssignmentMode: optional(z.enum(["AbacRepositoryPermissions", "LegacyRegistryPermissions"])),
  policies: optional(
    z.strictObject({
      quarantinePolicy: policy,
      trustPolicy: policy,
      retentionPolicy: policy,
      exportPolicy: policy,
      azureADAuthenticationAsArmPolicy: policy,
    }),
  ),
  loginServer: readOnly,
  creationDate: readOnly,
  provisioningState: readOnly,
  status: readOnly,
  dataEndpointHostNames: readOnly,
  privateEndpointConnections: readOnly,
};

const sku = z.strictObject({
  name: z.enum(["Classic", "Basic", "Standard", "Premium"]),
  tier: readOnly,
});

const registryBody = z.object({
  location,
  tags: optional(tags),
  sku,
  properties: optional(z.strictObject(properties)),
});
const registryPatch = z.object({
  tags: optional(tags),
  sku: optional(sku),
  properties: optional(z.strictObject(properties)),
});

const defaults = {
  adminUserEnabled: false,
  anonymousPullEnabled: false,
  dataEndpointEnabled: false,
  publicNetworkAccess: "Enabled",
  networkRuleBypassOptions: "AzureServices",
  policies: { azureADAuthenticationAsArmPolicy: { status: "enabled" } },
  roleAssignmentMode: "LegacyRegistryPermissions",
  zoneRedundancy: "Disabled",
};

const prepare: PutOperation["prepare"] = (body, target, existing, { store, clock }) => {
  const asked = checkBody(registryBody, body);
  checkLocationUnchanged(asked.location, target, existing);
  if (!existing && isRegistryNameTaken(target.name, store.list(registryType))) {
    const message = `The registry DNS name ${target.name.toLowerCase()}.azurecr.io is already in use.`;
    throw new ArmError(409, "AlreadyInUse", message);
  }
  return checked({
    location: asked.location,
    ...(asked.tags ? { tags: asked.tags } : {}),
    sku: { name: asked.sku.name, tier: asked.sku.name },
    properties: {
      ...defaults,
      ...asked.properties,
      loginServer: existing?.properties.loginServer ?? `${target.name.toLowerCase()}.azurecr.io`,
      creationDate: existing?.properties.creationDate ?? clock.iso(),
    },
  });
};

const preparePatch: PatchOperation["prepare"] = (body, _target, existing) => {
  const asked = checkBody(registryPatch, body);
  const { name = existing.sku?.name } = asked.sku ?? {};
  return checked({
    location: existing.location,
    tags: asked.tags ?? existing.tags,
    sku: { name, tier: name },
    properties: { ...existing.properties, ...asked.properties },
  });
};

/** Firewalls and data endpoints are features of Premium, anonymous pull of Standard and Premium. */
function checked(body: ResourceBody): ResourceBody {
  const name = String(body.sku?.name);
  const { networkRuleSet: rules, dataEndpointEnabled, anonymousPullEnabled } = body.properties;
  const isDenying = (rules as { defaultAction?: string } | undefined)?.defaultAction === "Deny";
  const refused = [
    isDenying && name !== "Premium" && "networkRuleSet",
    dataEndpointEnabled === true && name !== "Premium" && "dataEndpointEnabled",
    anonymousPullEnabled === true && /Basic|Classic/.test(name) && "anonymousPullEnabled",
  ].find((member) => member !== false);
  if (refused === undefined) return body;
  const message = `The feature of '${refused}' is not supported in the SKU ${name}.`;
  throw invalidMember(`properties.${refused}`, "SkuNotSupported", message);
}

export function isRegistryNameTaken(name: string, registries: readonly StoredResource[]): boolean {
  return registries.some((registry) => registry.name.toLowerCase() === name.toLowerCase());
}

/** Registries: a new one has the scope maps of the system. */
export const registries: ResourceType = {
  type: registryType,
  apiVersions: registryVersions,
  name: { pattern: /^[a-zA-Z0-9]*$/, minLength: 5, maxLength: 50 },
  get: true,
  list: { scopes: ["subscription", "resourceGroup"], pageSize: 50 },
  put: {
    prepare,
    longRunning: writeOperation,
    onSucceeded(registry, { store, clock }) {
      for (const map of systemScopeMaps(registry, clock.iso())) {
        if (!store.get(map.id)) store.put(map);
      }
    },
  },
  patch: { prepare: preparePatch },
  delete: { longRunning: deleteOperation },
  actions: { listCredentials, regenerateCredential, generateCredentials },
};
