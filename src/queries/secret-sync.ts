import { useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import type { AzureClient, CallOptions } from "../azure/client";
import { isNotFound } from "../azure/http/azure-error";
import type { Instance } from "../azure/iot-operations/instance";
import { idKey, parseResourceId, sameId } from "../azure/resource-id";
import type { SecretProviderClass, SecretSync } from "../azure/secret-sync/secret-sync";
import { useAccount, useAzure } from "./azure-context";

/** How an instance gets secrets from Key Vault. */
export interface SecretSettings {
  instance: Instance;
  /** Absent when secure settings were never enabled. */
  providerClassId?: string;
  /** Absent when the instance names none, or one that no longer exists. */
  providerClass?: SecretProviderClass;
}

/**
 * Follows an instance to its default secret provider class. Throws `AzureError` for anything but a class
 * that does not exist.
 */
export async function readSecretSettings(
  azure: AzureClient,
  instanceId: string,
  options: CallOptions = {},
): Promise<SecretSettings> {
  const instance = await azure.instances.get(instanceId, options);
  const providerClassId = instance.properties.defaultSecretProviderClassRef?.resourceId;
  if (providerClassId === undefined || providerClassId === "") {
    return { instance };
  }
  try {
    const providerClass = await azure.secretProviderClasses.get(providerClassId, options);
    return { instance, providerClassId, providerClass };
  } catch (error) {
    if (isNotFound(error)) {
      return { instance, providerClassId };
    }
    throw error;
  }
}

/** Under this key is everything that a change of secret syncs or provider classes makes stale. */
export function secretSyncKey(accountId: string, ...rest: string[]): readonly string[] {
  return ["secret-sync", accountId, ...rest];
}

/** Returns what to call once secret syncs or provider classes were written: they are read anew. */
export function useSecretSyncsChanged(): () => void {
  const client = useQueryClient();
  const { id } = useAccount();
  return () => void client.invalidateQueries({ queryKey: secretSyncKey(id) });
}

/** The secret syncs of an instance, by name. Pass an empty id to ask nothing. */
export function useSecretSyncs(instanceId: string): UseQueryResult<SecretSync[]> {
  const azure = useAzure();
  const account = useAccount();
  return useQuery({
    queryKey: secretSyncKey(account.id, "list", idKey(instanceId)),
    queryFn: async ({ signal }) => {
      const settings = await readSecretSettings(azure, instanceId, { signal });
      return listSecretSyncs(azure, settings, { signal });
    },
    enabled: instanceId !== "",
  });
}

/**
 * The secret syncs of the instance's custom location, by name. They can only be asked for by resource
 * group: that of the instance and that of its provider class are asked.
 */
export async function listSecretSyncs(
  azure: AzureClient,
  { instance, providerClassId }: SecretSettings,
  options: CallOptions = {},
): Promise<SecretSync[]> {
  const customLocationId = instance.extendedLocation?.name;
  if (customLocationId === undefined) {
    return [];
  }
  const scopes = resourceGroupsOf([instance.id, providerClassId ?? ""]);
  const lists = await Promise.all(
    scopes.map((scope) => azure.secretSyncs.listByResourceGroup(scope, options)),
  );
  return lists
    .flat()
    .filter(({ extendedLocation }) => sameId(extendedLocation?.name ?? "", customLocationId))
    .sort((one, other) => one.name.localeCompare(other.name));
}

/** Id of the secret sync of that name: in the instance's resource group, as the Azure CLI makes them. */
export function secretSyncId(instanceId: string, name: string): string {
  const [scope] = resourceGroupsOf([instanceId]);
  if (scope === undefined) {
    throw new Error(`${instanceId} is not the id of an instance.`);
  }
  return `/subscriptions/${scope.subscriptionId}/resourceGroups/${scope.resourceGroup}/providers/Microsoft.SecretSyncController/secretSyncs/${name}`;
}

interface ResourceGroupScope {
  subscriptionId: string;
  resourceGroup: string;
}

function resourceGroupsOf(ids: string[]): ResourceGroupScope[] {
  const scopes = new Map<string, ResourceGroupScope>();
  for (const id of ids) {
    const parsed = parseResourceId(id);
    if (parsed?.subscriptionId !== undefined && parsed.resourceGroup !== undefined) {
      const { subscriptionId, resourceGroup } = parsed;
      scopes.set(`${subscriptionId}/${resourceGroup}`.toLowerCase(), {
        subscriptionId,
        resourceGroup,
      });
    }
  }
  return [...scopes.values()];
}

/** Kubernetes namespace that an instance's secrets live in: that of its custom location. */
export function useNamespace(instanceId: string): UseQueryResult<string | null> {
  const azure = useAzure();
  const account = useAccount();
  return useQuery({
    queryKey: ["namespace", account.id, idKey(instanceId)],
    queryFn: async ({ signal }) => {
      const { extendedLocation } = await azure.instances.get(instanceId, { signal });
      if (extendedLocation === undefined) {
        return null;
      }
      const { properties } = await azure.customLocations.get(extendedLocation.name, { signal });
      return properties.namespace ?? null;
    },
    enabled: instanceId !== "",
  });
}
