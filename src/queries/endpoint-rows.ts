import type { RegistryEndpoint } from "../azure/iot-operations/registry-endpoint";
import { idKey, nameOf, parseResourceId } from "../azure/resource-id";
import type { EndpointQueryRow } from "../lib/endpoint-query/columns";
import type { InstanceOption } from "./instances";
import type { OwnWritesSnapshot, PendingChange } from "./own-writes";

/** Where a row was read: the index, ARM itself, or ARM's answer to one of our own writes. */
type RowSource = "resourceGraph" | "resourceManager" | "ownWrite";

/** A registry endpoint as the list shows it. */
export interface EndpointRow extends EndpointQueryRow {
  source: RowSource;
  /** What this person's own write, still under way, is doing to it. */
  change?: PendingChange;
}

export interface RowInputs {
  /** From Resource Graph. */
  indexed: readonly RegistryEndpoint[];
  /** From ARM, of the instances of `instancesToAsk`; where Resource Graph shows the same id, its row counts. */
  asked: readonly RegistryEndpoint[];
  instances: readonly InstanceOption[];
  /** Display names by lower-case subscription id. */
  subscriptionNames: ReadonlyMap<string, string>;
  own: OwnWritesSnapshot;
}

/** Joins endpoints with their instances and lays this person's own writes over them. */
export function endpointRows({ indexed, asked, own, ...about }: RowInputs): EndpointRow[] {
  const instances = new Map(about.instances.map((instance) => [idKey(instance.id), instance]));
  const rows = new Map<string, EndpointRow>();
  const put = (endpoint: RegistryEndpoint, source: RowSource) => {
    rows.set(idKey(endpoint.id), endpointRow(endpoint, source, instances, about.subscriptionNames));
  };
  for (const endpoint of asked) put(endpoint, "resourceManager");
  for (const endpoint of indexed) put(endpoint, "resourceGraph");
  for (const [key, { endpoint }] of own.writes) {
    if (endpoint === undefined) rows.delete(key);
    else put(endpoint, "ownWrite");
  }
  for (const [key, { change, endpoint }] of own.pending) {
    if (endpoint !== undefined && !rows.has(key)) put(endpoint, "ownWrite");
    const row = rows.get(key);
    if (row !== undefined) rows.set(key, { ...row, change });
  }
  return [...rows.values()];
}

/**
 * The instances whose endpoints are taken from ARM too, in the given order: those of which Resource Graph
 * shows no endpoint, and those that ARM was asked of before, since it may show only some of theirs yet.
 */
export function instancesToAsk(
  instances: readonly InstanceOption[],
  indexed: readonly RegistryEndpoint[],
  wasAsked: (instanceId: string) => boolean,
): InstanceOption[] {
  const shown = new Set(indexed.map(({ id }) => idKey(instanceIdOf(id))));
  return instances.filter(({ id }) => !shown.has(idKey(id)) || wasAsked(id));
}

/** Id of the instance that an endpoint belongs to. */
export function instanceIdOf(endpointId: string): string {
  return parseResourceId(endpointId)?.parentId ?? "";
}

function endpointRow(
  endpoint: RegistryEndpoint,
  source: RowSource,
  instances: ReadonlyMap<string, InstanceOption>,
  subscriptionNames: ReadonlyMap<string, string>,
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
