import { describe, expect, it, test, vi } from "vitest";
import { createClock } from "../clock";
import { createStore, type StoredResource } from "../store";
import { createResourceGraph } from "./resource-graph";
import {
  createTestGraph,
  person,
  refusal,
  resource,
  SUBSCRIPTION,
  type TestGraph,
} from "./test-graph";

const NAMES = "resources | project name | order by name asc";
const ENDPOINT = "Microsoft.IoTOperations/instances/registryEndpoints";
const instanceId = (name: string) =>
  `/subscriptions/${SUBSCRIPTION}/resourceGroups/g/providers/Microsoft.IoTOperations/instances/${name}`;

function instance(name: string): StoredResource {
  return resource(name, { id: instanceId(name), type: "Microsoft.IoTOperations/instances" });
}

function endpoint(parent: string, name: string): StoredResource {
  return resource(name, { id: `${instanceId(parent)}/registryEndpoints/${name}`, type: ENDPOINT });
}

function assignment(name: string): StoredResource {
  return resource(name, { type: "Microsoft.Authorization/roleAssignments" });
}

describe("lag", () => {
  it("is five seconds of the clock after a write, a change and a deletion", () => {
    const { store, clock, values } = createTestGraph();
    store.put(resource("v"));
    clock.advance(4_999);
    expect(values(NAMES)).toEqual([]);
    clock.advance(1);
    expect(values(NAMES)).toEqual(["v"]);
    store.put(resource("v", { location: "here" }));
    expect(values("resources | project location")).toEqual([""]);
    clock.advance(5_000);
    expect(values("resources | project location")).toEqual(["here"]);
    store.delete(resource("v").id);
    expect(values(NAMES)).toEqual(["v"]);
    clock.advance(5_000);
    expect(values(NAMES)).toEqual([]);
  });

  it("shows each write when its own time has come", () => {
    const { store, clock, values } = createTestGraph();
    store.put(resource("a"));
    clock.advance(3_000);
    store.put(resource("b"));
    clock.advance(2_000);
    expect(values(NAMES)).toEqual(["a"]);
    clock.advance(3_000);
    expect(values(NAMES)).toEqual(["a", "b"]);
  });

  it("of nothing shows a write at once", () => {
    const { graph, store, values } = createTestGraph();
    graph.settings.lagMs = 0;
    store.put(resource("a"));
    expect(values(NAMES)).toEqual(["a"]);
    store.put(resource("b"));
    store.delete(resource("a").id.toUpperCase());
    expect(values(NAMES)).toEqual(["b"]);
  });

  it("of Infinity never shows it, until the lag is changed", () => {
    const { graph, store, clock, values } = createTestGraph([resource("old")]);
    graph.settings.lagMs = Infinity;
    store.put(resource("new"));
    store.delete(resource("old").id);
    clock.advance(365 * 24 * 3_600_000);
    expect(values(NAMES)).toEqual(["old"]);
    graph.settings.lagMs = 5_000;
    expect(values(NAMES)).toEqual(["new"]);
  });

  it("that grows takes nothing back", () => {
    const { graph, store, values } = createTestGraph();
    graph.settings.lagMs = 0;
    store.put(resource("a"));
    expect(values(NAMES)).toEqual(["a"]);
    graph.settings.lagMs = 5_000;
    expect(values(NAMES)).toEqual(["a"]);
  });

  it("ends with rebuild, which also restores the settings", () => {
    const { graph, store, values } = createTestGraph([resource("old")]);
    Object.assign(graph.settings, { lagMs: Infinity, omitRegistryEndpoints: "all", quota: 3 });
    expect(values(NAMES)).toEqual(["old"]);
    store.load([resource("new")]);
    graph.rebuild();
    expect(graph.settings).toEqual({
      ...{ lagMs: 5_000, omitRegistryEndpoints: "none", omitEndpointUsers: "none", quota: 15 },
      ...{ subscriptionLimit: 10_000, pageSize: 1_000 },
    });
    expect(values(NAMES)).toEqual(["new"]);
  });

  it("carries a subscription's tenant to the rows below it", () => {
    const { graph, store, values } = createTestGraph([resource("v")]);
    graph.settings.lagMs = 0;
    expect(values("resources | project tenantId")).toEqual([""]);
    store.put({
      id: `/subscriptions/${SUBSCRIPTION}`,
      name: SUBSCRIPTION,
      type: "Microsoft.Resources/subscriptions",
      properties: { tenantId: "t" },
    });
    expect(values("resources | project tenantId")).toEqual(["t"]);
  });
});

describe("omitted registry endpoints", () => {
  const build = () =>
    createTestGraph([
      ...["one", "one-b"].map(instance),
      endpoint("one", "e1"),
      endpoint("one-b", "e2"),
    ]);
  const endpoints = ({ values }: TestGraph) =>
    values(
      "resources | where type endswith '/registryendpoints' | project name | order by name asc",
    );

  it("are none, all, or those of the instances named", () => {
    const test = build();
    expect(endpoints(test)).toEqual(["e1", "e2"]);
    test.graph.settings.omitRegistryEndpoints = "all";
    expect(endpoints(test)).toEqual([]);
    expect(test.values(NAMES)).toEqual(["one", "one-b"]);
    test.graph.settings.omitRegistryEndpoints = [instanceId("ONE").toUpperCase()];
    expect(endpoints(test)).toEqual(["e2"]);
    test.graph.settings.omitRegistryEndpoints = [];
    expect(endpoints(test)).toEqual(["e1", "e2"]);
  });

  it("come back as often as the setting does", () => {
    const test = build();
    for (let round = 0; round < 3; round++) {
      test.graph.settings.omitRegistryEndpoints = "all";
      expect(endpoints(test)).toEqual([]);
      test.graph.settings.omitRegistryEndpoints = "none";
      expect(endpoints(test)).toEqual(["e1", "e2"]);
    }
  });

  it("stay omitted through writes, and appear with the setting", () => {
    const test = build();
    Object.assign(test.graph.settings, { lagMs: 0, omitRegistryEndpoints: "all" });
    expect(endpoints(test)).toEqual([]);
    test.store.put(endpoint("one", "e3"));
    expect(endpoints(test)).toEqual([]);
    test.graph.settings.omitRegistryEndpoints = "none";
    expect(endpoints(test)).toEqual(["e1", "e2", "e3"]);
  });
});

describe("access", () => {
  const hide = (test: TestGraph, who: string, name: string) =>
    test.hidden.add(`${who} ${resource(name).id.toLowerCase()}`);
  const seenBy = (test: TestGraph, who: string) =>
    test.answer(NAMES, {}, person(who)).data.map(({ name }) => name);

  it("leaves out what the caller may not read, for each caller apart", () => {
    const test = createTestGraph([resource("a"), resource("b")]);
    hide(test, "bob", "a");
    expect(seenBy(test, "ann")).toEqual(["a", "b"]);
    expect(seenBy(test, "bob")).toEqual(["b"]);
    expect(test.answer("resources | count", {}, person("bob")).data).toEqual([{ Count: 1 }]);
  });

  it("follows role assignments at once, made and deleted, although the index lags", () => {
    const test = createTestGraph([resource("a")]);
    expect(seenBy(test, "bob")).toEqual(["a"]);
    hide(test, "bob", "a");
    test.store.put(assignment("deny"));
    expect(seenBy(test, "bob")).toEqual([]);
    test.hidden.clear();
    test.store.delete(assignment("deny").id);
    expect(seenBy(test, "bob")).toEqual(["a"]);
  });

  it("holds in joins and unions", () => {
    const test = createTestGraph([resource("a"), resource("b")]);
    hide(test, "bob", "a");
    const ask = (query: string) => test.answer(query, {}, person("bob")).data;
    expect(ask("resources | project name | join (resources) on name | count")).toEqual([
      { Count: 1 },
    ]);
    expect(ask("union resources, resources | count")).toEqual([{ Count: 2 }]);
  });

  it("is not asked again while nothing changed", () => {
    const clock = createClock(() => 0);
    const store = createStore();
    const mayRead = vi.fn(() => true);
    const graph = createResourceGraph({
      ...{ store, clock, readerOf: () => mayRead },
      maySee: () => true,
      onAccessChange: () => undefined,
    });
    store.put(resource("a"));
    graph.rebuild();
    graph.settings.lagMs = 0;
    const ask = () =>
      graph.query({ query: "resources | join kind=inner (resources) on id" }, person("ann"));
    ask();
    ask();
    graph.query({ query: "resourcecontainers" }, person("ann"));
    store.put(resource("s", { type: "Microsoft.KeyVault/vaults/secrets" }));
    ask();
    expect(mayRead).toHaveBeenCalledTimes(1);
    store.put(resource("b"));
    ask();
    expect(mayRead).toHaveBeenCalledTimes(3);
  });
});

describe("quota", () => {
  const body = { query: "resources | count" };

  it("counts down, and starts over after five seconds", () => {
    const { graph, clock } = createTestGraph();
    graph.settings.quota = 2;
    expect(graph.query(body, person("ann")).headers).toEqual({
      "x-ms-user-quota-remaining": "1",
      "x-ms-user-quota-resets-after": "00:00:05",
    });
    clock.advance(1_500);
    expect(graph.query(body, person("ann")).headers).toEqual({
      "x-ms-user-quota-remaining": "0",
      "x-ms-user-quota-resets-after": "00:00:04",
    });
    const { status, error, headers } = refusal(() => graph.query(body, person("ann")));
    expect(status).toBe(429);
    expect(error.code).toBe("RateLimiting");
    expect(error.details?.[0]?.code).toBe("RateLimiting");
    expect(headers).toEqual({
      "Retry-After": "4",
      "x-ms-user-quota-remaining": "0",
      "x-ms-user-quota-resets-after": "00:00:04",
    });
    clock.advance(3_500);
    expect(graph.query(body, person("ann")).headers["x-ms-user-quota-remaining"]).toBe("1");
  });

  it("is 15 by default, each user's own, and taken by bad queries too", () => {
    const { graph } = createTestGraph();
    graph.rebuild();
    for (let sent = 0; sent < 15; sent++) refusal(() => graph.query({ query: "x" }, person("ann")));
    expect(refusal(() => graph.query(body, person("ann"))).status).toBe(429);
    expect(graph.query(body, person("bob")).headers["x-ms-user-quota-remaining"]).toBe("14");
  });
});

test("a query that was compiled before sees new rows and the new time", () => {
  const { graph, store, clock, values } = createTestGraph();
  graph.warmUp();
  graph.settings.lagMs = 0;
  expect(values("resources | project now()")).toEqual([]);
  store.put(resource("a"));
  clock.advance(1_000);
  expect(values("resources | project now()")).toEqual(["2026-11-21T08:00:01.000Z"]);
});
