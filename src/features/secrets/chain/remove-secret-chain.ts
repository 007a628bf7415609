import type { AzureClient } from "../../../azure/client";
import type { ChainContext } from "../../../lib/chain";
import { listSecretSyncs, readSecretSettings } from "../../../queries/secret-sync";
import { findSecretChain, mappedNames, type FoundSecretChain } from "./find-secret-chain";
import { dropObjects, type Wait } from "./provider-class-objects";

/** A synced secret that is to go: names only, so that it can be stored and removed by a later page. */
export interface SecretToRemove {
  instanceId: string;
  secretRef: string;
  /** Entries to take out of the instance's provider class, unless another secret sync maps them. */
  names: string[];
}

/** What removing a chain takes along. */
export function secretToRemove(chain: FoundSecretChain): SecretToRemove {
  const { instanceId, secretRef, providerClass, secretNames } = chain;
  return { instanceId, secretRef, names: providerClass === undefined ? [] : secretNames };
}

/**
 * Deletes the secret sync of a chain, and with it the Kubernetes secret, then takes those of its secrets
 * out of the provider class that no other secret sync maps by then; all of them stay where not every secret
 * sync could be looked for. The Key Vault secrets stay. Throws `AzureError`, or an error that names the endpoints that use the secret; can be repeated.
 */
export async function removeSecretChain(
  azure: AzureClient,
  secret: SecretToRemove,
  context: ChainContext,
  wait?: Wait,
): Promise<void> {
  await removeSecretSync(azure, secret, context);
  await dropUnmappedEntries(azure, secret, context, wait);
}

/** The first half of `removeSecretChain`: the secret sync alone. */
export async function removeSecretSync(
  azure: AzureClient,
  { instanceId, secretRef }: SecretToRemove,
  { signal, onProgress }: ChainContext,
): Promise<void> {
  // Deleting the endpoint took its time: somebody may have begun to use the secret meanwhile.
  const { secretSync, endpoints } = await findSecretChain(azure, instanceId, secretRef, { signal });
  if (secretSync === undefined) return;
  if (endpoints.length > 0) {
    const names = endpoints.map(({ name }) => name).join(", ");
    throw new Error(`The synced secret ${secretRef} is kept: ${names} pull with it.`);
  }
  onProgress(`Deleting the secret sync ${secretSync.name}…`);
  await azure.secretSyncs.delete(secretSync.id, { signal });
  onProgress(`The secret sync ${secretSync.name} is gone.`);
}

/** The second half of `removeSecretChain`: the entries that no secret sync maps. */
export async function dropUnmappedEntries(
  azure: AzureClient,
  { instanceId, names }: SecretToRemove,
  context: ChainContext,
  wait?: Wait,
): Promise<void> {
  const { signal, onProgress } = context;
  if (names.length === 0) return;
  const settings = await readSecretSettings(azure, instanceId, { signal });
  if (settings.providerClass === undefined) return;
  const { items, incomplete } = await listSecretSyncs(azure, settings, { signal });
  const mapped = new Set(items.flatMap(mappedNames));
  const unused = names.filter((name) => !mapped.has(name));
  if (unused.length === 0) return;
  if (incomplete !== undefined) {
    onProgress(`${unused.join(", ")} stayed in the provider class: ${incomplete}`);
    return;
  }
  onProgress(`Taking ${unused.join(", ")} out of the provider class…`);
  await dropObjects(azure, settings.providerClass.id, unused, context, wait);
  onProgress(
    `${unused.join(", ")} ${unused.length === 1 ? "is" : "are"} out of the provider class.`,
  );
}
