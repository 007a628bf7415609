import type { RegistryEndpoint } from "../azure/iot-operations/registry-endpoint";
import { idKey, nameOf, parseResourceId } from "../azure/resource-id";
import type { EndpointQueryRow } from "../lib/endpoint-query/columns";
import type { InstanceOption } from "./instances";
import type { PendingChange } from "./own-writes";

/** Where a row was read: the index, ARM itself, or ARM's answer to one of our own writes. */
export type RowSource = "resourceGraph" | "resourceManager" | "ownWrite";

/** A registry endpoint as the list shows it. */
export interface EndpointRow extends EndpointQueryRow {
  source: RowSource;
  /** What this person's own write, still under way, is doing to it. */
  change?: PendingChange;
}

/** What rows are joined with. */
export interface RowContext {
  /** By lower-case id. */
  instances: ReadonlyMap<string, InstanceOption>;
  /** Display names by lower-case subscription id. */
  subscriptionNames: ReadonlyMap<string, string>;
}

/** Id of the instance that an endpoint belongs to. */
export function instanceIdOf(endpointId: string): string {
  return parseResourceId(endpointId)?.parentId ?? "";
}

/** Joins an endpoint with its instance and subscription, as far as they are known. */
export function endpointRow(
  endpoint: RegistryEndpoint,
  source: RowSource,
  { instances, subscriptionNames }: RowContext,
): EndpointRow {
  const parsed = parseResourceId(endpoint.id);
  const parentId = parsed?.parentId ?? "";
  const instance = instances.get(idKey(parentId));
  // The instance's spelling, so that rows of one instance agree however their own ids are written.
  const instanceId = instance?.id ?? parentId;
  const subscriptionId = instance?.subscriptionId ?? parsed?.subscriptionId ?? "";
  return {
    id: endpoint.id,
    name: endpoint.name,
    host: endpoint.properties.host ?? "",
    authentication: endpoint.properties.authentication?.method ?? "",
    provisioningState: endpoint.properties.provisioningState ?? "",
    instanceId,
    instanceName: instance?.name ?? nameOf(instanceId),
    instanceVersion: instance?.version,
    site: instance?.site ?? "",
    resourceGroup: instance?.resourceGroup ?? parsed?.resourceGroup ?? "",
    subscriptionId,
    subscriptionName: subscriptionNames.get(subscriptionId.toLowerCase()) ?? subscriptionId,
    location: instance?.location ?? "",
    tags: instance?.tags,
    source,
  };
}
