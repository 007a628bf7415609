import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CONTOSO_TENANT_ID, personaOf } from "../../../emulator/entra/personas";
import { createLocalAzure } from "../../../emulator/local-azure";
import { startVirtualTime } from "../../azure/testing/virtual-time";
import { countStates } from "./bulk-row";
import { DELETE, isEnded, signInTo, targetOf, until } from "./testing/bulk-world";

beforeEach(startVirtualTime);
afterEach(() => vi.useRealTimers());

function signIn() {
  const credential = { tenantId: CONTOSO_TENANT_ID, ...personaOf("admin") };
  return signInTo(createLocalAzure({ scenario: "contoso" }), credential);
}

const fate = fc.constantFrom("deleted", "gone", "locked", "forbidden", "broken", "slow", "failing");
const EFFECTS = {
  locked: { status: 409, error: { code: "ScopeLocked", message: "Locked." } },
  forbidden: { status: 403, error: { code: "AuthorizationFailed", message: "No." } },
  broken: { status: 500 },
  slow: { status: 429, headers: { "Retry-After": "3" } },
  failing: { lro: { outcome: "Failed" as const } },
};

test("whatever becomes of each, what the run says is what Azure has", async () => {
  const run = async (fates: string[], stopAfter: number) => {
    const { azure, bulk, ids } = signIn();
    const due = ids.slice(0, fates.length);
    due.forEach((id, at) => {
      const what = fates[at] ?? "deleted";
      if (what === "gone") azure.store.delete(id);
      const effect = EFFECTS[what as keyof typeof EFFECTS] as object | undefined;
      if (effect) {
        azure.faults.add({ match: { operation: DELETE, path: id }, count: 1, effect });
      }
    });
    bulk.start(due.map(targetOf));
    await until(bulk, ({ rows, status }) => {
      const { waiting } = countStates(rows);
      return status === "ended" || rows.length - waiting >= stopAfter;
    });
    bulk.stop();
    const ended = await until(bulk, isEnded);
    for (const [at, row] of ended.rows.entries()) {
      const { id, state, document, wasGone } = row;
      const isThere = azure.store.get(id) !== undefined;
      const possible = isThere ? ["failed", "waiting"] : ["deleted"];
      // Its turn may not have come.
      if (fates[at] === "gone") possible.push("waiting");
      expect(possible).toContain(state);
      expect(state !== "deleted" || wasGone === true || document !== undefined).toBe(true);
    }
    bulk.goOn("failed");
    await until(bulk, isEnded);
    bulk.goOn("waiting");
    await until(bulk, isEnded);
    bulk.goOn("failed");
    const over = await until(bulk, isEnded);
    expect(countStates(over.rows).deleted).toBe(due.length);
    expect(due.filter((id) => azure.store.get(id) !== undefined)).toEqual([]);
  };
  await fc.assert(
    fc.asyncProperty(fc.array(fate, { minLength: 1, maxLength: 12 }), fc.nat(14), run),
    { numRuns: 25 },
  );
});
