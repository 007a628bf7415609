import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CONTOSO_TENANT_ID, personaOf } from "../../../emulator/entra/personas";
import { createLocalAzure } from "../../../emulator/local-azure";
import { endpointIds } from "../../../emulator/scenarios/contoso-names";
import { startVirtualTime } from "../../azure/testing/virtual-time";
import { deleteAll, isEnded, signInTo, until } from "./testing/bulk-world";

beforeEach(startVirtualTime);
afterEach(() => vi.useRealTimers());

test("what Azure may still create is said to be so after a retry that was stopped before it left", async () => {
  const azure = createLocalAzure({ scenario: "contoso" });
  const credential = { tenantId: CONTOSO_TENANT_ID, ...personaOf("admin") };
  const { bulk } = signInTo(azure, credential);
  await deleteAll(bulk, [endpointIds.userIdentity]);
  const match = { path: endpointIds.userIdentity };
  const never = { lro: { outcome: "never" as const } };
  azure.faults.add({ match: { ...match, method: "PUT" }, count: 1, effect: never });
  bulk.recreate();
  const timedOut = await until(bulk, isEnded);
  expect(timedOut.rows[0]).toMatchObject({ state: "notRecreated", isStillUnderWay: true });
  const slow = { status: 429, headers: { "Retry-After": "600" } };
  azure.faults.add({ match: { ...match, method: "GET" }, effect: slow });
  bulk.recreate();
  await until(bulk, ({ goesOnAt }) => goesOnAt !== undefined);
  bulk.stop();
  const { state, failure, isStillUnderWay } = timedOut.rows[0] ?? {};
  const stopped = await until(bulk, isEnded);
  expect(stopped.rows[0]).toMatchObject({ state, failure, isStillUnderWay });
});
