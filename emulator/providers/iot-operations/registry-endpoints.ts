import { z } from "zod";
import { ArmError } from "../../resource-manager/arm-error";
import type { PutOperation, ResourceType } from "../../resource-manager/provider";
import type { ResourceStore, StoredResource } from "../../store";
import { checkBody, extendedLocation, invalidMember, optional, readOnly } from "../body-checks";
import { checkCustomLocation } from "../tracked-resource";
import { iotOperationsName, iotOperationsVersions } from "./contract";

// Shapes: Microsoft.IoTOperations 2026-07-01, the same since 2025-10-01. `extensionName` and
// `tenantId` of system-assigned settings and `trustSettings` are in old documents only.
const authentication = z.discriminatedUnion("method", [
  z.strictObject({
    method: z.literal("Anonymous"),
    anonymousSettings: z.record(z.string(), z.unknown()),
  }),
  z.strictObject({
    method: z.literal("ArtifactPullSecret"),
    artifactPullSecretSettings: z.strictObject({ secretRef: z.string() }),
  }),
  z.strictObject({
    method: z.literal("SystemAssignedManagedIdentity"),
    systemAssignedManagedIdentitySettings: z.strictObject({ audience: optional(z.string()) }),
  }),
  z.strictObject({
    method: z.literal("UserAssignedManagedIdentity"),
    userAssignedManagedIdentitySettings: z.strictObject({
      clientId: z.string(),
      tenantId: z.string(),
      scope: optional(z.string()),
    }),
  }),
]);

const codeSigningCa = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("Secret"), secretRef: z.string() }),
  z.strictObject({ type: z.literal("ConfigMap"), configMapRef: z.string() }),
]);

const registryEndpointBody = z.object({
  extendedLocation: optional(extendedLocation),
  properties: z.strictObject({
    host: z.string().min(3).max(63),
    authentication,
    codeSigningCas: optional(z.array(codeSigningCa)),
    provisioningState: readOnly,
    healthState: readOnly,
  }),
});

const prepare: PutOperation["prepare"] = (body, target, existing, context) => {
  const { properties, extendedLocation: asked } = checkBody(registryEndpointBody, body);
  const instance = instanceOf(target.parentId, context.store);
  const customLocationId = String(instance.extendedLocation?.name);
  if (asked && asked.name.toLowerCase() !== customLocationId.toLowerCase()) {
    throw invalidMember(
      "extendedLocation.name",
      "INVALID_VALUE",
      `The extended location '${asked.name}' is not the one of the instance '${instance.name}', '${customLocationId}'.`,
    );
  }
  checkCustomLocation(asked?.name ?? customLocationId, existing, context);
  return {
    extendedLocation: asked ?? instance.extendedLocation,
    properties: { ...properties, healthState: existing?.properties.healthState ?? "Unknown" },
  };
};

function instanceOf(id: string | undefined, store: ResourceStore): StoredResource {
  const instance = id === undefined ? undefined : store.get(id);
  if (!instance)
    throw new ArmError(404, "ParentResourceNotFound", `Instance '${id}' was not found.`);
  if (instance.properties.provisioningState === "Deleting") {
    throw new ArmError(
      409,
      "Conflict",
      `The instance '${instance.name}' is being deleted. No resource can be written below it.`,
      { target: instance.id },
    );
  }
  return instance;
}

/** Registry endpoints: PUT replaces, there is no PATCH, and ETags are not part of the contract. */
export const registryEndpoints: ResourceType = {
  type: "Microsoft.IoTOperations/instances/registryEndpoints",
  apiVersions: iotOperationsVersions,
  name: iotOperationsName,
  get: true,
  list: { scopes: ["parent"], pageSize: 50 },
  put: {
    prepare,
    longRunning: {
      durationMs: 2_500,
      updateStatus: 200,
      states: { create: "Accepted", update: "Updating" },
      via: "azure-async-operation",
    },
  },
  delete: { longRunning: { durationMs: 2_000, state: "Deleting", via: "location" } },
};
