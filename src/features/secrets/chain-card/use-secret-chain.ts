import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { AzureClient, CallOptions } from "../../../azure/client";
import { AzureError, isNotFound } from "../../../azure/http/azure-error";
import { idKey } from "../../../azure/resource-id";
import type { Vault, VaultSecret } from "../../../azure/key-vault/key-vault";
import { useAccount, useAzure } from "../../../queries/azure-context";
import { findVault, findVaultSecret } from "../../../queries/key-vault";
import { secretSyncKey } from "../../../queries/secret-sync";
import { findSecretChain, type FoundSecretChain } from "../chain/find-secret-chain";
import { syncVerdict } from "../chain/sync-verdict";

/** A Key Vault secret of a chain, as far as the person may see it. */
export type ChainSecret =
  | { name: string; state: "found"; secret: VaultSecret }
  | { name: string; state: "missing" | "hidden" };

/** A chain with what is known of its vault and secrets. */
export interface SecretChainView {
  chain: FoundSecretChain;
  vaultName?: string;
  vault?: Vault;
  secrets: ChainSecret[];
}

const ASK_AGAIN_MS = 10_000;

/** The chain behind a `secretRef`. Asks again every ten seconds while the cluster has said nothing yet. */
export function useSecretChain(
  instanceId: string,
  secretRef: string,
): UseQueryResult<SecretChainView> {
  const azure = useAzure();
  const account = useAccount();
  return useQuery({
    queryKey: secretSyncKey(account.id, "chain", idKey(instanceId), secretRef),
    queryFn: ({ signal }) => readChain(azure, instanceId, secretRef, { signal }),
    refetchInterval: ({ state }) => {
      const secretSync = state.data?.chain.secretSync;
      return secretSync && syncVerdict(secretSync).state === "unknown" ? ASK_AGAIN_MS : false;
    },
  });
}

async function readChain(
  azure: AzureClient,
  instanceId: string,
  secretRef: string,
  options: CallOptions,
): Promise<SecretChainView> {
  const chain = await findSecretChain(azure, instanceId, secretRef, options);
  const vaultName = chain.providerClass?.properties.keyvaultName;
  const vault = vaultName === undefined ? undefined : await visibleVault(azure, vaultName, options);
  const secrets = await Promise.all(
    chain.secretNames.map((name) => chainSecret(azure, vault, name, options)),
  );
  return { chain, vaultName, vault, secrets };
}

async function visibleVault(
  azure: AzureClient,
  name: string,
  options: CallOptions,
): Promise<Vault | undefined> {
  try {
    return await findVault(azure, name, options);
  } catch (error) {
    if (error instanceof AzureError && (error.status === 403 || error.status === 404)) {
      return undefined;
    }
    throw error;
  }
}

async function chainSecret(
  azure: AzureClient,
  vault: Vault | undefined,
  name: string,
  options: CallOptions,
): Promise<ChainSecret> {
  if (vault === undefined) {
    return { name, state: "hidden" };
  }
  try {
    const secret = await findVaultSecret(azure, vault.id, name, options);
    return { name, state: "found", secret };
  } catch (error) {
    options.signal?.throwIfAborted();
    return { name, state: isNotFound(error) ? "missing" : "hidden" };
  }
}
