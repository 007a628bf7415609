import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createAzureClient } from "../../azure/create-azure-client";
import type { RegistryEndpoint } from "../../azure/iot-operations/registry-endpoint";
import { scriptedAzure, type ScriptedAnswer } from "../../azure/testing/scripted-azure";
import { inVirtualTime, startVirtualTime } from "../../azure/testing/virtual-time";
import { memoryStorage } from "../../lib/testing/memory-storage";
import { createOwnWrites } from "../own-writes";
import { rereadOwnWrites } from "../reread-own-writes";
import { createListStore, listStoreOf, openedListStore } from "./list-store";
import { readList } from "./testing/read-list";

const INSTANCE =
  "/subscriptions/s/resourceGroups/rg/providers/Microsoft.IoTOperations/instances/oslo";

beforeEach(startVirtualTime);
afterEach(() => vi.useRealTimers());

const endpoint = (name: string, host = "ghcr.io"): RegistryEndpoint => ({
  id: `${INSTANCE}/registryEndpoints/${name}`,
  name,
  type: "microsoft.iotoperations/instances/registryendpoints",
  properties: { host, provisioningState: "Succeeded" },
});
const listed = (...names: string[]): ScriptedAnswer => ({
  body: { value: names.map((name) => endpoint(name)) },
});
const page = (data: RegistryEndpoint[], more: object = {}, headers = {}): ScriptedAnswer => ({
  body: { totalRecords: data.length, count: data.length, data, ...more },
  headers,
});
const indexed = (names: string[], more: object = {}) =>
  page(
    names.map((name) => endpoint(name)),
    more,
  );

/** The index has one user in all, of this endpoint. */
const usedBy = (name: string, more: object = {}): ScriptedAnswer => {
  const user = {
    id: `${INSTANCE}/akriConnectorTemplates/t`,
    name: "t",
    type: "microsoft.iotoperations/instances/akriconnectortemplates",
    registry: { registryEndpointRef: name },
  };
  return { body: { totalRecords: 1, count: 1, data: [user], ...more } };
};

function listOn(instances: readonly string[], ...answers: ScriptedAnswer[]) {
  const script = scriptedAzure(...answers);
  const azure = createAzureClient(script.options);
  const own = createOwnWrites(memoryStorage(), "me");
  const settle = vi.spyOn(own, "settle");
  const listInstanceIds = () => Promise.resolve(instances);
  const store = createListStore({
    azure,
    ownWrites: own,
    listInstanceIds,
  });
  const names = async (start?: () => void) =>
    (await inVirtualTime(readList(store, start))).map(({ name }) => name);
  const refresh = () => names(store.stream.refresh);
  return { store, azure, own, settle, names, refresh, ...script };
}

test("what ARM told stays beside an index that shows only some of it", async () => {
  const { names, refresh } = listOn(
    [INSTANCE],
    indexed([]),
    listed("a", "b"),
    indexed(["a"]),
    listed("a", "b"),
  );
  expect(await names()).toEqual(["a", "b"]);
  expect(await refresh()).toEqual(["a", "b"]);
});

test("what the index has shown and no longer shows is gone, though ARM told of it once", async () => {
  const { names, refresh } = listOn(
    [INSTANCE],
    indexed([]),
    listed("a", "b"),
    indexed(["a"]),
    listed("a", "b"),
    indexed([]),
    listed("b"),
  );
  await names();
  await refresh();
  expect(await refresh()).toEqual(["b"]);
});

test("half an answer of the index takes nothing away, and settles nothing", async () => {
  const { names, refresh, settle, store } = listOn(
    [],
    indexed(["a", "b"]),
    indexed([], { resultTruncated: "true" }),
  );
  await names();
  expect(settle).toHaveBeenCalledOnce();
  expect(await refresh()).toEqual(["a", "b"]);
  expect(settle).toHaveBeenCalledOnce();
  expect(store.getSnapshot().stream.incomplete.join()).toContain("left rows out");
});

test("an endpoint that somebody else made again is shown although its deletion was hidden here", async () => {
  const theirs = endpoint("a", "quay.io");
  const { names, refresh, own } = listOn([], indexed([]), page([theirs]), { body: theirs });
  await names();
  own.recordWritten(endpoint("a"));
  own.recordDeleted(theirs.id);
  await refresh();
  await vi.waitFor(() =>
    expect([...own.snapshot().writes.values()][0]?.endpoint?.properties.host).toBe("quay.io"),
  );
});

test.each([
  ["does not exist", { status: 404, body: { error: { code: "ResourceNotFound" } } }],
  ["cannot be read", { status: 403, body: { error: { code: "AuthorizationFailed" } } }],
])("a deletion goes on being hidden when ARM says that it %s", async (_, answer) => {
  const { own, azure, sent } = listOn([], answer);
  own.settle([endpoint("a")]);
  own.recordDeleted(endpoint("a").id);
  await rereadOwnWrites(azure, own, [endpoint("a").id]);
  expect(sent).toHaveLength(1);
  expect([...own.snapshot().writes.values()][0]).toMatchObject({ endpoint: undefined });
});

test("what is being written in this tab is not asked about", async () => {
  const { own, azure, sent } = listOn([]);
  own.recordWritten(endpoint("a"));
  own.begin({ id: endpoint("a").id, change: "deleting" });
  await rereadOwnWrites(azure, own);
  expect(sent).toEqual([]);
});

test("names the subscriptions when Azure searched only a part of them", async () => {
  const subscriptions = Array.from({ length: 1_001 }, (_, at) => ({ subscriptionId: `s${at}` }));
  const { names, sent, settle, store } = listOn(
    [],
    page([endpoint("a")], {}, { "x-ms-tenant-subscription-limit-hit": "true" }),
    { body: { value: subscriptions } },
    indexed(["a"]),
    indexed(["b"]),
  );
  expect(await names()).toEqual(["a", "b"]);
  expect(store.getSnapshot().stream.incomplete).toEqual([]);
  expect(settle).toHaveBeenCalledOnce();
  const asked = sent.map(
    ({ body }) => (body as { subscriptions?: string[] } | undefined)?.subscriptions,
  );
  expect(asked.map((named) => named?.length)).toEqual([undefined, undefined, 1_000, 1]);
});

test("says why there is no index, with the id that support asks for", async () => {
  const broken = {
    status: 500,
    headers: { "x-ms-correlation-request-id": "c-1" },
    body: { error: { code: "InternalServerError", message: "It broke." } },
  };
  const { names, store } = listOn([], broken, broken, broken, broken);
  expect(await names()).toEqual([]);
  expect(store.getSnapshot().stream.incomplete.join()).toContain(
    "(InternalServerError: It broke. Correlation id c-1.)",
  );
});

test("a person has one list, and another person another, which ends the first", async () => {
  const { store } = listOn([], indexed(["a"], { totalRecords: 5, $skipToken: "next" }));
  const other = listOn([]).store;
  expect(listStoreOf("ada", () => store)).toBe(store);
  expect(listStoreOf("ada", () => other)).toBe(store);
  store.start();
  expect(listStoreOf("oscar", () => other)).toBe(other);
  expect(store.getSnapshot().stream.status).toBe("stopped");
  expect([openedListStore("ada"), openedListStore("oscar")]).toEqual([undefined, other]);
  await Promise.resolve();
});

test("who uses the endpoints is unread, being read, and read even where the answer has gaps", async () => {
  const used = usedBy("a", { resultTruncated: "true" });
  const { names, store } = listOn([INSTANCE], indexed(["a", "b"]), used);
  const seen: string[] = [];
  const isRead = new Promise<void>((resolve) => {
    store.subscribe(() => {
      const { usageReading } = store.getSnapshot();
      if (seen.at(-1) !== usageReading) seen.push(usageReading);
      if (usageReading === "read") resolve();
    });
  });
  await names();
  store.readUsage(false);
  await inVirtualTime(isRead);
  expect(seen).toEqual(["unread", "reading", "read"]);
  const { indexed: rows, usageGaps } = store.getSnapshot();
  expect([...rows.index.knownUsage().values()]).toEqual([true]);
  expect(usageGaps).not.toEqual([]);
});
