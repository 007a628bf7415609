import { z } from "zod";
import type { PatchOperation, PutOperation, ResourceType } from "../../resource-manager/provider";
import { checkBody, extendedLocation, location, optional, readOnly, tags } from "../body-checks";
import { assignedIdentity, managedServiceIdentity } from "../managed-identity/assigned-identity";
import { checkCustomLocation, checkLocationUnchanged } from "../tracked-resource";
import { iotOperationsName, iotOperationsVersions } from "./contract";

/** What a new instance gets as `version`: the release that scenarios call current. */
const currentInstanceVersion = "1.2.189";

const resourceRef = z.strictObject({ resourceId: z.string() });

const feature = z.strictObject({
  mode: optional(z.string()),
  settings: optional(z.record(z.string(), z.string())),
});

const instanceBody = z.object({
  location,
  tags: optional(tags),
  extendedLocation,
  identity: optional(managedServiceIdentity),
  properties: z.strictObject({
    description: optional(z.string()),
    schemaRegistryRef: resourceRef,
    defaultSecretProviderClassRef: optional(resourceRef),
    adrNamespaceRef: optional(resourceRef),
    features: optional(z.record(z.string(), feature)),
    provisioningState: readOnly,
    version: readOnly,
    healthState: readOnly,
  }),
});

const instancePatch = z.strictObject({
  tags: optional(tags),
  identity: optional(managedServiceIdentity),
});

const prepare: PutOperation["prepare"] = (body, target, existing, context) => {
  const asked = checkBody(instanceBody, body);
  checkLocationUnchanged(asked.location, target, existing);
  checkCustomLocation(asked.extendedLocation.name, existing, context);
  return {
    location: asked.location,
    ...(asked.tags ? { tags: asked.tags } : {}),
    extendedLocation: asked.extendedLocation,
    ...(asked.identity
      ? { identity: assignedIdentity(asked.identity, existing, context, target.id) }
      : {}),
    properties: {
      ...asked.properties,
      version: existing?.properties.version ?? currentInstanceVersion,
      healthState: existing?.properties.healthState ?? "Unknown",
    },
  };
};

const preparePatch: PatchOperation["prepare"] = (body, _target, existing, context) => {
  const asked = checkBody(instancePatch, body);
  const identity = asked.identity
    ? assignedIdentity(asked.identity, existing, context, existing.id)
    : existing.identity;
  return {
    location: existing.location,
    tags: asked.tags ?? existing.tags,
    extendedLocation: existing.extendedLocation,
    identity,
    properties: existing.properties,
  };
};

/** Instances: everything but tags and identity changes only by PUT of the whole resource. */
export const instances: ResourceType = {
  type: "Microsoft.IoTOperations/instances",
  apiVersions: iotOperationsVersions,
  name: iotOperationsName,
  get: true,
  list: { scopes: ["subscription", "resourceGroup"], pageSize: 50 },
  put: {
    prepare,
    longRunning: {
      durationMs: 3_000,
      updateStatus: 200,
      states: { create: "Accepted", update: "Updating" },
      via: "azure-async-operation",
    },
  },
  patch: { prepare: preparePatch },
  delete: { longRunning: { durationMs: 5_000, state: "Deleting", via: "location" } },
};
