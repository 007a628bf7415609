import "fake-indexeddb/auto";
import { createStore, keys } from "idb-keyval";
import { expect, test, vi } from "vitest";
import { createAzureClient } from "../../azure/create-azure-client";
import { scriptedAzure } from "../../azure/testing/scripted-azure";
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
  const silent = { sendRequest: () => new Promise<never>(() => undefined) };
  const visit = (more: object = {}) =>
    createListStore({
      azure: createAzureClient({ ...options, ...more }),
      ownWrites: createOwnWrites(memoryStorage(), "me"),
      listInstanceIds: () => Promise.resolve([]),
      cache: openRowCache("me", database),
    });

  const before = await readList(visit());
  expect(before).toHaveLength(2);
  await vi.waitFor(async () => expect(await keys(database)).toContain("me head"), PATIENCE_MS);
  const later = visit({ httpClient: silent });
  const shown = new Promise((resolve) => {
    const stop = later.subscribe(() => {
      const { cachedAt, indexed } = later.getSnapshot();
      if (cachedAt === undefined) return;
      stop();
      resolve(indexed.index.all());
    });
  });
  later.start();
  expect(await shown).toEqual(before);
});
