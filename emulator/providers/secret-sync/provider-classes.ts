import { z } from "zod";
import type { PatchOperation, PutOperation, ResourceType } from "../../resource-manager/provider";
import {
  checkBody,
  extendedLocation,
  guid,
  invalidMember,
  location,
  optional,
  readOnly,
  tags,
} from "../body-checks";
import { checkCustomLocation, checkLocationUnchanged } from "../tracked-resource";
import { kubernetesName, providerClassType, secretSyncVersions } from "./contract";
import { secretObjectsOf } from "./secret-objects";
import { retryFailedSyncs } from "./sync-status";

const properties = {
  keyvaultName: z.string().min(1),
  clientId: guid,
  tenantId: guid,
  objects: optional(z.string()),
  provisioningState: readOnly,
};

const providerClassBody = z.object({
  location,
  tags: optional(tags),
  extendedLocation,
  properties: z.strictObject(properties),
});

const providerClassPatch = z.strictObject({
  tags: optional(tags),
  properties: optional(z.strictObject(properties).partial()),
});

const prepare: PutOperation["prepare"] = (body, target, existing, context) => {
  const asked = checkBody(providerClassBody, body);
  checkLocationUnchanged(asked.location, target, existing);
  checkCustomLocation(asked.extendedLocation.name, existing, context);
  checkObjects(asked.properties.objects);
  return asked;
};

const preparePatch: PatchOperation["prepare"] = (body, _target, existing, context) => {
  const asked = checkBody(providerClassPatch, body);
  checkCustomLocation(String(existing.extendedLocation?.name), existing, context);
  checkObjects(asked.properties?.objects);
  return {
    location: existing.location,
    tags: asked.tags ?? existing.tags,
    extendedLocation: existing.extendedLocation,
    properties: { ...existing.properties, ...asked.properties },
  };
};

function checkObjects(objects: string | undefined): void {
  try {
    secretObjectsOf(objects);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw invalidMember("properties.objects", "INVALID_FORMAT", message);
  }
}

/** Provider classes: PUT replaces the whole `objects` list, so two writers can overwrite each other. */
export const providerClasses: ResourceType = {
  type: providerClassType,
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
    onSucceeded: (_resource, context) => retryFailedSyncs(context),
  },
  patch: { prepare: preparePatch },
  delete: { longRunning: { durationMs: 1_000, state: "Deleting", via: "location" } },
};
