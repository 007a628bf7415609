import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { CONTOSO_TENANT_ID, personaOf } from "../../../emulator/entra/personas";
import { createLocalAzure } from "../../../emulator/local-azure";
import { endpointIds } from "../../../emulator/scenarios/contoso-names";
import { idKey, nameOf } from "../../azure/resource-id";
import { inVirtualTime, startVirtualTime } from "../../azure/testing/virtual-time";
import { recreationLink } from "../work/recreation-link";
import type { BulkSnapshot } from "./bulk-deletion";
import { countStates } from "./bulk-row";
import { DELETE, deleteAll, isEnded, rowOf, signInTo, targetOf, until } from "./testing/bulk-world";

beforeEach(startVirtualTime);
afterEach(() => vi.useRealTimers());

function signIn() {
  const credential = { tenantId: CONTOSO_TENANT_ID, ...personaOf("admin") };
  return signInTo(createLocalAzure({ scenario: "contoso" }), credential);
}

test("deletes all of them, a few at a time, and each leaves the list and no record", async () => {
  const { azure, writer, browser, bulk, sent, ids } = signIn();
  let most = 0;
  bulk.subscribe(() => {
    const { reading, deleting } = countStates(bulk.getSnapshot().rows);
    most = Math.max(most, reading + deleting);
  });
  const ended = await deleteAll(bulk, ids);
  expect(ids.length).toBeGreaterThan(8);
  expect(countStates(ended.rows).deleted).toBe(ids.length);
  expect(most).toBe(8);
  expect(sent("DELETE")).toHaveLength(ids.length);
  for (const id of ids) {
    expect(azure.store.get(id)).toBeUndefined();
    const own = writer.ownWrites.snapshot().writes.get(idKey(id));
    expect(own).toMatchObject({ endpoint: undefined });
  }
  expect(writer.ownWrites.snapshot().pending.size).toBe(0);
  expect(browser.entries.size).toBe(0);
});

test("a list sees rows being deleted, and is not told of each by itself", async () => {
  const { writer, bulk, ids } = signIn();
  let told = 0;
  let mostPending = 0;
  writer.ownWrites.subscribe(() => {
    told += 1;
    mostPending = Math.max(mostPending, writer.ownWrites.snapshot().pending.size);
  });
  await deleteAll(bulk, ids);
  expect(mostPending).toBeGreaterThan(1);
  expect(told).toBeLessThan(ids.length * 2);
});

test("what is gone already counts as deleted, and is not sent", async () => {
  const { azure, bulk, sent, ids } = signIn();
  const [gone = "", other = ""] = ids;
  azure.store.delete(gone);
  const ended = await deleteAll(bulk, [gone, other]);
  expect(rowOf(ended, gone)).toMatchObject({ state: "deleted", wasGone: true });
  expect(rowOf(ended, other)).toMatchObject({ state: "deleted" });
  expect(rowOf(ended, other)?.wasGone).toBeUndefined();
  expect(sent("DELETE").map(({ path }) => path.includes(nameOf(gone)))).toEqual([false]);
});

describe("a failure", () => {
  const refuse = (azure: ReturnType<typeof signIn>["azure"], id: string) =>
    azure.faults.add({
      match: { operation: DELETE, path: id },
      count: 1,
      effect: { status: 409, error: { code: "ScopeLocked", message: "The scope is locked." } },
    });

  test("is told with its reason, keeps no other back, and can be tried again", async () => {
    const { azure, bulk, sent, tab } = signIn();
    const ids = [endpointIds.userIdentity, endpointIds.syncedSecret];
    refuse(azure, endpointIds.userIdentity);
    const ended = await deleteAll(bulk, ids);
    expect(rowOf(ended, endpointIds.userIdentity)).toMatchObject({
      state: "failed",
      isStillUnderWay: false,
      failure: {
        title: "“contoso-shared” could not be deleted",
        code: "ScopeLocked",
        resource: endpointIds.userIdentity,
        correlationId: expect.any(String) as string,
      },
    });
    expect(rowOf(ended, endpointIds.syncedSecret)?.state).toBe("deleted");
    // Nothing for the next page to ask about.
    expect(tab.store.snapshot().size).toBe(0);
    bulk.goOn("failed");
    const again = await until(bulk, isEnded);
    expect(countStates(again.rows).deleted).toBe(2);
    expect(sent("DELETE")).toHaveLength(3);
  });

  test("to read a row keeps it from being deleted: nothing could bring it back", async () => {
    const { azure, bulk, sent } = signIn();
    azure.faults.add({
      match: { method: "GET", path: endpointIds.userIdentity },
      count: 1,
      effect: { status: 403 },
    });
    const ended = await deleteAll(bulk, [endpointIds.userIdentity]);
    expect(ended.rows[0]).toMatchObject({
      state: "failed",
      failure: { nextStep: expect.anything() as string },
    });
    expect(sent("DELETE")).toEqual([]);
  });

  test("of the sign-in stops the run instead of failing every row", async () => {
    const { azure, bulk, ids, expire } = signIn();
    expire();
    const ended = await deleteAll(bulk, ids);
    const { failed, waiting } = countStates(ended.rows);
    expect(ended.stoppedBy).toMatchObject({ code: "SignInRequired" });
    expect(failed + waiting).toBe(ids.length);
    expect(waiting).toBeGreaterThan(0);
    expect(azure.store.get(ids[0] ?? "")).toBeDefined();
  });

  test("to hear how it ended keeps its record, and a retry follows it", async () => {
    const { azure, bulk, sent, tab } = signIn();
    const id = endpointIds.userIdentity;
    azure.faults.add({
      match: { operation: DELETE },
      count: 1,
      effect: { lro: { outcome: "never" } },
    });
    const ended = await deleteAll(bulk, [id]);
    expect(ended.rows[0]).toMatchObject({ state: "failed", isStillUnderWay: true });
    expect(tab.store.snapshot().get(idKey(id))?.status).toBe("failed");
    azure.store.delete(id);
    bulk.goOn("failed");
    const again = await until(bulk, isEnded);
    expect(again.rows[0]).toMatchObject({ state: "deleted", wasGone: false });
    expect(sent("DELETE")).toHaveLength(1);
  });

  test("where another tab is at the endpoint says so", async () => {
    const { browser, bulk, azure } = signIn();
    const id = endpointIds.userIdentity;
    const other = browser.open("other");
    other.store.start({ id, kind: "update" }, () => [
      { id: "endpoint", title: "Save", run: () => new Promise(() => undefined) },
    ]);
    const ended = await deleteAll(bulk, [id]);
    expect(ended.rows[0]?.failure?.message).toContain("elsewhere in this browser");
    expect(azure.store.get(id)).toBeDefined();
  });
});

describe("when Azure asks to slow down", () => {
  test.each([30, 600])("it waits %d seconds and loses nothing", async (seconds) => {
    const { azure, bulk, ids, sent } = signIn();
    azure.faults.add({
      match: { operation: DELETE },
      skip: 2,
      count: 1,
      effect: { status: 429, headers: { "Retry-After": `${seconds}` } },
    });
    const startedAt = Date.now();
    const waits: number[] = [];
    bulk.subscribe(() => {
      const { goesOnAt } = bulk.getSnapshot();
      if (goesOnAt !== undefined) waits.push(goesOnAt);
    });
    const ended = await deleteAll(bulk, ids);
    expect(countStates(ended.rows).deleted).toBe(ids.length);
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(seconds * 1_000);
    // One wait of two minutes or less is the governor's, which the page tells of by itself.
    expect(waits.length > 0).toBe(seconds > 120);
    expect(sent("DELETE").filter(({ status }) => status === 429)).toHaveLength(1);
  });

  test("a person's own deletion goes before those that wait", async () => {
    const { azure, bulk, writer, ids, sent } = signIn();
    const mine = endpointIds.signed;
    azure.faults.add({
      match: { operation: DELETE },
      count: 1,
      effect: { status: 429, headers: { "Retry-After": "60" } },
    });
    bulk.start(ids.map(targetOf));
    await until(bulk, () => sent("DELETE").length > 0);
    const own = writer.azure.registryEndpoints.delete(mine);
    await until(bulk, isEnded);
    await inVirtualTime(own);
    const order = sent("DELETE")
      .filter(({ status }) => status !== 429)
      .map(({ path }) => path);
    // The refused one is tried again first.
    expect(order.findIndex((path) => path.includes(nameOf(mine)))).toBeLessThan(3);
  });
});

describe("stopping", () => {
  test("follows what was sent, sends nothing more, and what is left can go on", async () => {
    const { azure, bulk, ids, sent, browser } = signIn();
    bulk.start(ids.map(targetOf));
    await until(bulk, ({ rows }) => countStates(rows).deleted > 0);
    bulk.stop();
    expect(bulk.getSnapshot().status).toBe("stopping");
    const before = sent("DELETE").length;
    const ended = await until(bulk, isEnded);
    const { deleted, waiting } = countStates(ended.rows);
    expect(ended.stoppedBy).toBe("person");
    expect(sent("DELETE")).toHaveLength(before);
    expect([deleted, deleted + waiting]).toEqual([before, ids.length]);
    expect(waiting).toBeGreaterThan(0);
    for (const { id, state } of ended.rows) {
      expect(azure.store.get(id) === undefined).toBe(state === "deleted");
    }
    expect(browser.entries.size).toBe(0);
    bulk.goOn("waiting");
    expect(countStates((await until(bulk, isEnded)).rows).deleted).toBe(ids.length);
  });

  test("while Azure is slow takes back what has not left", async () => {
    const { azure, bulk, ids, sent } = signIn();
    azure.faults.add({
      match: { operation: DELETE },
      effect: { status: 429, headers: { "Retry-After": "60" } },
    });
    bulk.start(ids.map(targetOf));
    await until(bulk, () => sent("DELETE").length > 0);
    bulk.stop();
    const ended = await until(bulk, isEnded);
    expect(countStates(ended.rows).waiting).toBe(ids.length);
    expect(sent("DELETE").length).toBeLessThanOrEqual(2);
  });
});

describe("creating again", () => {
  test("brings back what this run deleted, as it was", async () => {
    const { azure, bulk, ids } = signIn();
    const settings = (id: string) => {
      const { extendedLocation, properties = {} } = azure.store.get(id) ?? {};
      return { extendedLocation, properties: { ...properties, provisioningState: undefined } };
    };
    const before = new Map(ids.map((id) => [id, settings(id)]));
    await deleteAll(bulk, ids);
    const [first = ""] = ids;
    bulk.recreate(first);
    const one = await until(bulk, isEnded);
    expect(countStates(one.rows)).toMatchObject({ recreated: 1, deleted: ids.length - 1 });
    const own = ({ rows }: BulkSnapshot) => rows.filter(({ isOfRun }) => isOfRun);
    expect(own(one).map(({ id }) => id)).toEqual([first]);
    bulk.recreate();
    expect(own(bulk.getSnapshot())).toHaveLength(ids.length - 1);
    expect(countStates((await until(bulk, isEnded)).rows).recreated).toBe(ids.length);
    for (const id of ids) expect(settings(id)).toEqual(before.get(id));
  });

  test("never replaces what somebody made meanwhile", async () => {
    const { azure, bulk, sent } = signIn();
    const id = endpointIds.userIdentity;
    const stored = azure.store.get(id);
    if (stored === undefined) throw new Error("The scenario has no such endpoint.");
    await deleteAll(bulk, [id]);
    azure.store.put({ ...stored, properties: { ...stored.properties, host: "theirs.example" } });
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      bulk.recreate();
      const ended = await until(bulk, isEnded);
      expect(ended.rows[0]).toMatchObject({ state: "notRecreated" });
      expect(ended.rows[0]?.failure?.message).toContain("theirs.example");
    }
    expect(sent("PUT")).toEqual([]);
    expect(azure.store.get(id)?.properties.host).toBe("theirs.example");
  });

  test("is followed by the next page, with the body of what is under way and of nothing else", async () => {
    const { azure, bulk, ids, tab, browser, writer, sent } = signIn();
    await deleteAll(bulk, ids);
    bulk.recreate();
    await until(bulk, () => sent("PUT").length >= 8);
    tab.close();
    expect(sent("PUT")).toHaveLength(8);
    expect(browser.entries.size).toBe(8);
    const next = browser.open("next");
    next.store.follow(({ id, body }) => {
      if (body === undefined) throw new Error(`${id} was not kept.`);
      return Promise.resolve((log) => [recreationLink(writer, { id, body }, log)]);
    });
    const followed = new Promise<void>((resolve) => {
      next.store.onEnd(() => next.ends.length === 8 && resolve());
    });
    await inVirtualTime(followed);
    expect(new Set(next.ends.map(({ status }) => status))).toEqual(new Set(["done"]));
    for (const { record } of next.ends) expect(azure.store.get(record.id)).toBeDefined();
    expect(browser.entries.size).toBe(0);
  });
});
