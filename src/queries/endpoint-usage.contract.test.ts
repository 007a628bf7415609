import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { CONTOSO_TENANT_ID, personaOf } from "../../emulator/entra/personas";
import { createLocalAzure } from "../../emulator/local-azure";
import { endpointIds, instanceIds } from "../../emulator/scenarios/contoso-names";
import { createAzureClient } from "../azure/create-azure-client";
import { idKey } from "../azure/resource-id";
import { inProcessAzure } from "../azure/testing/in-process-azure";
import { inVirtualTime, startVirtualTime } from "../azure/testing/virtual-time";
import {
  readEndpointUsage,
  readInstanceUsage,
  type EndpointUsage,
  type InstancesUsage,
} from "./endpoint-usage";

beforeEach(startVirtualTime);
afterEach(() => vi.useRealTimers());

const everyInstance = Object.values(instanceIds);
const GRAPH_LISTS = "LIST Microsoft.IoTOperations/instances/dataflowProfiles/dataflowGraphs";

function signIn() {
  const azure = createLocalAzure({ scenario: "contoso" });
  azure.graph.settings.lagMs = 0;
  const credential = { tenantId: CONTOSO_TENANT_ID, ...personaOf("admin") };
  const client = createAzureClient(inProcessAzure((request) => azure.fetch(request), credential));
  const read = (ids: readonly string[] = everyInstance) => {
    const parts: InstancesUsage[] = [];
    const onPart = (part: InstancesUsage) => parts.push(part);
    return inVirtualTime(readEndpointUsage(client, ids, { onPart })).then((usage) => ({
      ...usage,
      parts,
    }));
  };
  return { azure, client, read };
}

const namesOf = ({ users }: EndpointUsage, endpointId: string) =>
  (users.get(idKey(endpointId)) ?? []).map(({ kind, name }) => `${kind} ${name}`);

const ofSigned = [
  "akriConnectorTemplate formation-rack",
  "dataflowGraph cell-formation",
  "dataflowGraph electrode-scrap",
];

describe("who uses an endpoint", () => {
  test("is read from the index, each user once however often it names the endpoint", async () => {
    const { azure, read } = signIn();
    const usage = await read([instanceIds.lyon, instanceIds.gothenburg]);
    expect(namesOf(usage, endpointIds.signed).sort()).toEqual(ofSigned);
    expect(namesOf(usage, endpointIds.syncedSecret)).toEqual(["akriConnectorTemplate fanuc-focas"]);
    expect(namesOf(usage, endpointIds.dockerConfig)).toEqual([]);
    expect(usage.incomplete).toEqual([]);
    expect(azure.requests().filter(({ method }) => method === "GET")).toEqual([]);
  });

  test("includes users of what does not exist", async () => {
    const usage = await signIn().read([instanceIds.lyon]);
    const gone = `${instanceIds.lyon}/registryEndpoints/retired-registry`;
    expect(namesOf(usage, gone)).toEqual(["akriConnectorTemplate old-scanner"]);
  });

  test("is asked of ARM where the index has none, and comes in parts", async () => {
    const { azure, read } = signIn();
    const whole = await read();
    azure.graph.settings.omitEndpointUsers = [instanceIds.lyon];
    const usage = await read();
    expect(new Set(usage.users.keys())).toEqual(new Set(whole.users.keys()));
    expect(namesOf(usage, endpointIds.signed).sort()).toEqual(ofSigned);
    const [first] = usage.parts;
    expect(first?.users.has(idKey(endpointIds.signed))).toBe(false);
    expect(first?.users.has(idKey(endpointIds.healthyAcr))).toBe(true);
    expect(first?.answered.has(idKey(instanceIds.gothenburg))).toBe(true);
    expect(first?.answered.has(idKey(instanceIds.lyon))).toBe(false);
    expect(usage.answered).toEqual(new Set(everyInstance.map(idKey)));
    expect(usage.parts.length).toBeGreaterThan(1);
  });

  test("is said to be incomplete where neither answers", async () => {
    const { azure, read } = signIn();
    azure.graph.settings.omitEndpointUsers = "all";
    azure.faults.add({ match: { operation: GRAPH_LISTS }, effect: { status: 403 } });
    const usage = await read([instanceIds.lyon]);
    expect(namesOf(usage, endpointIds.signed)).toEqual(["akriConnectorTemplate formation-rack"]);
    expect(usage.incomplete.join()).toContain("The data flow graphs could not be read");
    expect(usage.answered).toEqual(new Set());
  });

  test("is asked of ARM alone when the index fails", async () => {
    const { azure, read } = signIn();
    const operation = "POST Microsoft.ResourceGraph/resources";
    azure.faults.add({ match: { operation }, effect: { status: 400 } });
    const usage = await read([instanceIds.lyon]);
    expect(namesOf(usage, endpointIds.signed).sort()).toEqual(ofSigned);
    expect(usage.incomplete).toHaveLength(1);
    expect(usage.answered).toEqual(new Set([idKey(instanceIds.lyon)]));
  });
});

test("an instance that is gone has no users", async () => {
  const { client } = signIn();
  const usage = await inVirtualTime(readInstanceUsage(client, `${instanceIds.lyon}-gone`));
  expect(usage).toEqual({ users: new Map(), incomplete: [] });
});

test("of a dataflow profile that goes meanwhile only its own graphs are missing", async () => {
  const { azure, client } = signIn();
  const id = `${instanceIds.lyon}/dataflowProfiles/going`;
  const type = "Microsoft.IoTOperations/instances/dataflowProfiles";
  azure.store.put({ id, name: "going", type, properties: {} });
  const path = "dataflowProfiles/going/dataflowGraphs";
  azure.faults.add({ match: { path }, effect: { status: 404 } });
  const usage = await inVirtualTime(readInstanceUsage(client, instanceIds.lyon));
  const graphs = [...usage.users.values()].flat().filter(({ kind }) => kind === "dataflowGraph");
  expect(graphs).not.toEqual([]);
  expect(usage.incomplete).toEqual([]);
});

test("graphs and templates that lack members use nothing, and hide none of the others", async () => {
  const { azure, client } = signIn();
  const graphs = [
    { id: `${instanceIds.lyon}/dataflowProfiles/default/dataflowGraphs/odd` },
    {
      id: `${instanceIds.lyon}/dataflowProfiles/default/dataflowGraphs/nulls`,
      properties: { nodes: [null, { graphSettings: null }, "text"] },
    },
    {
      id: `${instanceIds.lyon}/dataflowProfiles/default/dataflowGraphs/sound`,
      properties: { nodes: [null, { graphSettings: { registryEndpointRef: "default" } }] },
    },
  ];
  azure.faults.add({
    match: { operation: GRAPH_LISTS },
    effect: { contentType: "application/json", body: JSON.stringify({ value: graphs }) },
  });
  const usage = await inVirtualTime(readInstanceUsage(client, instanceIds.lyon));
  expect(namesOf(usage, `${instanceIds.lyon}/registryEndpoints/default`)).toContain(
    "dataflowGraph sound",
  );
  expect(usage.incomplete).toEqual([]);
});
