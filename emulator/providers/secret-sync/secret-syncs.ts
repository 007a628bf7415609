import { z } from "zod";
import type { PatchOperation, PutOperation, ResourceType } from "../../resource-manager/provider";
import {
  checkBody,
  extendedLocation,
  invalidMember,
  location,
  optional,
  readOnly,
  refuseChange,
  tags,
} from "../body-checks";
import { checkCustomLocation, checkLocationUnchanged } from "../tracked-resource";
import {
  forceSynchronization,
  kubernetesName,
  objectPath,
  secretSyncType,
  secretSyncVersions,
} from "./contract";
import { scheduleSync } from "./sync-status";

const mapping = z.strictObject({
  sourcePath: z.string().min(1).max(253).regex(objectPath),
  targetKey: z.string().min(1).max(253).regex(objectPath),
});

const properties = {
  secretProviderClassName: z.string().min(1).max(253).regex(kubernetesName),
  serviceAccountName: z.string().min(1).max(253).regex(kubernetesName),
  kubernetesSecretType: z.string().min(1),
  objectSecretMapping: z.array(mapping).min(1),
  forceSynchronization: optional(z.string().max(253).regex(forceSynchronization)),
  status: readOnly,
  provisioningState: readOnly,
};

const secretSyncBody = z.object({
  location,
  tags: optional(tags),
  extendedLocation,
  properties: z.strictObject(properties),
});

const secretSyncPatch = z.strictObject({
  tags: optional(tags),
  properties: optional(z.strictObject(properties).partial()),
});

const prepare: PutOperation["prepare"] = (body, target, existing, context) => {
  const asked = checkBody(secretSyncBody, body);
  const { kubernetesSecretType, objectSecretMapping } = asked.properties;
  checkLocationUnchanged(asked.location, target, existing);
  checkCustomLocation(asked.extendedLocation.name, existing, context);
  checkTypeUnchanged(existing?.properties.kubernetesSecretType, kubernetesSecretType);
  checkUniqueKeys(objectSecretMapping);
  const status = existing?.properties.status;
  return { ...asked, properties: { ...asked.properties, ...(status ? { status } : {}) } };
};

const preparePatch: PatchOperation["prepare"] = (body, target, existing, context) => {
  const asked = checkBody(secretSyncPatch, body);
  checkCustomLocation(String(existing.extendedLocation?.name), existing, context);
  const before = existing.properties.kubernetesSecretType;
  checkTypeUnchanged(before, asked.properties?.kubernetesSecretType ?? before);
  checkUniqueKeys(asked.properties?.objectSecretMapping ?? []);
  scheduleSync(target.id, context);
  return {
    location: existing.location,
    tags: asked.tags ?? existing.tags,
    extendedLocation: existing.extendedLocation,
    properties: { ...existing.properties, ...asked.properties },
  };
};

function checkTypeUnchanged(before: unknown, after: unknown): void {
  if (before !== undefined) refuseChange("properties.kubernetesSecretType", before, after);
}

function checkUniqueKeys(mappings: z.infer<typeof mapping>[]): void {
  const seen = new Set<string>();
  mappings.forEach(({ targetKey }, index) => {
    if (seen.has(targetKey)) {
      const target = `properties.objectSecretMapping[${index}].targetKey`;
      throw invalidMember(target, "ARRAY_UNIQUE", `The target key '${targetKey}' is used twice.`);
    }
    seen.add(targetKey);
  });
}

/** Secret syncs: the resource's name becomes the Kubernetes secret's name, and its type never changes. */
export const secretSyncs: ResourceType = {
  type: secretSyncType,
  apiVersions: secretSyncVersions,
  name: { pattern: kubernetesName, minLength: 1, maxLength: 253 },
  get: true,
  list: { scopes: ["subscription", "resourceGroup"], pageSize: 50 },
  put: {
    prepare,
    longRunning: {
      durationMs: 1_500,
      updateStatus: 200,
      states: { create: "Accepted", update: "Updating" },
      via: "azure-async-operation",
    },
    onSucceeded: (resource, context) => scheduleSync(resource.id, context),
  },
  patch: { prepare: preparePatch },
  delete: { longRunning: { durationMs: 1_000, state: "Deleting", via: "location" } },
};
