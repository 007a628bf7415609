import { nameOf, parseResourceId } from "../../azure/resource-id";
import { dockerConfigKey } from "../../lib/docker-config";
import { shellWord } from "../../lib/shell-word";

/** Built-in role that may list a vault's secrets through Resource Manager: it has the read actions of everything. */
export const LIST_ROLE = "Reader";
/** Built-in role that may write secret values through Resource Manager: it has `Microsoft.KeyVault/*`. */
export const WRITE_ROLE = "Key Vault Contributor";

export const LIST_ACTION = "Microsoft.KeyVault/vaults/secrets/read";
export const WRITE_ACTION = "Microsoft.KeyVault/vaults/secrets/write";

/** Enables secure settings of an instance (reference of the Azure CLI extension `azure-iot-ops`). */
export function enableSecretSyncCommand(instanceId: string): string {
  const { name = "", resourceGroup = "", subscriptionId = "" } = parseResourceId(instanceId) ?? {};
  return command("az iot ops secretsync enable", [
    `--instance ${shellWord(name)}`,
    `--resource-group ${shellWord(resourceGroup)}`,
    `--subscription ${shellWord(subscriptionId)}`,
    '--mi-user-assigned "<resource id of a user-assigned managed identity>"',
    '--kv-resource-id "<resource id of a key vault>"',
  ]);
}

/** A vault as the person knows it: by id, or by no more than its name. */
export type VaultReference = { id: string } | { name: string };

/** For an administrator: gives a person a role on a vault, whose id is looked up if only its name is known. */
export function assignRoleCommand(userName: string, role: string, vault: VaultReference): string {
  const scope =
    "id" in vault
      ? shellWord(vault.id)
      : `"$(az keyvault show --name ${shellWord(vault.name)} --query id --output tsv)"`;
  return command("az role assignment create", [
    `--assignee ${shellWord(userName)}`,
    `--role ${shellWord(role)}`,
    `--scope ${scope}`,
  ]);
}

/** Makes the Kubernetes secret by hand; the credentials are placeholders for the person to fill in. */
export function createPullSecretCommand(secret: {
  name: string;
  host: string;
  namespace: string;
}): string {
  const server = secret.host === "" ? "<registry host>" : dockerConfigKey(secret.host);
  return command("kubectl create secret docker-registry", [
    secret.name === "" ? '"<secret name>"' : shellWord(secret.name),
    `--namespace ${shellWord(secret.namespace)}`,
    `--docker-server=${shellWord(server)}`,
    "--docker-username='<user name>'",
    "--docker-password='<password or token>'",
  ]);
}

/** Deletes a Key Vault secret, which only the vault itself can do, not Resource Manager. */
export function deleteVaultSecretCommand(secretId: string): string {
  const { name = "", parentId = "" } = parseResourceId(secretId) ?? {};
  return command("az keyvault secret delete", [
    `--vault-name ${shellWord(nameOf(parentId))}`,
    `--name ${shellWord(name)}`,
  ]);
}

function command(verb: string, words: string[]): string {
  return [verb, ...words].join(" \\\n  ");
}
