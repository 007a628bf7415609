import { z } from "zod";
import type { PutOperation } from "../../resource-manager/provider";
import { checkBody, extendedLocation, optional, readOnly } from "../body-checks";
import { childOfInstance, edgeLocation } from "./child-resource";

// Shapes: Microsoft.IoTOperations 2026-07-01; `readinessProbe` came with it, all else is in 2025-10-01.
const registrySettings = z.discriminatedUnion("registrySettingsType", [
  z.strictObject({
    registrySettingsType: z.literal("RegistryEndpointRef"),
    registryEndpointRef: z.string(),
  }),
  z.strictObject({
    registrySettingsType: z.literal("ContainerRegistry"),
    containerRegistrySettings: z.strictObject({
      registry: z.string(),
      imagePullSecrets: optional(z.array(z.strictObject({ secretRef: z.string() }))),
    }),
  }),
]);

const tagDigestSettings = z.discriminatedUnion("tagDigestType", [
  z.strictObject({ tagDigestType: z.literal("Tag"), tag: z.string() }),
  z.strictObject({ tagDigestType: z.literal("Digest"), digest: z.string() }),
]);

const readinessProbe = z.strictObject({
  exec: optional(z.strictObject({ command: z.array(z.string()) })),
  failureThreshold: optional(z.int()),
  initialDelaySeconds: optional(z.int()),
  periodSeconds: optional(z.int()),
  successThreshold: optional(z.int()),
  timeoutSeconds: optional(z.int()),
});

/** What both kinds of managed configuration may have. */
const managed = {
  allocation: optional(
    z.strictObject({ policy: z.literal("Bucketized"), bucketSize: z.int().min(1).max(100) }),
  ),
  persistentVolumeClaims: optional(
    z.array(z.strictObject({ claimName: z.string(), mountPath: z.string() })),
  ),
  additionalConfiguration: optional(z.record(z.string(), z.string())),
  persistentVolumeClaimTemplates: optional(z.array(z.record(z.string(), z.unknown()))),
  secrets: optional(
    z.array(
      z.strictObject({ secretKey: z.string(), secretAlias: z.string(), secretRef: z.string() }),
    ),
  ),
  trustSettings: optional(z.strictObject({ trustListSecretRef: z.string() })),
};

const managedConfigurationSettings = z.discriminatedUnion("managedConfigurationType", [
  z.strictObject({
    managedConfigurationType: z.literal("ImageConfiguration"),
    ...managed,
    imageConfigurationSettings: z.strictObject({
      imageName: z.string(),
      imagePullPolicy: optional(z.string()),
      readinessProbe: optional(readinessProbe),
      replicas: optional(z.int()),
      registrySettings: optional(registrySettings),
      tagDigestSettings: optional(tagDigestSettings),
    }),
  }),
  z.strictObject({
    managedConfigurationType: z.literal("StatefulSetConfiguration"),
    ...managed,
    statefulSetConfigurationSettings: z.record(z.string(), z.unknown()),
  }),
]);

const mqttConnectionConfiguration = z.strictObject({
  authentication: optional(
    z.strictObject({
      method: z.literal("ServiceAccountToken"),
      serviceAccountTokenSettings: z.strictObject({ audience: z.string() }),
    }),
  ),
  host: optional(z.string()),
  protocol: optional(z.string()),
  keepAliveSeconds: optional(z.int().min(0)),
  maxInflightMessages: optional(z.int().min(0)),
  sessionExpirySeconds: optional(z.int().min(0)),
  tls: optional(
    z.strictObject({
      mode: optional(z.string()),
      trustedCaCertificateConfigMapRef: optional(z.string()),
    }),
  ),
});

const templateBody = z.object({
  extendedLocation: optional(extendedLocation),
  properties: z.strictObject({
    aioMetadata: optional(
      z.strictObject({ aioMinVersion: optional(z.string()), aioMaxVersion: optional(z.string()) }),
    ),
    runtimeConfiguration: z.strictObject({
      runtimeConfigurationType: z.literal("ManagedConfiguration"),
      managedConfigurationSettings,
    }),
    diagnostics: optional(
      z.strictObject({ logs: z.strictObject({ level: optional(z.string()) }) }),
    ),
    deviceInboundEndpointTypes: z
      .array(
        z.strictObject({
          displayName: optional(z.string()),
          endpointType: z.string().min(1),
          version: optional(z.string().min(1)),
        }),
      )
      .min(1),
    mqttConnectionConfiguration: optional(mqttConnectionConfiguration),
    connectorMetadataRef: optional(z.string()),
    provisioningState: readOnly,
    healthState: readOnly,
  }),
});

const prepare: PutOperation["prepare"] = (body, target, existing, context) => {
  const { properties, extendedLocation: asked } = checkBody(templateBody, body);
  return {
    extendedLocation: edgeLocation(asked, target, existing, context),
    properties: { ...properties, healthState: existing?.properties.healthState ?? "Unknown" },
  };
};

/** Akri connector templates. Azure does not check that the registry endpoint exists which they name. */
export const akriConnectorTemplates = childOfInstance("akriConnectorTemplates", prepare);
