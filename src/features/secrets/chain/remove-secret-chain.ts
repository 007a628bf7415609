import type { AzureClient } from "../../../azure/client";
import { sameId } from "../../../azure/resource-id";
import type { ChainContext } from "../../../lib/chain";
import { listSecretSyncs, readSecretSettings } from "../../../queries/secret-sync";
import { findSecretChain, mappedNames, type FoundSecretChain } from "./find-secret-chain";
import { dropObjects, type Wait } from "./provider-class-objects";

/**
 * Deletes the secret sync of a chain, and with it the Kubernetes secret, then takes those of its secrets
 * out of the provider class that no other secret sync maps by then; all of them stay where not every secret
 * sync could be looked for. The Key Vault secrets stay. Nothing
 * happens without a secret sync. Throws `AzureError`, or an error that names the endpoints that use the
 * secret; can be repeated.
 */
export async function removeSecretChain(
  azure: AzureClient,
  { instanceId, secretRef, secretSync, providerClass }: FoundSecretChain,
  context: ChainContext,
  wait?: Wait,
): Promise<void> {
  const { signal, onProgress } = context;
  if (secretSync === undefined) {
    return;
  }
  // Deleting the endpoint took its time: somebody may have begun to use the secret meanwhile.
  const { endpoints } = await findSecretChain(azure, instanceId, secretRef, { signal });
  if (endpoints.length > 0) {
    const names = endpoints.map(({ name }) => name).join(", ");
    throw new Error(`The synced secret ${secretRef} is kept: ${names} pull with it.`);
  }
  onProgress(`Deleting the secret sync ${secretSync.name}…`);
  await azure.secretSyncs.delete(secretSync.id, { signal });
  if (providerClass === undefined) {
    return;
  }
  const settings = await readSecretSettings(azure, instanceId, { signal });
  const { items, incomplete } = await listSecretSyncs(azure, settings, { signal });
  const remaining = items.filter(({ id }) => !sameId(id, secretSync.id));
  const used = new Set(remaining.flatMap(mappedNames));
  const unused = mappedNames(secretSync).filter((name) => !used.has(name));
  if (unused.length > 0 && incomplete !== undefined) {
    onProgress(`${unused.join(", ")} stayed in the provider class: ${incomplete}`);
  } else if (unused.length > 0) {
    onProgress(`Taking ${unused.join(", ")} out of the provider class…`);
    await dropObjects(azure, providerClass.id, unused, context, wait);
  }
}
