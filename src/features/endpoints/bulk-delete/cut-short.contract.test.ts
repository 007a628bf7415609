import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { CONTOSO_TENANT_ID, personaOf } from "../../../../emulator/entra/personas";
import { createLocalAzure } from "../../../../emulator/local-azure";
import { startVirtualTime } from "../../../azure/testing/virtual-time";
import type { BulkDeletion, BulkSnapshot } from "../../../queries/bulk-deletion/bulk-deletion";
import { countStates } from "../../../queries/bulk-deletion/bulk-row";
import {
  DELETE,
  deleteAll,
  isEnded,
  signInTo,
  targetOf,
  until,
} from "../../../queries/bulk-deletion/testing/bulk-world";
import { isAtStake } from "./bulk-board";
import { cutShortNotification } from "./bulk-words";

beforeEach(startVirtualTime);
afterEach(() => vi.useRealTimers());

function signIn() {
  const credential = { tenantId: CONTOSO_TENANT_ID, ...personaOf("admin") };
  return signInTo(createLocalAzure({ scenario: "contoso" }), credential);
}

/** How many rows the next page would be told of. */
function toldOf(run: BulkSnapshot): number {
  const { title = "0" } = cutShortNotification(run) ?? {};
  return Number(/\d+/.exec(title)?.[0]);
}

/** The run once all that was under way has been refused. */
async function untilItWaits(bulk: BulkDeletion) {
  await until(bulk, ({ goesOnAt }) => goesOnAt !== undefined);
  await vi.advanceTimersByTimeAsync(60_000);
  return bulk.getSnapshot();
}

describe("leaving the page while Azure asks to slow down", () => {
  const SLOW = { effect: { status: 429, headers: { "Retry-After": "600" } } };

  test("names what was not created again and has no record", async () => {
    const { azure, bulk, ids, browser } = signIn();
    await deleteAll(bulk, ids);
    azure.faults.add({ match: { method: "PUT" }, ...SLOW });
    bulk.recreate();
    const run = await untilItWaits(bulk);
    expect(toldOf(run) + browser.entries.size).toBe(ids.length);
  });

  test("names what was not deleted and has no record", async () => {
    const { azure, bulk, ids, browser } = signIn();
    azure.faults.add({ match: { operation: DELETE }, skip: 2, ...SLOW });
    bulk.start(ids.map(targetOf));
    const run = await untilItWaits(bulk);
    const { deleted } = countStates(run.rows);
    expect(toldOf(run) + browser.entries.size + deleted).toBe(ids.length);
  });
});

describe("leaving the page names only what the run was to do", () => {
  test("where one of many is created again", async () => {
    const { bulk, ids } = signIn();
    await deleteAll(bulk, ids);
    bulk.recreate(ids[0]);
    expect(toldOf(bulk.getSnapshot())).toBe(1);
    expect(toldOf(await until(bulk, isEnded))).toBe(0);
  });

  test("where what has failed is tried again", async () => {
    const { azure, bulk, ids } = signIn();
    azure.faults.add({ match: { operation: DELETE }, count: 2, effect: { status: 403 } });
    await deleteAll(bulk, ids);
    bulk.goOn("failed");
    expect(toldOf(bulk.getSnapshot())).toBe(2);
    expect(toldOf(await until(bulk, isEnded))).toBe(0);
  });

  test("where the sign-in has stopped it: all that was not sent", async () => {
    const { bulk, ids, expire } = signIn();
    await deleteAll(bulk, ids);
    expire();
    bulk.recreate();
    const ended = await until(bulk, isEnded);
    expect(isAtStake(ended)).toBe(true);
    expect(toldOf(ended)).toBe(ids.length);
  });
});
