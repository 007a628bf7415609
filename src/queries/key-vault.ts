import { queryOptions, useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import type { AzureClient, CallOptions } from "../azure/client";
import { resourcesIn } from "../azure/http/wire-reader";
import {
  readVault,
  type Vault,
  type VaultSecret,
  type VaultSecretBody,
} from "../azure/key-vault/key-vault";
import { kqlString } from "../azure/resource-graph/kql";
import { childId, idKey } from "../azure/resource-id";
import { useAccount, useAzure } from "./azure-context";
import { readSecretSettings, type SecretSettings } from "./secret-sync";

const FRESH_FOR_MS = 30_000;

/** The vault that an instance's secrets come from, as far as the person may see it. */
export interface SecretVault {
  settings: SecretSettings;
  /** Absent without secure settings. */
  vaultName?: string;
  /** Absent when no vault of that name is visible to the person. */
  vault?: Vault;
}

/**
 * Follows instance → default secret provider class → vault. A provider class has only the vault's name,
 * which is unique in all of Azure, so Resource Graph finds it. Pass an empty id to ask nothing.
 */
export function useSecretVault(instanceId: string): UseQueryResult<SecretVault> {
  const azure = useAzure();
  const account = useAccount();
  return useQuery({
    queryKey: ["secret-vault", account.id, idKey(instanceId)],
    queryFn: ({ signal }) => findSecretVault(azure, instanceId, { signal }),
    enabled: instanceId !== "",
  });
}

/** Finds what `useSecretVault` shows. Throws `AzureError`. */
export async function findSecretVault(
  azure: AzureClient,
  instanceId: string,
  options: CallOptions = {},
): Promise<SecretVault> {
  const settings = await readSecretSettings(azure, instanceId, options);
  const vaultName = settings.providerClass?.properties.keyvaultName;
  if (vaultName === undefined || vaultName === "") {
    return { settings };
  }
  return { settings, vaultName, vault: await findVault(azure, vaultName, options) };
}

/** The vault of that name, or undefined when the person can see none. Throws `AzureError`. */
export async function findVault(
  azure: AzureClient,
  name: string,
  options: CallOptions = {},
): Promise<Vault | undefined> {
  const { rows } = await azure.resourceGraph.query<unknown>(
    `resources
| where type =~ 'microsoft.keyvault/vaults' and name =~ ${kqlString(name)}
| project id
| order by id asc`,
    options,
  );
  const [found] = resourcesIn(rows, readVault);
  return found && azure.vaults.get(found.id, options);
}

/** What is loaded of a vault's secrets; `isComplete` once the last page has arrived. */
export interface VaultSecrets {
  secrets: VaultSecret[];
  isComplete: boolean;
}

/**
 * A vault's secrets, metadata only, by name. Shows the first page as soon as it is there and goes on to
 * the last; a refresh keeps the old list until it has the whole new one. Pass an empty id to ask nothing.
 */
export function useVaultSecrets(vaultId: string): UseQueryResult<VaultSecrets> {
  return useQuery(vaultSecretsOptions(useAzure(), useAccount().id, vaultId));
}

/** The query behind `useVaultSecrets`. */
export function vaultSecretsOptions(
  azure: Pick<AzureClient, "vaultSecrets">,
  accountId: string,
  vaultId: string,
) {
  return queryOptions<VaultSecrets>({
    queryKey: vaultSecretsKey(accountId, vaultId),
    queryFn: async ({ client, queryKey, signal }) => {
      const hadAll = client.getQueryData<VaultSecrets>(queryKey)?.isComplete === true;
      let secrets: VaultSecret[] = [];
      for await (const page of azure.vaultSecrets.listPages(vaultId, { signal })) {
        secrets = byName([...secrets, ...page]);
        if (!hadAll) {
          client.setQueryData<VaultSecrets>(queryKey, { secrets, isComplete: false });
        }
      }
      return { secrets, isComplete: true };
    },
    enabled: vaultId !== "",
    staleTime: ({ state }) => (state.data?.isComplete === true ? FRESH_FOR_MS : 0),
  });
}

function vaultSecretsKey(accountId: string, vaultId: string): readonly string[] {
  return ["vault-secrets", accountId, idKey(vaultId)];
}

/** Metadata of one secret's latest version. Throws `AzureError`, 404 when there is none of that name. */
export async function findVaultSecret(
  azure: AzureClient,
  vaultId: string,
  name: string,
  options: CallOptions = {},
): Promise<VaultSecret> {
  return azure.vaultSecrets.get(childId(vaultId, "secrets", name), options);
}

/**
 * Writes a secret with one PUT, past every cache, and forgets the value: only what Azure answers is kept.
 * Throws `AzureError`, which never holds the body.
 */
export async function saveVaultSecret(
  azure: AzureClient,
  vaultId: string,
  name: string,
  body: VaultSecretBody,
  options: CallOptions = {},
): Promise<VaultSecret> {
  return azure.vaultSecrets.createOrUpdate(childId(vaultId, "secrets", name), body, options);
}

/** After a write: shows the secret in its vault's list at once, then reads the list again. */
export function useRememberSecret(vaultId: string): (saved: VaultSecret) => void {
  const client = useQueryClient();
  const account = useAccount();
  return (saved) => {
    const queryKey = vaultSecretsKey(account.id, vaultId);
    client.setQueryData<VaultSecrets>(queryKey, (known) =>
      known === undefined
        ? undefined
        : { ...known, secrets: byName([...known.secrets.filter(isOther(saved)), saved]) },
    );
    void client.invalidateQueries({ queryKey });
  };
}

function isOther(saved: VaultSecret): (secret: VaultSecret) => boolean {
  return ({ name }) => name.toLowerCase() !== saved.name.toLowerCase();
}

function byName(secrets: VaultSecret[]): VaultSecret[] {
  return secrets.sort((one, other) =>
    one.name.localeCompare(other.name, "en", { sensitivity: "base", numeric: true }),
  );
}
