import type { AzureClient } from "../../../azure/client";
import type { ChainContext } from "../../../lib/chain";
import { listSecretSyncs, readSecretSettings } from "../../../queries/secret-sync";
import { mappedNames, type FoundSecretChain } from "./find-secret-chain";
import { dropObjects, type Wait } from "./provider-class-objects";

/**
 * Deletes the secret sync of a chain, and with it the Kubernetes secret, then takes those of its secrets
 * out of the provider class that no other secret sync maps by then. The Key Vault secrets stay. Nothing
 * happens without a secret sync. Throws `AzureError`; can be repeated.
 */
export async function removeSecretChain(
  azure: AzureClient,
  { instanceId, secretSync, providerClass }: FoundSecretChain,
  context: ChainContext,
  wait?: Wait,
): Promise<void> {
  const { signal, onProgress } = context;
  if (secretSync === undefined) {
    return;
  }
  onProgress(`Deleting the secret sync ${secretSync.name}…`);
  await azure.secretSyncs.delete(secretSync.id, { signal });
  if (providerClass === undefined) {
    return;
  }
  const settings = await readSecretSettings(azure, instanceId, { signal });
  const remaining = await listSecretSyncs(azure, settings, { signal });
  const used = new Set(
    remaining.filter(({ name }) => name !== secretSync.name).flatMap(mappedNames),
  );
  const unused = mappedNames(secretSync).filter((name) => !used.has(name));
  if (unused.length > 0) {
    onProgress(`Taking ${unused.join(", ")} out of the provider class…`);
    await dropObjects(azure, providerClass.id, unused, context, wait);
  }
}
