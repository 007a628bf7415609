import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { AzureClient, CallOptions } from "../azure/client";
import { isNotFound } from "../azure/http/azure-error";
import { resourceReader, resourcesIn } from "../azure/http/wire-reader";
import {
  readNodes,
  readRegistrySettings,
  type AkriConnectorTemplate,
  type ConnectorRegistrySettings,
  type DataflowGraph,
  type DataflowGraphNode,
} from "../azure/iot-operations/endpoint-users";
import { childId, idKey, parseResourceId } from "../azure/resource-id";
import { failureText } from "./endpoint-list-gaps";
import { useAccount, useAzure } from "./azure-context";

/** What pulls artifacts through a registry endpoint. */
export interface EndpointUser {
  id: string;
  name: string;
  kind: "dataflowGraph" | "akriConnectorTemplate";
}

/** Users by `idKey` of the endpoint, that of one that does not exist included. */
export type EndpointUsers = ReadonlyMap<string, readonly EndpointUser[]>;

/** What is known of who uses endpoints. */
export interface EndpointUsage {
  users: EndpointUsers;
  /** Why some may be missing, one sentence each. */
  incomplete: readonly string[];
}

/** The same, of the endpoints of many instances. */
export interface InstancesUsage extends EndpointUsage {
  /** `idKey` of the instances of which all users are known. */
  answered: ReadonlySet<string>;
}

type UsageAzure = Pick<AzureClient, "resourceGraph" | "dataflowGraphs" | "akriConnectorTemplates">;

/** Row of the query below. */
interface UsageRow {
  id: string;
  name: string;
  nodes?: DataflowGraphNode[];
  registry?: ConnectorRegistrySettings;
}

const readRow = resourceReader<UsageRow & { type: string }>(
  {},
  { nodes: readNodes, registry: readRegistrySettings },
);

// The nodes come as they are: `mv-expand` would stop at 400 of them, and give an id several rows, of which
// pages keep one.
const USAGE_QUERY = `resources
| where type in~ ('microsoft.iotoperations/instances/dataflowprofiles/dataflowgraphs', 'microsoft.iotoperations/instances/akriconnectortemplates')
| extend nodes = properties.nodes, registry = properties.runtimeConfiguration.managedConfigurationSettings.imageConfigurationSettings.registrySettings
| project id, name, type, nodes, registry
| order by id asc`;

/**
 * Who uses the endpoints of these instances: from Resource Graph, then from ARM for each instance of which the
 * index shows no user. `onPart` gets what is known so far. Where Resource Graph fails, ARM is asked for all.
 *
 * @returns everything; never rejects but when it is aborted: what could not be read is in `incomplete`
 */
export async function readEndpointUsage(
  azure: UsageAzure,
  instanceIds: readonly string[],
  { onPart, ...options }: CallOptions & { onPart?: (usage: InstancesUsage) => void } = {},
): Promise<InstancesUsage> {
  const fromIndex = await readIndexedUsage(azure, options);
  const users = new Map(fromIndex.users);
  const answered = new Set(fromIndex.answered);
  const incomplete = [...fromIndex.incomplete];
  const part = () => ({
    users: new Map(users),
    answered: new Set(answered),
    incomplete: [...incomplete],
  });
  onPart?.(part());
  await Promise.all(
    instanceIds
      .filter((id) => !fromIndex.indexed.has(idKey(id)))
      .map(async (id) => {
        const found = await readInstanceUsage(azure, id, options);
        for (const [key, ofEndpoint] of found.users) users.set(key, [...ofEndpoint]);
        incomplete.push(...found.incomplete);
        if (found.incomplete.length === 0) answered.add(idKey(id));
        onPart?.(part());
      }),
  );
  return part();
}

/**
 * Who uses the endpoints, as far as Resource Graph knows; it may have no user of an instance that it does not show.
 *
 * @returns with `idKey` of the instances that it knows a user of, which have answered unless something is incomplete;
 * never rejects but when it is aborted
 */
export async function readIndexedUsage(
  azure: Pick<UsageAzure, "resourceGraph">,
  options: CallOptions = {},
): Promise<InstancesUsage & { indexed: ReadonlySet<string> }> {
  const users = new Map<string, EndpointUser[]>();
  const incomplete: string[] = [];
  const indexed = new Set<string>();
  try {
    const { rows, incomplete: why } = await azure.resourceGraph.query<unknown>(USAGE_QUERY, {
      ...(options.signal ? { signal: options.signal } : {}),
      keepsPages: true,
    });
    if (why !== undefined) incomplete.push(why);
    for (const row of resourcesIn(rows, readRow)) {
      indexed.add(idKey(instanceOf(row.id)));
      const isGraph = row.type.toLowerCase().endsWith("/dataflowgraphs");
      noteUse(users, isGraph ? "dataflowGraph" : "akriConnectorTemplate", row);
    }
  } catch (error) {
    options.signal?.throwIfAborted();
    incomplete.push(failureText(error, "Azure Resource Graph could not be asked who uses them"));
  }
  return { users, indexed, incomplete, answered: incomplete.length === 0 ? indexed : new Set() };
}

/** Who uses the endpoints of one instance, as ARM has it. Never rejects but when it is aborted. */
export async function readInstanceUsage(
  azure: Pick<UsageAzure, "dataflowGraphs" | "akriConnectorTemplates">,
  instanceId: string,
  options: CallOptions = {},
): Promise<EndpointUsage> {
  const users = new Map<string, EndpointUser[]>();
  const incomplete: string[] = [];
  const read = async <Resource>(
    what: string,
    kind: EndpointUser["kind"],
    list: () => Promise<Resource[]>,
    rowOf: (resource: Resource) => UsageRow,
  ) => {
    try {
      for (const resource of await list()) noteUse(users, kind, rowOf(resource));
    } catch (error) {
      options.signal?.throwIfAborted();
      // The instance is gone, and what used it.
      if (!isNotFound(error)) incomplete.push(failureText(error, what));
    }
  };
  await Promise.all([
    read(
      "The data flow graphs could not be read",
      "dataflowGraph",
      () => azure.dataflowGraphs.listByInstance(instanceId, options),
      graphRow,
    ),
    read(
      "The connector templates could not be read",
      "akriConnectorTemplate",
      () => azure.akriConnectorTemplates.listByInstance(instanceId, options),
      templateRow,
    ),
  ]);
  return { users, incomplete };
}

/** Who uses one endpoint, asked of ARM. */
export function useEndpointUsers(
  endpointId: string,
): UseQueryResult<{ users: readonly EndpointUser[]; incomplete: readonly string[] }> {
  const azure = useAzure();
  const account = useAccount();
  const instanceId = parseResourceId(endpointId)?.parentId ?? "";
  return useQuery({
    queryKey: ["endpoint-usage", account.id, idKey(instanceId)],
    queryFn: ({ signal }) => readInstanceUsage(azure, instanceId, { signal }),
    enabled: instanceId !== "",
    select: ({ users, incomplete }) => ({
      users: users.get(idKey(endpointId)) ?? [],
      incomplete,
    }),
  });
}

function graphRow({ id, name, properties }: DataflowGraph): UsageRow {
  return { id, name, nodes: properties.nodes };
}

function templateRow({ id, name, properties }: AkriConnectorTemplate): UsageRow {
  const settings = properties.runtimeConfiguration?.managedConfigurationSettings;
  const registry = settings?.imageConfigurationSettings?.registrySettings;
  return { id, name, registry };
}

/** A reference is the name of an endpoint of the same instance. One that occurs twice is one use. */
function noteUse(
  users: Map<string, EndpointUser[]>,
  kind: EndpointUser["kind"],
  row: UsageRow,
): void {
  const references = [
    ...(row.nodes ?? []).map(({ graphSettings }) => graphSettings?.registryEndpointRef),
    row.registry?.registryEndpointRef,
  ];
  for (const name of new Set(references)) {
    if (!name) continue;
    const key = idKey(childId(instanceOf(row.id), "registryEndpoints", name));
    const user: EndpointUser = { id: row.id, name: row.name, kind };
    users.set(key, [...(users.get(key) ?? []), user]);
  }
}

/** A graph is below a profile, which is below the instance; a template is below the instance. */
function instanceOf(userId: string): string {
  return /^.*?\/instances\/[^/]+/i.exec(userId)?.[0] ?? "";
}
