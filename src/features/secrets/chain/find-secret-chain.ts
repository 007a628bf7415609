import type { AzureClient, CallOptions } from "../../../azure/client";
import {
  knownAuthentication,
  type RegistryEndpoint,
} from "../../../azure/iot-operations/registry-endpoint";
import type { SecretProviderClass, SecretSync } from "../../../azure/secret-sync/secret-sync";
import { listObjects } from "../../../lib/secret-provider-objects";
import { listSecretSyncs, readSecretSettings } from "../../../queries/secret-sync";

/** What stands behind the `secretRef` of an endpoint. */
export interface FoundSecretChain {
  instanceId: string;
  secretRef: string;
  /** Absent when the Kubernetes secret was made by hand, or when there is none. */
  secretSync?: SecretSync;
  /** The class that the secret sync takes its secrets from, if it is the instance's default one. */
  providerClass?: SecretProviderClass;
  /** Names of the Key Vault secrets that the secret sync maps. */
  secretNames: string[];
  /** Those that the provider class lists. */
  listedNames: string[];
  /** Those that it lists for this secret sync only; none unless all secret syncs could be searched. */
  unsharedNames: string[];
  /** Why other secret syncs may use the same entries unseen. */
  incomplete?: string;
  /** Registry endpoints of the instance that name the secret. */
  endpoints: { id: string; name: string }[];
}

/**
 * Follows `secretRef` back to its secret sync, provider class and Key Vault secrets. A secret that no
 * secret sync makes gives a chain without one. Throws `AzureError`.
 */
export async function findSecretChain(
  azure: AzureClient,
  instanceId: string,
  secretRef: string,
  options: CallOptions = {},
): Promise<FoundSecretChain> {
  const settings = await readSecretSettings(azure, instanceId, options);
  const [{ items: secretSyncs, incomplete }, endpoints] = await Promise.all([
    listSecretSyncs(azure, settings, options),
    azure.registryEndpoints.listByInstance(instanceId, options),
  ]);
  const secretSync = secretSyncs.find(({ name }) => name === secretRef);
  const className = secretSync?.properties.secretProviderClassName;
  const providerClass =
    settings.providerClass?.name === className ? settings.providerClass : undefined;
  const secretNames = secretSync ? mappedNames(secretSync) : [];
  const listed = new Set(providerClass ? readableNames(providerClass) : []);
  const listedNames = secretNames.filter((name) => listed.has(name));
  const others = providerClass ? namesOfOthers(providerClass, secretSyncs, secretRef) : new Set();
  return {
    instanceId,
    secretRef,
    secretSync,
    providerClass,
    secretNames,
    listedNames,
    unsharedNames: incomplete === undefined ? listedNames.filter((name) => !others.has(name)) : [],
    incomplete,
    endpoints: endpoints
      .filter((endpoint) => namesSecret(endpoint, secretRef))
      .map(({ id, name }) => ({ id, name })),
  };
}

/** Names of the objects that other secret syncs of the provider class map. */
function namesOfOthers(
  providerClass: SecretProviderClass,
  secretSyncs: SecretSync[],
  secretSyncName: string,
): Set<string> {
  const others = secretSyncs.filter(
    ({ name, properties }) =>
      name !== secretSyncName && properties.secretProviderClassName === providerClass.name,
  );
  return new Set(others.flatMap(mappedNames));
}

/** Names of the objects that a secret sync maps; `name/0` maps an old version of `name`. */
export function mappedNames({ properties }: SecretSync): string[] {
  const names = properties.objectSecretMapping.map(({ sourcePath }) =>
    sourcePath.replace(/(?:\/[0-9]+)+$/, ""),
  );
  return [...new Set(names)];
}

function readableNames({ properties }: SecretProviderClass): string[] {
  try {
    return listObjects(properties.objects).map(({ path }) => path);
  } catch {
    return [];
  }
}

function namesSecret(endpoint: RegistryEndpoint, secretRef: string): boolean {
  const authentication = knownAuthentication(endpoint);
  const isPullSecret =
    authentication?.method === "ArtifactPullSecret" &&
    authentication.artifactPullSecretSettings.secretRef === secretRef;
  const isCa = (endpoint.properties.codeSigningCas ?? []).some(
    (ca) => ca.type === "Secret" && ca.secretRef === secretRef,
  );
  return isPullSecret || isCa;
}
