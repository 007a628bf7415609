import { useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import type { AzureClient, CallOptions } from "../azure/client";
import { isNotFound } from "../azure/http/azure-error";
import type { Instance } from "../azure/iot-operations/instance";
import { describeFailure } from "../azure/http/describe-failure";
import { kql } from "../azure/resource-graph/kql";
import { idKey, parseResourceId, resourceGroupId, sameId } from "../azure/resource-id";
import {
  SECRET_SYNC_TYPE,
  type SecretProviderClass,
  type SecretSync,
} from "../azure/secret-sync/secret-sync";
import { useAccount, useAzure } from "./azure-context";
import {
  readPartialList,
  usePartialList,
  type PartialList,
  type PartialListResult,
} from "./partial-list";

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
export function useSecretSyncs(instanceId: string): PartialListResult<SecretSync> {
  const azure = useAzure();
  const account = useAccount();
  return usePartialList({
    queryKey: secretSyncKey(account.id, "list", idKey(instanceId)),
    queryFn: async ({ signal }) => {
      const settings = await readSecretSettings(azure, instanceId, { signal });
      return listSecretSyncs(azure, settings, { signal });
    },
    enabled: instanceId !== "",
  });
}

/**
 * The secret syncs of the instance's custom location, by name. ARM lists them by resource group: that of
 * the instance, that of its provider class, and every other one where Resource Graph knows of some.
 * Throws `AzureError` for the first two; `incomplete` says what could not be searched beyond them.
 */
export async function listSecretSyncs(
  azure: AzureClient,
  { instance, providerClassId }: SecretSettings,
  options: CallOptions = {},
): Promise<PartialList<SecretSync>> {
  const customLocationId = instance.extendedLocation?.name;
  if (customLocationId === undefined) {
    return { items: [] };
  }
  const own = resourceGroupsOf([instance.id, providerClassId ?? ""]);
  const [near, far] = await Promise.all([
    listIn(azure, own, options),
    listElsewhere(azure, customLocationId, own, options),
  ]);
  const items = [...near, ...far.items]
    .filter(({ extendedLocation }) => sameId(extendedLocation?.name ?? "", customLocationId))
    .sort((one, other) => one.name.localeCompare(other.name));
  return { ...far, items };
}

async function listIn(
  azure: AzureClient,
  scopes: readonly ResourceGroupScope[],
  options: CallOptions,
): Promise<SecretSync[]> {
  const lists = await Promise.all(
    scopes.map((scope) => azure.secretSyncs.listByResourceGroup(scope, options)),
  );
  return lists.flat();
}

/** Resource Graph lags, so that it only names the resource groups; what is in them is asked of ARM. */
async function listElsewhere(
  azure: AzureClient,
  customLocationId: string,
  known: readonly ResourceGroupScope[],
  options: CallOptions,
): Promise<PartialList<SecretSync>> {
  try {
    const query = kql`resources
| where type =~ 'microsoft.secretsynccontroller/secretsyncs' and tostring(extendedLocation.name) =~ ${customLocationId}
| project id
| order by id asc`;
    const found = await readPartialList<{ id: string }>(azure, query, options);
    const knownKeys = new Set(known.map(scopeKey));
    const others = resourceGroupsOf(found.items.map(({ id }) => id)).filter(
      (scope) => !knownKeys.has(scopeKey(scope)),
    );
    return { ...found, items: await listIn(azure, others, options) };
  } catch (error) {
    options.signal?.throwIfAborted();
    const names = known.map(({ resourceGroup }) => resourceGroup).join(" and ");
    const { message } = describeFailure(error, "");
    return {
      items: [],
      incomplete: `Only ${names} could be searched for secret syncs. ${message}`,
    };
  }
}

/** Id of the secret sync of that name: in the instance's resource group, as the Azure CLI makes them. */
export function secretSyncId(instanceId: string, name: string): string {
  const [scope] = resourceGroupsOf([instanceId]);
  if (scope === undefined) {
    throw new Error(`${instanceId} is not the id of an instance.`);
  }
  const group = resourceGroupId(scope.subscriptionId, scope.resourceGroup);
  return `${group}/providers/${SECRET_SYNC_TYPE}/${name}`;
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
      const scope = { subscriptionId, resourceGroup };
      scopes.set(scopeKey(scope), scope);
    }
  }
  return [...scopes.values()];
}

function scopeKey({ subscriptionId, resourceGroup }: ResourceGroupScope): string {
  return idKey(resourceGroupId(subscriptionId, resourceGroup));
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
