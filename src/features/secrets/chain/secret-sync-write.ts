import type { AzureClient } from "../../../azure/client";
import { isNotFound } from "../../../azure/http/azure-error";
import { sameId } from "../../../azure/resource-id";
import type {
  SecretProviderClass,
  SecretSync,
  SecretSyncBody,
} from "../../../azure/secret-sync/secret-sync";
import { without } from "../../../lib/without";
import {
  kubernetesSecretOf,
  type ArtifactSecretDraft,
  type SecretMapping,
} from "../artifact-secret-draft";

/** Service account of the secret sync controller that Azure IoT Operations federates (Azure CLI extension). */
const SERVICE_ACCOUNT = "aio-ssc-sa";

/** The body that makes a draft's secret sync beside its provider class. */
export function secretSyncBody(
  draft: ArtifactSecretDraft,
  providerClass: SecretProviderClass,
): SecretSyncBody {
  const { type, mappings } = kubernetesSecretOf(draft);
  return {
    location: providerClass.location,
    extendedLocation: providerClass.extendedLocation,
    properties: {
      secretProviderClassName: providerClass.name,
      serviceAccountName: SERVICE_ACCOUNT,
      kubernetesSecretType: type,
      objectSecretMapping: mappings,
    },
  };
}

/** The secret sync, or undefined when there is none. Throws `AzureError`. */
export async function findSecretSync(
  azure: AzureClient,
  id: string,
  signal: AbortSignal,
): Promise<SecretSync | undefined> {
  try {
    return await azure.secretSyncs.get(id, { signal });
  } catch (error) {
    if (isNotFound(error)) {
      return undefined;
    }
    throw error;
  }
}

/**
 * Why an existing secret sync cannot stand for the wanted one; undefined when it does. A PUT over another's
 * secret sync would change its Kubernetes secret, and its type cannot change at all.
 */
export function differenceFrom(existing: SecretSync, wanted: SecretSyncBody): string | undefined {
  const found = existing.properties;
  const asked = wanted.properties;
  if (!sameId(existing.extendedLocation?.name ?? "", wanted.extendedLocation?.name ?? "")) {
    return "belongs to another cluster";
  }
  if (found.kubernetesSecretType !== asked.kubernetesSecretType) {
    return `has the type ${found.kubernetesSecretType}, which cannot change`;
  }
  if (found.secretProviderClassName !== asked.secretProviderClassName) {
    return `takes its secrets from the provider class ${found.secretProviderClassName}`;
  }
  return keysOf(found.objectSecretMapping) === keysOf(asked.objectSecretMapping)
    ? undefined
    : "holds other secrets";
}

/** Asks the cluster to look at a secret sync again, by a new value of `forceSynchronization`. */
export async function forceSynchronization(
  azure: AzureClient,
  { id, location, tags, extendedLocation, properties }: SecretSync,
  signal: AbortSignal,
): Promise<SecretSync> {
  const kept = without(properties, "status", "provisioningState");
  const body: SecretSyncBody = {
    location,
    ...(tags ? { tags } : {}),
    ...(extendedLocation ? { extendedLocation } : {}),
    properties: { ...kept, forceSynchronization: String(Date.now()) },
  };
  return azure.secretSyncs.createOrReplace(id, body, { signal });
}

function keysOf(mappings: SecretMapping[]): string {
  return JSON.stringify(
    mappings.map(({ targetKey, sourcePath }) => [targetKey, sourcePath]).sort(),
  );
}
