import type { AzureClient } from "../../../azure/client";
import { isNotFound } from "../../../azure/http/azure-error";
import { nameOf } from "../../../azure/resource-id";
import type { ChainLink } from "../../../lib/chain";
import { listSecretSyncs, readSecretSettings } from "../../../queries/secret-sync";
import { mappedNames } from "./find-secret-chain";
import type { Wait } from "./provider-class-objects";
import { dropUnmappedEntries, removeSecretSync } from "./remove-secret-chain";

/** What a chain that stopped made, and nothing that was there before. */
export interface MadeSecretChain {
  instanceId: string;
  secretRef: string;
  /** Whether it made the secret sync. */
  secretSync: boolean;
  /** Names of the entries that it added to the provider class. */
  entries: string[];
  /** Ids of the Key Vault secrets that were made for it. */
  vaultSecrets: string[];
}

/**
 * The links that take back what a stopped chain made, as far as nobody else uses it by now. A Key Vault
 * secret is disabled: Resource Manager cannot delete it. Can be repeated.
 */
export function cleanUpLinks(azure: AzureClient, made: MadeSecretChain, wait?: Wait): ChainLink[] {
  const { instanceId, secretRef, secretSync, entries, vaultSecrets } = made;
  const secret = { instanceId, secretRef, names: entries };
  const links: ChainLink[] = [];
  if (secretSync) {
    links.push({
      id: "secret-sync",
      title: `Delete the secret sync ${secretRef}`,
      run: (context) => removeSecretSync(azure, secret, context),
    });
  }
  if (entries.length > 0) {
    links.push({
      id: "provider-class",
      title: `Take ${entries.join(" and ")} out of the provider class`,
      run: (context) => dropUnmappedEntries(azure, secret, context, wait),
    });
  }
  for (const id of vaultSecrets) {
    links.push({
      id,
      title: `Disable the Key Vault secret ${nameOf(id)}`,
      run: async ({ signal, onProgress }) => {
        const settings = await readSecretSettings(azure, instanceId, { signal });
        const { items, incomplete } = await listSecretSyncs(azure, settings, { signal });
        if (items.flatMap(mappedNames).includes(nameOf(id))) {
          return onProgress("Kept: another secret sync maps it.");
        }
        if (incomplete !== undefined) {
          return onProgress(`Kept, because another secret sync may map it: ${incomplete}`);
        }
        try {
          await azure.vaultSecrets.disable(id, { signal });
        } catch (error) {
          if (!isNotFound(error)) throw error;
          onProgress("It is gone already.");
        }
      },
    });
  }
  return links;
}
