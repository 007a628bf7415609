import "fake-indexeddb/auto";
import { createStore, keys } from "idb-keyval";
import { expect, test, vi } from "vitest";
import { createAzureClient } from "../../azure/create-azure-client";
import { scriptedAzure } from "../../azure/testing/scripted-azure";
import { pause } from "../../lib/pause";
import { memoryStorage } from "../../lib/testing/memory-storage";
import { createOwnWrites } from "../own-writes";
import { createListStore } from "./list-store";
import { openRowCache } from "./row-cache";
import { readList } from "./testing/read-list";

const INSTANCE =
  "/subscriptions/s/resourceGroups/rg/providers/Microsoft.IoTOperations/instances/oslo";
const PATIENCE_MS = 20_000;

const endpoint = (name: string) => ({
  id: `${INSTANCE}/registryEndpoints/${name}`,
  name,
  type: "microsoft.iotoperations/instances/registryendpoints",
  properties: { host: "ghcr.io", provisioningState: "Succeeded" },
});

// In real time throughout: databases know no other.
test("a return visit shows the rows of the one before until Azure has answered", async () => {
  const database = createStore("visits", "rows");
  const { options } = scriptedAzure({
    body: { totalRecords: 2, count: 2, data: [endpoint("a"), endpoint("b")] },
  });
  const sendRequest = vi.fn(() => new Promise<never>(() => undefined));
  const visit = (more: object = {}) =>
    createListStore({
      azure: createAzureClient({ ...options, ...more }),
      ownWrites: createOwnWrites(memoryStorage(), "me"),
      listInstanceIds: () => Promise.resolve([]),
      cache: openRowCache("me", database),
    });

  const first = visit();
  expect(await first.firstKept).toBe(false);
  const before = await readList(first);
  expect(before).toHaveLength(2);
  await vi.waitFor(async () => expect(await keys(database)).toContain("me head"), PATIENCE_MS);
  const later = visit({ httpClient: { sendRequest } });
  expect(await later.firstKept).toBe(true);
  const rows = () => later.getSnapshot().indexed.index.all();
  expect(rows()).toEqual(before);
  expect(sendRequest).not.toHaveBeenCalled();
  later.start();
  await vi.waitFor(() => expect(sendRequest).toHaveBeenCalled(), PATIENCE_MS);
  expect(rows()).toEqual(before);
});

test("what an earlier visit left comes part by part in its order, and says how many there will be", async () => {
  const database = createStore("long-visits", "rows");
  const all = Array.from({ length: 2_500 }, (_, at) =>
    endpoint(`e-${String(at).padStart(4, "0")}`),
  );
  const { options } = scriptedAzure({
    body: { totalRecords: all.length, count: all.length, data: all.toReversed() },
  });
  const visit = (more: object = {}) =>
    createListStore({
      azure: createAzureClient({ ...options, ...more }),
      ownWrites: createOwnWrites(memoryStorage(), "me"),
      listInstanceIds: () => Promise.resolve([]),
      cache: openRowCache("me", database),
    });
  await readList(visit());
  await vi.waitFor(async () => expect(await keys(database)).toContain("me head"), PATIENCE_MS);

  const later = visit({ httpClient: { sendRequest: () => new Promise<never>(() => undefined) } });
  const seen: [rows: number, total?: number, state?: string, last?: string][] = [];
  later.subscribe(() => {
    const { indexed, cached } = later.getSnapshot();
    const { index } = indexed;
    seen.push([index.size, cached?.total, cached?.state, index.all().at(-1)?.name]);
  });
  await later.firstKept;
  await pause(100);
  expect(seen.at(-1)?.[0], "the others wait for the start").toBe(1_000);
  later.start();
  await vi.waitFor(() => expect(seen.at(-1)?.[2]).toBe("whole"), PATIENCE_MS);
  const shown = seen.filter(([rows]) => rows > 0);
  expect(shown[0]).toEqual([1_000, 2_500, "coming", "e-0999"]);
  expect(shown.at(-1)).toEqual([2_500, 2_500, "whole", "e-2499"]);
});
