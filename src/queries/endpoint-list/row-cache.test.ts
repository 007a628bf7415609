import "fake-indexeddb/auto";
import { createStore, entries, keys, set } from "idb-keyval";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { EndpointRow } from "../endpoint-rows";
import { eraseRowCaches, expireRowCaches, openRowCache } from "./row-cache";

const NOW = Date.UTC(2026, 10, 21);
const DAY = 24 * 60 * 60 * 1_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

let databases = 0;
const newStore = () => createStore(`test-${(databases += 1)}`, "rows");

function row(name: string): EndpointRow {
  const instanceId =
    "/subscriptions/s/resourceGroups/rg/providers/Microsoft.IoTOperations/instances/oslo";
  return {
    ...{ id: `${instanceId}/registryEndpoints/${name}`, name, host: "ghcr.io" },
    ...{ authentication: "Anonymous", provisioningState: "Succeeded", instanceId },
    ...{ instanceName: "oslo", instanceVersion: "1.2.1", site: "Oslo", location: "norwayeast" },
    ...{ resourceGroup: "rg", subscriptionId: "s", subscriptionName: "S", tags: { site: "Oslo" } },
    source: "resourceGraph",
  };
}

const rows = (count: number) => Array.from({ length: count }, (_, at) => row(`e-${at}`));

async function loaded(accountId: string, store: ReturnType<typeof newStore>) {
  const parts = [];
  for await (const part of openRowCache(accountId, store).load()) parts.push(part);
  return parts;
}

test("what was saved comes back whole, in parts, with when it was saved", async () => {
  const store = newStore();
  await openRowCache("ada", store).save(rows(2_500));
  vi.setSystemTime(NOW + DAY - 1);
  const parts = await loaded("ada", store);
  expect(parts.map((part) => part.rows.length)).toEqual([1_000, 1_000, 500]);
  expect(parts.flatMap((part) => part.rows)).toEqual(rows(2_500));
  expect(new Set(parts.map(({ savedAt }) => savedAt))).toEqual(new Set([NOW]));
  expect(parts.map(({ total, isLast }) => [total, isLast])).toEqual([
    [2_500, false],
    [2_500, false],
    [2_500, true],
  ]);
});

test("nothing is tidied before the first part is there, and all of it although nobody asks for another", async () => {
  const store = newStore();
  await openRowCache("grace", store).save(rows(3));
  await openRowCache("ada", store).save(rows(1_500));
  const read = vi.spyOn(IDBObjectStore.prototype, "get");
  const listed = vi.spyOn(IDBObjectStore.prototype, "getAllKeys");
  const first = await openRowCache("ada", store).load().next();
  expect(first.value).toMatchObject({ total: 1_500, isLast: false });
  const ofGrace = async () =>
    (await keys<string>(store)).filter((key) => key.startsWith("grace")).length;
  await vi.waitFor(async () => expect(await ofGrace()).toBe(0));
  const [, firstPart = Infinity] = read.mock.invocationCallOrder;
  expect(listed.mock.invocationCallOrder[0]).toBeGreaterThan(firstPart);
});

test("what is saved later takes the place of all that was before", async () => {
  const store = newStore();
  await openRowCache("ada", store).save(rows(1_500));
  await openRowCache("ada", store).save([row("only")]);
  expect((await loaded("ada", store)).map((part) => part.rows)).toEqual([[row("only")]]);
  expect(await keys(store)).toHaveLength(2);
});

test("what is under way is not kept: it is this tab's", async () => {
  const store = newStore();
  await openRowCache("ada", store).save([row("a"), { ...row("b"), change: "deleting" }]);
  expect((await loaded("ada", store)).flatMap((part) => part.rows)).toEqual([row("a")]);
});

test.each([
  ["after 24 hours", NOW + DAY],
  // Waiting moves this clock on.
  ["when the clock was put back by more", NOW - DAY - 60_000],
])("nothing comes back, and nothing is left, %s", async (_, then) => {
  const store = newStore();
  await openRowCache("ada", store).save(rows(3));
  vi.setSystemTime(then);
  expect(await loaded("ada", store)).toEqual([]);
  await vi.waitFor(async () => expect(await keys(store)).toEqual([]));
});

test("another account sees nothing of it, and leaves nothing of it", async () => {
  const store = newStore();
  await openRowCache("ada.directory-1", store).save(rows(3));
  expect(await loaded("ada.directory-2", store)).toEqual([]);
  await vi.waitFor(async () => expect(await keys(store)).toEqual([]));
});

test("a tab that ends in the middle of saving leaves the rows of before, and its own until they are old", async () => {
  const store = newStore();
  await openRowCache("ada", store).save([row("before")]);
  const unfinished = `ada ${NOW - DAY + 1}.half 0`;
  await set(unfinished, rows(2), store);
  expect((await loaded("ada", store)).flatMap((part) => part.rows)).toEqual([row("before")]);
  expect(await keys(store)).toContain(unfinished);
  vi.setSystemTime(NOW + 1);
  await expireRowCaches(store);
  expect(await keys(store)).not.toContain(unfinished);
  expect((await loaded("ada", store)).flatMap((part) => part.rows)).toEqual([row("before")]);
});

test("of two tabs that save at a time, what was written last comes back whole", async () => {
  const store = newStore();
  await Promise.all([
    openRowCache("ada", store).save(rows(1_500)),
    openRowCache("ada", store).save(rows(4_000)),
  ]);
  expect((await loaded("ada", store)).flatMap((part) => part.rows)).toHaveLength(4_000);
});

test("who looks for rows while the first are saved takes none away", async () => {
  const store = newStore();
  const [, looked] = await Promise.all([
    openRowCache("ada", store).save(rows(3_000)),
    loaded("ada", store),
  ]);
  expect(looked).toEqual([]);
  expect((await loaded("ada", store)).flatMap((part) => part.rows)).toHaveLength(3_000);
});

test("erased, nothing is left, not even of what is being saved", async () => {
  const store = newStore();
  const saving = openRowCache("ada", store).save(rows(5_000));
  await eraseRowCaches({}, store);
  await saving;
  expect(await entries(store)).toEqual([]);
});

test("what cannot be a row is passed over, and a part that is missing ends it", async () => {
  const store = newStore();
  await openRowCache("ada", store).save(rows(2_001));
  const [head] = (await entries<string, { generation: string }>(store)).filter(([key]) =>
    key.endsWith("head"),
  );
  const generation = head?.[1].generation ?? "";
  await set(`ada ${generation} 0`, [row("a"), null, 7, { ...row("b"), name: 1 }], store);
  await set(`ada ${generation} 1`, "broken", store);
  expect((await loaded("ada", store)).flatMap((part) => part.rows)).toEqual([row("a")]);
});

test("a browser that keeps nothing costs nothing but the rows", async () => {
  const broken = () => Promise.reject(new DOMException("No.", "SecurityError"));
  await openRowCache("ada", broken).save(rows(1));
  expect(await loaded("ada", broken)).toEqual([]);
  await eraseRowCaches({}, broken);
  await expireRowCaches(broken);
});

test("whoever has signed out leaves nothing, whatever still arrives", async () => {
  const store = newStore();
  // A page of its own: one that has signed out keeps nothing any more, and test files share their modules.
  vi.resetModules();
  const page = await import("./row-cache");
  vi.resetModules();
  await page.eraseRowCaches({ isSignOut: true }, store);
  await page.openRowCache("ada", store).save(rows(3));
  expect(await keys(store)).toEqual([]);
});
