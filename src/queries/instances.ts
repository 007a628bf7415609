import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { AzureClient } from "../azure/client";
import { isServiceDown } from "../azure/http/azure-error";
import { resourceReader, text } from "../azure/http/wire-reader";
import type { Instance } from "../azure/iot-operations/instance";
import type { RegistryEndpoint } from "../azure/iot-operations/registry-endpoint";
import { idKey, parseResourceId } from "../azure/resource-id";
import { hasRegistryEndpoints } from "../lib/host-meaning";
import { useAccount, useAzure } from "./azure-context";
import {
  mapPartialList,
  readPartialList,
  usePartialList,
  type PartialListQuery,
  type PartialListResult,
} from "./partial-list";

/** An Azure IoT Operations instance as one chooses it. */
export interface InstanceOption {
  id: string;
  name: string;
  version?: string;
  provisioningState?: string;
  /** The `site` tag, else the name of the custom location. */
  site: string;
  location: string;
  resourceGroup: string;
  subscriptionId: string;
  customLocationId?: string;
  secretProviderClassId?: string;
  tags?: Readonly<Record<string, string>>;
  /** Why no registry endpoint can be created on it; absent when one can. */
  disabledReason?: string;
}

/** Row of the Resource Graph query below. */
export interface InstanceRow {
  id: string;
  name: string;
  location?: string;
  tags?: Record<string, string>;
  version?: string;
  provisioningState?: string;
  customLocationId?: string;
  secretProviderClassId?: string;
}

const readRow = resourceReader<InstanceRow>(
  {},
  { version: text, provisioningState: text, customLocationId: text, secretProviderClassId: text },
);

const INSTANCES_QUERY = `resources
| where type =~ 'microsoft.iotoperations/instances'
| extend version = tostring(properties.version), provisioningState = tostring(properties.provisioningState), customLocationId = tostring(extendedLocation.name), secretProviderClassId = tostring(properties.defaultSecretProviderClassRef.resourceId)
| project id, name, location, tags, version, provisioningState, customLocationId, secretProviderClassId
| order by id asc`;

/** Every instance that the person can see, with the reason where one cannot be used; asked once `enabled`. */
export function useInstances({ enabled = true } = {}): PartialListResult<InstanceOption> {
  return usePartialList({ ...instancesOptions(useAzure(), useAccount().id), enabled });
}

/** The query behind `useInstances`. */
export function instancesOptions(
  azure: Pick<AzureClient, "resourceGraph" | "subscriptions" | "instances">,
  accountId: string,
): PartialListQuery<InstanceOption> {
  return {
    queryKey: instancesKey(accountId),
    queryFn: async ({ signal, client, queryKey }) => {
      try {
        const list = await readPartialList<unknown>(azure, INSTANCES_QUERY, { signal });
        return mapPartialList(list, (wire) => {
          const row = readRow(wire);
          return row === undefined ? [] : [instanceOption(row)];
        });
      } catch (error) {
        // What was read before is better than a sweep.
        const isNeeded = isServiceDown(error) && client.getQueryData(queryKey) === undefined;
        const instances = isNeeded ? await listFromArm(azure, signal) : undefined;
        if (instances === undefined) throw error;
        return { items: instances.map(instanceRow).map(instanceOption) };
      }
    },
  };
}

/** The instances of every subscription, or undefined if any of those does not answer: no half list. */
async function listFromArm(
  azure: Pick<AzureClient, "subscriptions" | "instances">,
  signal: AbortSignal,
): Promise<Instance[] | undefined> {
  const options = { signal, priority: "background" } as const;
  try {
    const subscriptions = await azure.subscriptions.list({ signal });
    const lists = subscriptions.map(({ subscriptionId }) =>
      azure.instances.listBySubscription(subscriptionId, options),
    );
    return (await Promise.all(lists)).flat();
  } catch {
    // Whoever asked is told why Resource Graph failed.
    return undefined;
  }
}

function instanceRow({ id, name, location, tags, properties, extendedLocation }: Instance) {
  const { version, provisioningState, defaultSecretProviderClassRef } = properties;
  return {
    id,
    name,
    location,
    tags,
    version,
    provisioningState,
    customLocationId: extendedLocation?.name,
    secretProviderClassId: defaultSecretProviderClassRef?.resourceId,
  };
}

/** The endpoints of one instance, asked of ARM: to warn of a host that is already there. */
export function useInstanceEndpoints(instanceId: string): UseQueryResult<RegistryEndpoint[]> {
  const azure = useAzure();
  const account = useAccount();
  return useQuery({
    queryKey: instanceEndpointsKey(account.id, instanceId),
    queryFn: ({ signal }) => azure.registryEndpoints.listByInstance(instanceId, { signal }),
    enabled: instanceId !== "",
  });
}

/** Key of the instances. */
export function instancesKey(accountId: string): readonly string[] {
  return ["instances", accountId];
}

/** Key of the endpoints of one instance. */
export function instanceEndpointsKey(accountId: string, instanceId: string): readonly string[] {
  return ["instance-endpoints", accountId, idKey(instanceId)];
}

/** Turns a row of Resource Graph into a choice. Versions before 1.2 have no registry endpoints (documentation of August 2025). */
export function instanceOption(row: InstanceRow): InstanceOption {
  const customLocationId = row.customLocationId || undefined;
  const id = parseResourceId(row.id);
  const option: InstanceOption = {
    id: row.id,
    name: row.name,
    site: siteOf(row.tags, customLocationId),
    location: row.location ?? "",
    resourceGroup: id?.resourceGroup ?? "",
    subscriptionId: id?.subscriptionId ?? "",
    version: row.version || undefined,
    provisioningState: row.provisioningState || undefined,
    customLocationId,
    secretProviderClassId: row.secretProviderClassId || undefined,
    tags: row.tags,
  };
  const disabledReason = reasonAgainst(option);
  return disabledReason === undefined ? option : { ...option, disabledReason };
}

function siteOf(tags: Record<string, string> | undefined, customLocationId?: string): string {
  const tag = Object.entries(tags ?? {}).find(([key]) => key.toLowerCase() === "site");
  return tag?.[1] || (customLocationId?.split("/").at(-1) ?? "");
}

function reasonAgainst(option: InstanceOption): string | undefined {
  if (!hasRegistryEndpoints(option.version)) {
    return `Version ${option.version ?? ""} has no registry endpoints; upgrade the instance to 1.2 or later.`;
  }
  switch (option.provisioningState?.toLowerCase()) {
    case "failed":
      return "The instance's last deployment failed; repair it first.";
    case "canceled":
      return "The instance's last deployment was canceled; repeat it first.";
    case "deleting":
      return "The instance is being deleted.";
    default:
      return option.customLocationId === undefined
        ? "The instance has no custom location to deploy to."
        : undefined;
  }
}
