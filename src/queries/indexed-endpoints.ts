import { queryOptions, type QueryClient } from "@tanstack/react-query";
import type { AzureClient } from "../azure/client";
import { isNotFound, isServiceDown, type AzureError } from "../azure/http/azure-error";
import { resourcesIn } from "../azure/http/wire-reader";
import {
  readRegistryEndpoint,
  type RegistryEndpoint,
} from "../azure/iot-operations/registry-endpoint";
import { idKey } from "../azure/resource-id";
import { instanceIdOf } from "./endpoint-rows";
import type { OwnWrites } from "./own-writes";
import { rereadOwnWrites } from "./reread-own-writes";

/** Every registry endpoint in the index, as `RegistryEndpoint` has it. */
export const ENDPOINTS_QUERY = `resources
| where type =~ 'microsoft.iotoperations/instances/registryendpoints'
| project id, name, type, extendedLocation, properties
| order by id asc`;

export interface IndexedEndpoints {
  endpoints: RegistryEndpoint[];
  /** Why some may be missing. */
  incomplete?: string;
}

/**
 * Every registry endpoint that Resource Graph shows the person; settles their own writes, and asks ARM
 * about those that its answer contradicts.
 */
export function indexedEndpointsOptions(
  azure: Pick<AzureClient, "resourceGraph" | "subscriptions" | "registryEndpoints">,
  accountId: string,
  ownWrites: OwnWrites,
) {
  return queryOptions({
    queryKey: indexedEndpointsKey(accountId),
    queryFn: async ({ signal, client, queryKey }): Promise<IndexedEndpoints> => {
      try {
        const { rows, incomplete } = await queryEverywhere(azure, signal);
        const endpoints = resourcesIn(rows, readRegistryEndpoint);
        // What is missing from half an answer says nothing about a deletion.
        if (incomplete === undefined) {
          const before = client.getQueryData<IndexedEndpoints>(queryKey)?.endpoints ?? [];
          forgetGone(client, accountId, before, endpoints);
          void rereadOwnWrites(azure, ownWrites, ownWrites.settle(endpoints));
        }
        return { endpoints, incomplete };
      } catch (error) {
        // Rows of before are kept; where there are none, every instance counts as not indexed and is asked.
        const isNeeded = isServiceDown(error) && client.getQueryData(queryKey) === undefined;
        if (!isNeeded) throw error;
        return { endpoints: [], incomplete: withoutIndex(error) };
      }
    },
    // As long as the answers of ARM, from which it takes away what is gone.
    gcTime: Infinity,
  });
}

/** What Resource Graph has shown and no longer shows is gone from the remembered answers of ARM too. */
function forgetGone(
  client: QueryClient,
  accountId: string,
  before: readonly RegistryEndpoint[],
  now: readonly RegistryEndpoint[],
): void {
  const shown = new Set(now.map(({ id }) => idKey(id)));
  for (const { id } of before) {
    if (!shown.has(idKey(id))) patchAskedEndpoints(client, accountId, id, undefined);
  }
}

/**
 * The endpoints of an instance that Resource Graph shows without any, asked of ARM once: the answer
 * is kept until the page is loaded anew, and only the person's own Refresh asks again. No signal is passed on,
 * so that leaving the page does not undo what was asked.
 */
export function askedEndpointsOptions(
  azure: Pick<AzureClient, "registryEndpoints">,
  accountId: string,
  instanceId: string,
) {
  return queryOptions({
    queryKey: askedEndpointsKey(accountId, instanceId),
    queryFn: () => listEndpoints(azure, instanceId),
    staleTime: Infinity,
    gcTime: Infinity,
    retryOnMount: false,
  });
}

/** Key of what Resource Graph shows. */
export function indexedEndpointsKey(accountId: string): readonly string[] {
  return ["indexed-endpoints", accountId];
}

/** Key of the answers of all instances that were asked. */
export function askedEndpointsRootKey(accountId: string): readonly string[] {
  return ["asked-endpoints", accountId];
}

/** Keeps a remembered answer true after a write: `endpoint` is undefined when it was deleted. */
export function patchAskedEndpoints(
  client: QueryClient,
  accountId: string,
  id: string,
  endpoint: RegistryEndpoint | undefined,
): void {
  const queryKey = askedEndpointsKey(accountId, instanceIdOf(id));
  client.setQueryData<RegistryEndpoint[]>(queryKey, (known) => {
    if (known === undefined) return undefined;
    const others = known.filter((one) => idKey(one.id) !== idKey(id));
    return endpoint === undefined ? others : [...others, endpoint];
  });
}

/** Key of the answer of one instance. */
export function askedEndpointsKey(accountId: string, instanceId: string): readonly string[] {
  return [...askedEndpointsRootKey(accountId), idKey(instanceId)];
}

async function listEndpoints(
  azure: Pick<AzureClient, "registryEndpoints">,
  instanceId: string,
): Promise<RegistryEndpoint[]> {
  try {
    return await azure.registryEndpoints.listByInstance(instanceId, { priority: "background" });
  } catch (error) {
    // Resource Graph still shows an instance that is gone.
    if (isNotFound(error)) return [];
    throw error;
  }
}

/** Where a tenant has more subscriptions than Azure searches by itself, they are named. */
async function queryEverywhere(
  azure: Pick<AzureClient, "resourceGraph" | "subscriptions">,
  signal: AbortSignal,
) {
  const query = (subscriptions?: string[]) =>
    azure.resourceGraph.query<unknown>(ENDPOINTS_QUERY, {
      signal,
      keepsPages: true,
      ...(subscriptions ? { subscriptions } : {}),
    });
  const result = await query();
  if (!result.hasHitSubscriptionLimit) return result;
  const subscriptions = await azure.subscriptions.list({ signal });
  return query(subscriptions.map(({ subscriptionId }) => subscriptionId));
}

function withoutIndex({ message, code, correlationId }: AzureError): string {
  const forSupport = correlationId === undefined ? "" : ` Correlation id ${correlationId}.`;
  return `Azure Resource Graph failed (${code}: ${message}${forSupport}), so every instance is asked by itself. Endpoints of instances that you may not list are missing.`;
}
