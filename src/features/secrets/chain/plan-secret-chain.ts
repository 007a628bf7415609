import type { AzureClient } from "../../../azure/client";
import { AzureError, isNotFound } from "../../../azure/http/azure-error";
import { failureOf } from "../../../azure/http/operations/provisioning-state";
import type { Vault } from "../../../azure/key-vault/key-vault";
import type { SecretProviderClass } from "../../../azure/secret-sync/secret-sync";
import type { ChainContext, ChainLink } from "../../../lib/chain";
import { progressText } from "../../../lib/progress-text";
import { listObjects } from "../../../lib/secret-provider-objects";
import { findVault, findVaultSecret } from "../../../queries/key-vault";
import { readSecretSettings, secretSyncId } from "../../../queries/secret-sync";
import { kubernetesSecretOf, type ArtifactSecretDraft } from "../artifact-secret-draft";
import { secretStateOf } from "../secret-state";
import { awaitKubernetesSecret } from "./await-kubernetes-secret";
import { ensureObjects, type Wait } from "./provider-class-objects";
import { differenceFrom, findSecretSync, secretSyncBody } from "./secret-sync-write";

export interface SecretChainPlan {
  instanceId: string;
  draft: ArtifactSecretDraft;
  /** Called right before something is made that was not there. */
  onMake?: (made: { secretSync?: boolean; entries?: string[] }) => void;
  /** Replaced in tests. */
  wait?: Wait;
}

/**
 * The ordered calls that make the Kubernetes secret of a draft: the vault's secrets are looked up, the
 * provider class lists them, the secret sync maps them, the cluster reports. Each does nothing that is done
 * already, so that the chain can run again from any link. Empty for a secret that exists.
 */
export function planSecretChain(azure: AzureClient, plan: SecretChainPlan): ChainLink[] {
  const { instanceId, draft, wait, onMake = () => undefined } = plan;
  if (draft.source !== "keyVault") {
    return [];
  }
  const names = kubernetesSecretOf(draft).mappings.map(({ sourcePath }) => sourcePath);
  const syncId = secretSyncId(instanceId, draft.syncedSecretName);
  const classOf = (signal: AbortSignal) => requireProviderClass(azure, instanceId, signal);
  let isJustMade = false;
  return [
    {
      id: "vault-secrets",
      title: `Key Vault secrets ${names.join(", ")}`,
      run: async (context) => {
        const { properties } = await classOf(context.signal);
        await checkSecrets(azure, properties.keyvaultName, names, context);
      },
    },
    {
      id: "provider-class",
      title: "Provider class",
      run: async (context) => {
        const { id, properties } = await classOf(context.signal);
        const listed = new Set(listObjects(properties.objects).map(({ path }) => path));
        const entries = names.filter((name) => !listed.has(name));
        if (entries.length > 0) onMake({ entries });
        await ensureObjects(azure, id, names, context, wait);
      },
    },
    {
      id: "secret-sync",
      title: `Secret sync ${draft.syncedSecretName}`,
      run: async (context) => {
        const body = secretSyncBody(draft, await classOf(context.signal));
        isJustMade = await makeSecretSync(azure, syncId, body, context, () =>
          onMake({ secretSync: true }),
        );
      },
    },
    {
      id: "kubernetes-secret",
      title: `Kubernetes secret ${draft.syncedSecretName}`,
      run: async (context) => {
        // A list that another writer read before ours was there may have replaced it since.
        const { id } = await classOf(context.signal);
        await ensureObjects(azure, id, names, context, wait);
        const isNew = isJustMade;
        isJustMade = false;
        await awaitKubernetesSecret(azure, syncId, isNew, context, wait);
      },
    },
  ];
}

async function requireProviderClass(
  azure: AzureClient,
  instanceId: string,
  signal: AbortSignal,
): Promise<SecretProviderClass> {
  const { instance, providerClassId, providerClass } = await readSecretSettings(azure, instanceId, {
    signal,
  });
  if (providerClass !== undefined) {
    return providerClass;
  }
  throw new Error(
    providerClassId === undefined
      ? `The instance ${instance.name} has no default secret provider class: enable secure settings first.`
      : `The default secret provider class of ${instance.name} no longer exists: ${providerClassId}.`,
  );
}

/** Rejects when a secret does not exist; says so when the person may not look, since the cluster may. */
async function checkSecrets(
  azure: AzureClient,
  vaultName: string,
  names: string[],
  { signal, onProgress }: ChainContext,
): Promise<void> {
  const vault = await findVault(azure, vaultName, { signal });
  if (vault === undefined) {
    onProgress(`Not checked: you cannot see the vault ${vaultName}.`);
    return;
  }
  const remarks: string[] = [];
  for (const name of new Set(names)) {
    remarks.push(await checkSecret(azure, vault, name, signal));
  }
  const said = remarks.filter((remark) => remark !== "");
  onProgress(said.length === 0 ? `Found in ${vault.name}.` : [...new Set(said)].join(" "));
}

async function checkSecret(
  azure: AzureClient,
  vault: Vault,
  name: string,
  signal: AbortSignal,
): Promise<string> {
  try {
    const state = secretStateOf(
      await findVaultSecret(azure, vault.id, name, { signal }),
      Date.now(),
    );
    return state.isUsable ? "" : `${name}: ${state.explanation}`;
  } catch (error) {
    if (isNotFound(error)) {
      throw new Error(`The vault ${vault.name} has no secret “${name}”.`, { cause: error });
    }
    if (error instanceof AzureError && error.status === 403) {
      return `Not checked: you may not read the secrets of ${vault.name}.`;
    }
    throw error;
  }
}

/** True when the secret sync was made now, false when an equal one was there. */
async function makeSecretSync(
  azure: AzureClient,
  id: string,
  body: ReturnType<typeof secretSyncBody>,
  { signal, onProgress }: ChainContext,
  onMake: () => void,
): Promise<boolean> {
  const existing = await findSecretSync(azure, id, signal);
  if (existing !== undefined) {
    const difference = differenceFrom(existing, body);
    if (difference !== undefined) {
      throw new Error(
        `There is a secret sync “${existing.name}” already, and it ${difference}. Choose another synced secret name.`,
      );
    }
    if (failureOf(existing.properties.provisioningState) === undefined) {
      onProgress("It is there already.");
      return false;
    }
  } else onMake();
  await azure.secretSyncs.createOrReplace(id, body, {
    signal,
    onProgress: (progress) => onProgress(`${progressText(progress)}…`),
  });
  onProgress("Created.");
  return true;
}
