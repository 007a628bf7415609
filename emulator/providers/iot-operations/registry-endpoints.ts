import { z } from "zod";
import type { PutOperation } from "../../resource-manager/provider";
import { checkBody, extendedLocation, optional, readOnly } from "../body-checks";
import { childOfInstance, edgeLocation } from "./child-resource";

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
  return {
    extendedLocation: edgeLocation(asked, target, existing, context),
    properties: { ...properties, healthState: existing?.properties.healthState ?? "Unknown" },
  };
};

/** Registry endpoints: PUT replaces, there is no PATCH, and ETags are not part of the contract. */
export const registryEndpoints = childOfInstance("registryEndpoints", prepare);
