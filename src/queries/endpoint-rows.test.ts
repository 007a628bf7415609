import { expect, test } from "vitest";
import type { RegistryEndpoint } from "../azure/iot-operations/registry-endpoint";
import { endpointRows, instancesToAsk, type RowInputs } from "./endpoint-rows";
import type { InstanceOption } from "./instances";
import type { OwnWrite, PendingWrite } from "./own-writes";

const GROUP = "/subscriptions/S1/resourceGroups/rg-plant";
const INSTANCE = `${GROUP}/providers/Microsoft.IoTOperations/instances/aio-plant`;

const instance: InstanceOption = {
  id: INSTANCE,
  name: "aio-plant",
  version: "1.2.154",
  site: "Plant",
  location: "westeurope",
  resourceGroup: "rg-plant",
  subscriptionId: "S1",
};

function endpoint(name: string, host = "ghcr.io", parent = INSTANCE): RegistryEndpoint {
  return {
    id: `${parent}/registryEndpoints/${name}`,
    name,
    type: "microsoft.iotoperations/instances/registryendpoints",
    properties: { host, authentication: { method: "Anonymous" }, provisioningState: "Succeeded" },
  };
}

function rows(inputs: {
  indexed?: RegistryEndpoint[];
  asked?: RegistryEndpoint[];
  writes?: Omit<OwnWrite, "path">[];
  pending?: PendingWrite[];
}) {
  const all: RowInputs = {
    indexed: inputs.indexed ?? [],
    asked: inputs.asked ?? [],
    instances: [instance],
    subscriptionNames: new Map([["s1", "Contoso"]]),
    own: {
      writes: new Map(
        (inputs.writes ?? []).map((own) => [own.id.toLowerCase(), { ...own, path: [] }]),
      ),
      pending: new Map((inputs.pending ?? []).map((own) => [own.id.toLowerCase(), own])),
    },
  };
  return endpointRows(all);
}

test("joins an endpoint with its instance, site and subscription whatever the id's case", () => {
  const lower = endpoint("edge", "ghcr.io", INSTANCE.toLowerCase());
  expect(rows({ indexed: [lower] })).toEqual([
    {
      id: lower.id,
      name: "edge",
      host: "ghcr.io",
      authentication: "Anonymous",
      provisioningState: "Succeeded",
      instanceId: INSTANCE,
      instanceName: "aio-plant",
      instanceVersion: "1.2.154",
      site: "Plant",
      resourceGroup: "rg-plant",
      subscriptionId: "S1",
      subscriptionName: "Contoso",
      location: "westeurope",
      source: "resourceGraph",
    },
  ]);
});

test("shows an endpoint whose instance the person may not see by what its id says", () => {
  const [row] = rows({
    indexed: [
      endpoint("edge", "ghcr.io", `${GROUP}/providers/Microsoft.IoTOperations/instances/hidden`),
    ],
  });
  expect(row).toMatchObject({ instanceName: "hidden", resourceGroup: "rg-plant", site: "" });
});

test("lays own writes over Resource Graph and ARM, by id without case", () => {
  const stale = endpoint("edge", "old.io");
  const own = endpoint("edge", "new.io", INSTANCE.toUpperCase());
  const shown = rows({
    indexed: [stale],
    asked: [endpoint("gone")],
    writes: [
      { id: own.id, endpoint: own },
      { id: endpoint("GONE").id, endpoint: undefined },
    ],
  });
  expect(shown.map(({ host, source }) => [host, source])).toEqual([["new.io", "ownWrite"]]);
});

test("shows what is being created, changed and deleted as such", () => {
  const [edge, fresh] = [endpoint("edge"), endpoint("fresh")];
  const shown = rows({
    indexed: [edge],
    pending: [
      { id: edge.id.toUpperCase(), change: "deleting" },
      { id: fresh.id, change: "creating", endpoint: fresh },
    ],
  });
  expect(shown.map(({ name, change }) => [name, change])).toEqual([
    ["edge", "deleting"],
    ["fresh", "creating"],
  ]);
});

test("survives an endpoint that has nothing but an id yet", () => {
  const bare = { ...endpoint("bare"), properties: {} };
  expect(rows({ indexed: [bare] })[0]).toMatchObject({ host: "", authentication: "" });
});

test("asks ARM of the instances without endpoints in the index, and goes on with those asked before", () => {
  const [bare, asked] = [
    { ...instance, id: `${INSTANCE}-2` },
    { ...instance, id: `${INSTANCE}-3` },
  ];
  const shown = [
    endpoint("edge", "ghcr.io", INSTANCE.toLowerCase()),
    endpoint("hub", "ghcr.io", asked.id),
  ];
  const all = [instance, bare, asked];
  expect(instancesToAsk(all, shown, () => false)).toEqual([bare]);
  expect(instancesToAsk(all, shown, (id) => id === asked.id)).toEqual([bare, asked]);
});

test("keeps what ARM told beside what the index shows of the same instance, each id once", () => {
  const shown = rows({
    asked: [endpoint("edge", "old.io"), endpoint("hub", "old.io")],
    indexed: [endpoint("EDGE", "new.io", INSTANCE.toUpperCase())],
  });
  expect(shown.map(({ host, source }) => [host, source])).toEqual([
    ["new.io", "resourceGraph"],
    ["old.io", "resourceManager"],
  ]);
});
