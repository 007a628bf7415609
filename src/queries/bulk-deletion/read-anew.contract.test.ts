import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CONTOSO_TENANT_ID, personaOf } from "../../../emulator/entra/personas";
import { createLocalAzure } from "../../../emulator/local-azure";
import { endpointIds } from "../../../emulator/scenarios/contoso-names";
import { inVirtualTime, startVirtualTime } from "../../azure/testing/virtual-time";
import { createListStore, listStoreOf, type ListStore } from "../endpoint-list/list-store";
import { readList } from "../endpoint-list/testing/read-list";
import { DELETE, deleteAll, signInTo } from "./testing/bulk-world";

beforeEach(startVirtualTime);
afterEach(() => vi.useRealTimers());

/** Rejects never: a list that is not read anew is waited for until the test runs out of time. */
function isReadAfter(list: ListStore, before: number) {
  return inVirtualTime(
    new Promise<void>((resolve) => {
      const look = () => {
        const { status, updatedAt = 0 } = list.getSnapshot().stream;
        if (status === "ready" && updatedAt > before) resolve();
      };
      list.subscribe(look);
      look();
    }),
  );
}

test("the list is read anew at the end, unless the person has stopped it", async () => {
  const credential = { tenantId: CONTOSO_TENANT_ID, ...personaOf("admin") };
  const azure = createLocalAzure({ scenario: "contoso" });
  const { writer, bulk, ids, sent } = signInTo(azure, credential);
  const list = listStoreOf(writer.accountId, () =>
    createListStore({
      ...{ azure: writer.azure, ownWrites: writer.ownWrites },
      listInstanceIds: () => Promise.resolve([]),
    }),
  );
  await inVirtualTime(readList(list));
  const { updatedAt = 0 } = list.getSnapshot().stream;
  const [first = "", ...others] = ids;
  const before = sent("POST").length;
  await deleteAll(bulk, [first]);
  await isReadAfter(list, updatedAt);
  expect(sent("POST").length).toBeGreaterThan(before);
  list.stream.refresh();
  list.stream.cancel();
  await deleteAll(bulk, others);
  expect(list.getSnapshot().stream.status).toBe("stopped");
  await inVirtualTime(readList(list, list.stream.refresh));
  azure.faults.add({ match: { operation: DELETE }, effect: { status: 403 } });
  // A reading would have begun right then.
  const atEnd: string[] = [];
  bulk.onEnd(() => atEnd.push(list.getSnapshot().stream.status));
  await deleteAll(bulk, [endpointIds.signed]);
  expect(atEnd).toEqual(["ready"]);
});
