import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { CONTOSO_TENANT_ID, personaOf } from "../../../emulator/entra/personas";
import { createLocalAzure } from "../../../emulator/local-azure";
import { busyNames } from "../../../emulator/scenarios/busy";
import { createAzureClient } from "../../azure/create-azure-client";
import { idKey } from "../../azure/resource-id";
import { inProcessAzure } from "../../azure/testing/in-process-azure";
import { inVirtualTime, startVirtualTime } from "../../azure/testing/virtual-time";
import { compareText, foldCase } from "../../lib/endpoint-query/fold";
import { pause } from "../../lib/pause";
import { createEndpointStream } from "./endpoint-stream";
import { addUp, readAll, seen, startAndAct, until, type Seen } from "./testing/told-rows";

const ENDPOINT = "Microsoft.IoTOperations/instances/registryEndpoints";
const INSTANCE = "Microsoft.IoTOperations/instances";
const QUERY = "POST Microsoft.ResourceGraph/resources";
const firstId = `${busyNames.firstInstanceId}/registryEndpoints/default`;
const lastId = `${busyNames.needleInstanceId}/registryEndpoints/${busyNames.needle}`;

beforeEach(startVirtualTime);
afterEach(() => vi.useRealTimers());

/** A stream of an administrator, of an index that does not lag. */
function streamOnBusy() {
  const azure = createLocalAzure({ scenario: "busy" });
  azure.graph.settings.lagMs = 0;
  const credential = { tenantId: CONTOSO_TENANT_ID, ...personaOf("admin") };
  const client = createAzureClient(inProcessAzure((request) => azure.fetch(request), credential));
  const listInstanceIds = vi.fn(() =>
    Promise.resolve(azure.store.list(INSTANCE).map(({ id }) => id)),
  );
  const stream = createEndpointStream({ azure: client, listInstanceIds });
  addUp(stream);
  const queries = () => azure.requests().filter(({ path }) => path.includes("ResourceGraph"));
  return { azure, client, stream, queries, listInstanceIds };
}

const isReady = ({ status }: Seen) => status === "ready";
const isFirstPage = ({ rows }: Seen) => rows.length > 0;
const keysOf = ({ rows }: Seen) => new Set(rows.map(({ id }) => idKey(id)));

test("the first page is there after one query, the rest follows, and all are there once", async () => {
  const { stream, queries } = streamOnBusy();
  expect(seen(stream).status).toBe("idle");
  const early: unknown[] = [];
  startAndAct(stream, ({ status, rows: { length }, progress: { loaded, total } }) =>
    early.push([status, length, loaded, total, queries().length]),
  );
  const { rows, progress, incomplete, changes } = await until(stream, isReady);
  expect(early).toEqual([["loading", 1_000, 1_000, 1_500, 1]]);
  expect(rows).toHaveLength(1_500);
  expect(progress).toEqual({
    ...{ loaded: 1_500, total: 1_500, firstByName: 1_500, instancesAsked: 0, instancesToAsk: 0 },
  });
  expect([incomplete, changes.added.size, changes.changed.size]).toEqual([[], 0, 0]);
  expect(queries()).toHaveLength(2);
});

test("the first page has the rows that come first by name", async () => {
  const { stream } = streamOnBusy();
  const first: string[] = [];
  startAndAct(stream, ({ rows }) => first.push(...rows.map(({ id }) => idKey(id))));
  const { rows } = await until(stream, isReady);
  const inOrder = rows
    .map(({ id, name }) => ({ name: foldCase(name), key: idKey(id) }))
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.key, b.key))
    .map(({ key }) => key);
  expect(first).toHaveLength(1_000);
  expect(first).toEqual(inOrder.slice(0, 1_000));
});

test("what is told of each page is that page", async () => {
  const { stream } = streamOnBusy();
  let told = 0;
  stream.subscribe(() => {
    for (const value of Object.values({ ...stream.getSnapshot(), ...stream.getSnapshot().delta }))
      if (Array.isArray(value)) told += value.length;
  });
  await readAll(stream);
  expect(told).toBe(1_500);
});

test("a refresh keeps what is unchanged, and says what is not", async () => {
  const { azure, stream } = streamOnBusy();
  const before = await readAll(stream);
  const changed = before.rows[3];
  const removed = before.rows[7];
  const stored = azure.store.get(changed?.id ?? "");
  if (!changed || !removed || !stored) throw new Error("There are too few rows.");
  azure.store.put({ ...stored, properties: { ...stored.properties, host: "new.example" } });
  azure.store.delete(removed.id);
  const added = `${busyNames.firstInstanceId}/registryEndpoints/brand-new`;
  azure.store.put({ ...stored, id: added, name: "brand-new" });
  stream.refresh();
  expect(seen(stream).rows).toBe(before.rows);
  const after = await until(stream, isReady);
  expect(after.changes).toEqual({
    added: new Set([idKey(added)]),
    changed: new Set([idKey(changed.id)]),
    removed: new Set([idKey(removed.id)]),
  });
  expect(after.rows).toHaveLength(1_500);
  const known = new Set<unknown>(before.rows);
  expect(after.rows.filter((row) => !known.has(row))).toHaveLength(2);
  stream.refresh();
  const again = await until(stream, isReady);
  expect(again.rows).toBe(after.rows);
  expect(again.changes.changed.size).toBe(0);
});

test("rows that shift while pages are read are all found, by reading once more", async () => {
  const { azure, stream, queries } = streamOnBusy();
  // What comes behind moves up by one, so that a row stands where nobody looks any more.
  startAndAct(stream, () => azure.store.delete(firstId));
  const firstByName: number[] = [];
  stream.subscribe(() => firstByName.push(stream.getSnapshot().progress.firstByName));
  const after = await until(stream, isReady);
  expect(firstByName[0]).toBeGreaterThanOrEqual(1_000);
  expect(firstByName, "what was read stays").toEqual([...firstByName].sort((a, b) => a - b));
  expect(keysOf(after)).toEqual(new Set(azure.store.list(ENDPOINT).map(({ id }) => idKey(id))));
  expect(after.incomplete).toEqual([]);
  expect(queries()).toHaveLength(4);
});

test("where only some subscriptions were searched, nothing is known to come first", async () => {
  const { azure, stream } = streamOnBusy();
  azure.graph.settings.subscriptionLimit = 1;
  const told: { loaded: number; firstByName: number }[] = [];
  stream.subscribe(() => told.push(stream.getSnapshot().progress));
  const { rows } = await readAll(stream);
  expect(rows).toHaveLength(1_500);
  const limited = told.findIndex(({ loaded }) => loaded > 0);
  expect(told[limited]?.firstByName).toBe(0);
  expect(told.at(-1)).toMatchObject({ loaded: 1_500, firstByName: 1_500 });
});

test("an index that lags shows stale rows until it catches up", async () => {
  const { azure, stream } = streamOnBusy();
  azure.graph.settings.lagMs = 60_000;
  azure.store.delete(lastId);
  expect(keysOf(await readAll(stream))).toContain(idKey(lastId));
  azure.clock.advance(60_000);
  stream.refresh();
  const { changes } = await until(stream, isReady);
  expect(changes.removed).toEqual(new Set([idKey(lastId)]));
});

describe("pausing", () => {
  test("sends nothing more until it goes on", async () => {
    const { stream, queries } = streamOnBusy();
    startAndAct(stream, () => stream.pause());
    await until(stream, ({ status }) => status === "paused");
    const paused = stream.getSnapshot();
    await inVirtualTime(pause(60_000));
    expect(stream.getSnapshot()).toBe(paused);
    expect(queries()).toHaveLength(1);
    stream.resume();
    expect((await until(stream, isReady)).rows).toHaveLength(1_500);
    expect(queries()).toHaveLength(2);
  });

  test("for good keeps what has arrived, and a refresh begins again", async () => {
    const { stream } = streamOnBusy();
    startAndAct(stream, () => stream.cancel());
    await until(stream, ({ status }) => status === "stopped");
    await inVirtualTime(pause(60_000));
    expect(seen(stream)).toMatchObject({ status: "stopped" });
    expect(seen(stream).rows).toHaveLength(1_000);
    stream.refresh();
    expect((await until(stream, isReady)).rows).toHaveLength(1_500);
  });
});

describe("when Azure asks to slow down", () => {
  test("it waits for the quota's next window", async () => {
    const { azure, stream, queries } = streamOnBusy();
    azure.graph.settings.quota = 1;
    const startedAt = Date.now();
    const { rows } = await readAll(stream);
    expect(rows).toHaveLength(1_500);
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(5_000);
    expect(queries().map(({ status }) => status)).toEqual([200, 200]);
  });

  test("it waits as long as a refusal says, however long, and goes on where it was", async () => {
    const { azure, stream, queries } = streamOnBusy();
    azure.faults.add({
      match: { operation: QUERY },
      skip: 1,
      count: 1,
      effect: { status: 429, headers: { "Retry-After": "600" } },
    });
    stream.start();
    const waiting = await until(stream, ({ goesOnAt }) => goesOnAt !== undefined);
    expect(waiting.rows).toHaveLength(1_000);
    const { rows, goesOnAt } = await until(stream, isReady);
    expect([rows.length, goesOnAt]).toEqual([1_500, undefined]);
    expect(queries()).toHaveLength(3);
  });

  test("a person's own query goes before the pages", async () => {
    const { azure, client, stream } = streamOnBusy();
    azure.graph.settings.quota = 1;
    const order: string[] = [];
    let mine: Promise<unknown> | undefined;
    stream.subscribe(() => {
      const snapshot = seen(stream);
      order.push(`${snapshot.rows.length}`);
      // As soon as there is a page, before time lets the next one go.
      if (!isFirstPage(snapshot)) return;
      mine ??= client.resourceGraph.query("resources | count").then(() => order.push("mine"));
    });
    stream.start();
    await until(stream, isReady);
    await inVirtualTime(Promise.resolve(mine));
    expect(order.indexOf("mine")).toBeGreaterThanOrEqual(0);
    expect(order.indexOf("mine")).toBeLessThan(order.indexOf("1500"));
  });
});

test("a failure stops it where it was, and it goes on from there", async () => {
  const { azure, stream, queries } = streamOnBusy();
  azure.faults.add({ match: { operation: QUERY }, skip: 1, count: 1, effect: { status: 403 } });
  stream.start();
  const failed = await until(stream, ({ status }) => status === "failed");
  expect(failed.error).toMatchObject({ status: 403 });
  expect(failed.rows).toHaveLength(1_000);
  stream.resume();
  expect((await until(stream, isReady)).rows).toHaveLength(1_500);
  expect(queries()).toHaveLength(3);
});

describe("an index without some instances", () => {
  test("is made up for by ARM, which a refresh asks again", async () => {
    const { azure, stream } = streamOnBusy();
    azure.graph.settings.omitRegistryEndpoints = [
      ...[busyNames.firstInstanceId, busyNames.needleInstanceId],
    ];
    const { rows, progress } = await readAll(stream);
    expect(rows).toHaveLength(1_500);
    expect(progress).toMatchObject({ total: 1_450, instancesAsked: 2, instancesToAsk: 2 });
    azure.store.delete(firstId);
    stream.refresh();
    const after = await until(stream, isReady);
    expect(after.changes.removed).toEqual(new Set([idKey(firstId)]));
    expect(after.changes.added.size + after.changes.changed.size).toBe(0);
  });

  test("is read from ARM alone where the index is down, but for what ARM refuses", async () => {
    const { azure, stream } = streamOnBusy();
    azure.faults.add({ match: { operation: QUERY }, count: 8, effect: { status: 500 } });
    azure.faults.add({
      match: { method: "GET", path: `${busyNames.needleInstanceId}/registryEndpoints` },
      count: 1,
      effect: { status: 403 },
    });
    const { rows, incomplete, failedInstances } = await readAll(stream);
    expect(rows).toHaveLength(1_475);
    expect(incomplete.join()).toContain("every instance that you may list is asked by itself");
    expect(failedInstances.map(({ instanceId }) => instanceId)).toEqual([
      busyNames.needleInstanceId,
    ]);
  });
});

describe("coming back to the list", () => {
  test("reads nothing while it is fresh, the longer the more pages it has", async () => {
    const { stream, queries } = streamOnBusy();
    await readAll(stream);
    vi.setSystemTime(Date.now() + 59_000);
    await readAll(stream);
    expect(queries()).toHaveLength(2);
    vi.setSystemTime(Date.now() + 2_000);
    await readAll(stream);
    expect(queries()).toHaveLength(4);
  });

  test("reads anew after something was written, or where reading failed", async () => {
    const { azure, stream, queries } = streamOnBusy();
    await readAll(stream);
    stream.expire();
    await readAll(stream);
    expect(queries()).toHaveLength(4);
    azure.faults.add({ match: { operation: QUERY }, count: 1, effect: { status: 403 } });
    stream.refresh();
    await until(stream, ({ status }) => status === "failed");
    await readAll(stream);
    expect(seen(stream).error).toBeUndefined();
  });
});

test("instances that could not be read before the pages are asked for once more after them", async () => {
  const { stream, listInstanceIds } = streamOnBusy();
  listInstanceIds.mockRejectedValueOnce(new Error("Out of order."));
  const { incomplete } = await readAll(stream);
  expect(incomplete).toEqual([]);
  expect(listInstanceIds).toHaveBeenCalledTimes(2);
});
