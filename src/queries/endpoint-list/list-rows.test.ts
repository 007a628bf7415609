import { expect, test } from "vitest";
import type { RegistryEndpoint } from "../../azure/iot-operations/registry-endpoint";
import { emptyQuery } from "../../lib/endpoint-query/endpoint-query";
import type { InstanceOption } from "../instances";
import type { OwnWrite, PendingWrite } from "../own-writes";
import { createListRows } from "./list-rows";

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

const inMap = (endpoints: readonly RegistryEndpoint[]) =>
  new Map(endpoints.map((one) => [one.id.toLowerCase(), one]));

const context = {
  instances: new Map([[INSTANCE.toLowerCase(), instance]]),
  subscriptionNames: new Map([["s1", "Contoso"]]),
};

/** A list of what Azure tells; what it tells can change. */
function listOn(indexed: RegistryEndpoint[] = [], asked: RegistryEndpoint[] = []) {
  const [index, arm] = [inMap(indexed), inMap(asked)];
  const list = createListRows({
    get: (id) => index.get(id.toLowerCase()) ?? arm.get(id.toLowerCase()),
    isAsked: (id) => !index.has(id.toLowerCase()),
  });
  list.setContext(context);
  list.update([...asked, ...indexed].map(({ id }) => id));
  return { list, index, shown: () => list.indexed().index.all() };
}

function own(writes: Omit<OwnWrite, "path">[], pending: PendingWrite[] = []) {
  return {
    writes: new Map(writes.map((one) => [one.id.toLowerCase(), { ...one, path: [] }])),
    pending: new Map(pending.map((one) => [one.id.toLowerCase(), one])),
  };
}

function rows(inputs: {
  indexed?: RegistryEndpoint[];
  asked?: RegistryEndpoint[];
  writes?: Omit<OwnWrite, "path">[];
  pending?: PendingWrite[];
}) {
  const { list, shown } = listOn(inputs.indexed, inputs.asked);
  list.setOwn(own(inputs.writes ?? [], inputs.pending));
  return shown();
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
  const mine = endpoint("edge", "new.io", INSTANCE.toUpperCase());
  const shown = rows({
    indexed: [stale],
    asked: [endpoint("gone")],
    writes: [
      { id: mine.id, endpoint: mine },
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

test("a write that the index shows at last gives way to it, and what was laid over shows again", () => {
  const { list, shown } = listOn([endpoint("edge", "old.io")]);
  list.setOwn(own([{ id: endpoint("edge").id }]));
  expect(shown()).toEqual([]);
  list.setOwn(own([]));
  expect(shown().map(({ host, source }) => [host, source])).toEqual([["old.io", "resourceGraph"]]);
});

test("counts rows by where they come from, whatever comes and goes", () => {
  const { list, index } = listOn([endpoint("a")], [endpoint("b"), endpoint("c")]);
  const counts = () => {
    const { fromResourceGraph, fromResourceManager, instancesAsked, fromOwnWrites } =
      list.sources();
    return [fromResourceGraph, fromResourceManager, instancesAsked, fromOwnWrites];
  };
  expect(counts()).toEqual([1, 2, 1, 0]);
  list.setOwn(own([{ id: endpoint("b").id, endpoint: endpoint("b") }]));
  expect(counts()).toEqual([1, 1, 1, 1]);
  index.set(endpoint("c").id.toLowerCase(), endpoint("c"));
  list.update([endpoint("c").id]);
  expect(counts()).toEqual([2, 0, 0, 1]);
  list.setOwn(own([{ id: endpoint("b").id }]));
  expect(counts()).toEqual([2, 0, 0, 0]);
});

test("a row that is what it was stays the same object, whatever it is joined with again", () => {
  const { list, shown } = listOn([endpoint("edge")]);
  const [before] = shown();
  list.setContext({ ...context, instances: new Map(context.instances) });
  list.update([endpoint("edge").id.toUpperCase()]);
  expect(shown()[0]).toBe(before);
  list.setContext({ ...context, subscriptionNames: new Map([["s1", "Renamed"]]) });
  expect(shown()).toMatchObject([{ subscriptionName: "Renamed" }]);
});

test("rows of an earlier visit show until Azure tells of them, or for good that there are no more", () => {
  const earlier = listOn([endpoint("a"), endpoint("b", "old.io")]).shown();
  const { list, index, shown } = listOn();
  list.addCached(earlier);
  expect(shown()).toEqual(earlier);
  index.set(endpoint("b").id.toLowerCase(), endpoint("b", "new.io"));
  list.update([endpoint("b").id]);
  expect(shown().map(({ host }) => host)).toEqual(["ghcr.io", "new.io"]);
  list.dropEarlier();
  expect(shown().map(({ name }) => name)).toEqual(["b"]);
});

test("rows that come after it is known who uses what learn of it; what nobody was asked of is not known", () => {
  const { list, index } = listOn([endpoint("early")]);
  const other = INSTANCE.replace("aio-plant", "aio-new");
  const usage = () => {
    const { index: all, evaluator } = list.indexed();
    const facet = evaluator.facetCounts(emptyQuery(), "usage");
    return {
      known: Object.fromEntries(
        [...all.knownUsage()].map(([id, isUsed]) => [id.slice(id.lastIndexOf("/") + 1), isUsed]),
      ),
      counts: Object.fromEntries(facet.map(({ value, count }) => [value, count])),
      isAllKnown: all.isUsageKnown(),
    };
  };
  // The column of the index is there before.
  expect(usage()).toEqual({ known: {}, counts: { "": 1 }, isAllKnown: false });
  const used = endpoint("used");
  const users = new Map([[used.id.toLowerCase(), []]]);
  list.setUsage({ users, answered: new Set([INSTANCE.toLowerCase()]) });
  expect(usage()).toMatchObject({ known: { early: false }, isAllKnown: true });
  const late = [used, endpoint("late"), endpoint("elsewhere", "ghcr.io", other)];
  for (const one of late) index.set(one.id.toLowerCase(), one);
  list.update(late.map(({ id }) => id));
  expect(usage()).toEqual({
    known: { early: false, used: true, late: false },
    counts: { "": 1, used: 1, unused: 2 },
    isAllKnown: false,
  });
});
