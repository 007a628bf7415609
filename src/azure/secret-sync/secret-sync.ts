import type { ExtendedLocation, Extensible, TrackedResource } from "../arm-resource";
import { list, needed, record, resourceReader, text } from "../http/wire-reader";

/** Microsoft.SecretSyncController: the only version there is. */
export const SECRET_SYNC_API_VERSION = "2024-08-21-preview";
export const SECRET_PROVIDER_CLASS_TYPE =
  "Microsoft.SecretSyncController/azureKeyVaultSecretProviderClasses";
export const SECRET_SYNC_TYPE = "Microsoft.SecretSyncController/secretSyncs";

/** Names the vault, the identity that reads it, and every secret object that secret syncs may use. */
export interface SecretProviderClass extends TrackedResource {
  extendedLocation?: ExtendedLocation;
  properties: {
    keyvaultName: string;
    clientId: string;
    tenantId: string;
    /** A YAML document whose `array` items are YAML documents themselves. */
    objects?: string;
    provisioningState?: string;
  };
}

export interface SecretSyncCondition {
  type: string;
  status: Extensible<"True" | "False" | "Unknown">;
  reason: string;
  message: string;
  lastTransitionTime?: string;
}

/** A Kubernetes secret kept in step with Key Vault; the resource's name is the Kubernetes secret's name. */
export interface SecretSync extends TrackedResource {
  extendedLocation?: ExtendedLocation;
  properties: {
    secretProviderClassName: string;
    serviceAccountName: string;
    /** Read and create only. */
    kubernetesSecretType: Extensible<
      "Opaque" | "kubernetes.io/tls" | "kubernetes.io/dockerconfigjson"
    >;
    objectSecretMapping: { sourcePath: string; targetKey: string }[];
    forceSynchronization?: string;
    provisioningState?: string;
    status?: { lastSuccessfulSyncTime?: string; conditions?: SecretSyncCondition[] };
  };
}

/** Body of a PUT: the same without what Azure adds. */
export type SecretProviderClassBody = Omit<
  SecretProviderClass,
  "id" | "name" | "type" | "systemData"
>;
export type SecretSyncBody = Omit<SecretSync, "id" | "name" | "type" | "systemData">;

const neededText = needed(text, "");

/** Reads a secret provider class of ARM. */
export const readSecretProviderClass = resourceReader<SecretProviderClass>({
  keyvaultName: neededText,
  clientId: neededText,
  tenantId: neededText,
  objects: text,
  provisioningState: text,
});

/** Reads a secret sync of ARM. */
export const readSecretSync = resourceReader<SecretSync>({
  secretProviderClassName: neededText,
  serviceAccountName: neededText,
  kubernetesSecretType: neededText,
  objectSecretMapping: needed(list(record({ sourcePath: neededText, targetKey: neededText })), []),
  forceSynchronization: text,
  provisioningState: text,
  status: record({
    lastSuccessfulSyncTime: text,
    conditions: list(
      record({
        type: neededText,
        status: neededText,
        reason: neededText,
        message: neededText,
        lastTransitionTime: text,
      }),
    ),
  }),
});
