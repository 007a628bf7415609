import { ArmError } from "../../resource-manager/arm-error";
import type {
  OperationContext,
  ProviderOperation,
  ResourceBody,
  Target,
} from "../../resource-manager/provider";
import type { ResourceStore, StoredResource } from "../../store";
import { keyVaultVersions } from "./contract";

/** Where deleted vaults are kept until they are recovered or purged. */
const deletedVaultType = "Microsoft.KeyVault/deletedVaults";
const secretType = "Microsoft.KeyVault/vaults/secrets";
const msPerDay = 86_400_000;

const idOf = (subscriptionId: string, location: string, name: string) =>
  `/subscriptions/${subscriptionId}/providers/Microsoft.KeyVault/locations/${location}/deletedVaults/${name}`;

/** The deleted vault that has the name of `target` in the region, wherever it was. */
export function deletedVaultOf(
  { subscriptionId, name }: Pick<Target, "subscriptionId" | "name">,
  location: string,
  store: ResourceStore,
): StoredResource | undefined {
  return store.get(idOf(subscriptionId, location, name));
}

/** Keeps a vault that is about to be deleted, with its secrets, for as long as it says. */
export function softDelete(vault: StoredResource, { store, clock }: OperationContext): void {
  const { name, location = "", tags, properties } = vault;
  const [, , subscriptionId = ""] = vault.id.split("/");
  const days = Number(properties.softDeleteRetentionInDays ?? 90);
  store.put({
    id: idOf(subscriptionId, location, name),
    name,
    type: deletedVaultType,
    properties: {
      vaultId: vault.id,
      location,
      tags: tags ?? {},
      deletionDate: clock.iso(),
      scheduledPurgeDate: new Date(clock.now() + days * msPerDay).toISOString(),
      ...(properties.enablePurgeProtection === true ? { purgeProtectionEnabled: true } : {}),
      kept: { vault, secrets: store.list(secretType, vault.id) },
    },
  });
}

/**
 * Brings a deleted vault back with its secrets.
 *
 * @throws ArmError 404 when there is none, or it was in another resource group
 */
export function recoverVault(
  deleted: StoredResource | undefined,
  target: Target,
  { store }: OperationContext,
): ResourceBody {
  const kept = deleted?.properties.kept as
    { vault: StoredResource; secrets: StoredResource[] } | undefined;
  if (!deleted || kept?.vault.id.toLowerCase() !== target.id.toLowerCase()) {
    const message = `There is no deleted vault '${target.name}' to recover in this place.`;
    throw new ArmError(404, "DeletedVaultNotFound", message);
  }
  store.delete(deleted.id);
  for (const secret of kept.secrets) store.put(secret);
  const { location, tags, properties } = kept.vault;
  return { location, ...(tags ? { tags } : {}), properties };
}

function presented({ properties, ...deleted }: StoredResource): unknown {
  const shown = Object.entries(properties).filter(([name]) => name !== "kept");
  return { ...deleted, properties: Object.fromEntries(shown) };
}

const found = (id: string, name: string, store: ResourceStore): StoredResource => {
  const deleted = store.get(id);
  if (deleted) return deleted;
  throw new ArmError(404, "DeletedVaultNotFound", `The deleted vault '${name}' does not exist.`);
};

/** Deleted vaults: list, get and purge. */
export const deletedVaultOperations: Record<string, ProviderOperation> = {
  "GET Microsoft.KeyVault/deletedVaults": {
    apiVersions: keyVaultVersions,
    action: "Microsoft.KeyVault/deletedVaults/read",
    handle: ({ subscriptionId }, { store }) => ({
      status: 200,
      body: {
        value: store.list(deletedVaultType, `/subscriptions/${subscriptionId}`).map(presented),
      },
    }),
  },
  "GET Microsoft.KeyVault/locations/deletedVaults": {
    apiVersions: keyVaultVersions,
    action: "Microsoft.KeyVault/locations/deletedVaults/read",
    handle: ({ scope, names }, { store }) => ({
      status: 200,
      body: presented(found(scope, names[1] ?? "", store)),
    }),
  },
  "POST Microsoft.KeyVault/locations/deletedVaults/purge": {
    apiVersions: keyVaultVersions,
    action: "Microsoft.KeyVault/locations/deletedVaults/purge/action",
    handle({ scope, names }, { store }) {
      const { id, name, properties } = found(scope, names[1] ?? "", store);
      if (properties.purgeProtectionEnabled === true) {
        const message = `The vault '${name}' has purge protection: it cannot be purged before ${String(properties.scheduledPurgeDate)}.`;
        throw new ArmError(403, "OperationNotAllowed", message);
      }
      return {
        status: 200,
        longRunning: { durationMs: 2_000, onEnd: () => void store.delete(id) },
      };
    },
  },
};
