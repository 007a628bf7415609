import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CONTOSO_TENANT_ID, personaOf } from "../../../emulator/entra/personas";
import { createLocalAzure } from "../../../emulator/local-azure";
import { startVirtualTime } from "../../azure/testing/virtual-time";
import { DELETE, deleteAll, signInTo, TYPE } from "./testing/bulk-world";

beforeEach(startVirtualTime);
afterEach(() => vi.useRealTimers());

test("a long run says in its middle about how long it will still take, steadily, and no more at its end", async () => {
  const azure = createLocalAzure({ scenario: "fleet" });
  const credential = { tenantId: CONTOSO_TENANT_ID, ...personaOf("admin") };
  const { bulk } = signInTo(azure, credential);
  // A short wait in the middle makes the estimate longer, but not clearly.
  azure.faults.add({
    match: { operation: DELETE },
    skip: 60,
    count: 1,
    effect: { status: 429, headers: { "Retry-After": "5" } },
  });
  const told: { at: number; msLeft: number }[] = [];
  bulk.subscribe(() => {
    const { msLeft } = bulk.getSnapshot();
    if (msLeft !== undefined) told.push({ at: Date.now(), msLeft });
  });
  const due = azure.store.list(TYPE).slice(0, 120);
  const ended = await deleteAll(
    bulk,
    due.map(({ id }) => id),
  );
  const endedAt = Date.now();
  expect(told.length).toBeGreaterThan(3);
  for (const { at, msLeft } of told.slice(0, Math.ceil(told.length / 2))) {
    expect(msLeft / (endedAt - at)).toBeGreaterThan(0.5);
    expect(msLeft / (endedAt - at)).toBeLessThan(2);
  }
  const times = told.map(({ msLeft }) => msLeft);
  expect(times).toEqual([...times].sort((one, other) => other - one));
  expect(ended.msLeft).toBeUndefined();
});
