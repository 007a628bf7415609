import { expect, test } from "vitest";
import type { RegistryEndpoint } from "../azure/iot-operations/registry-endpoint";
import { memoryStorage } from "../lib/testing/memory-storage";
import { createOwnWrites, type OwnWrites } from "./own-writes";

/** Characters that a browser gives an origin's session storage. */
const ROOM = 5 * 1024 * 1024;

/** A storage that is full as a browser's is. */
function limitedStorage(): Storage {
  const kept = memoryStorage();
  const used = (without: string) =>
    Array.from({ length: kept.length }, (_, at) => kept.key(at) ?? "")
      .filter((key) => key !== without)
      .reduce((sum, key) => sum + (kept.getItem(key) ?? "").length, 0);
  return Object.assign(memoryStorage(), {
    getItem: (key: string) => kept.getItem(key),
    removeItem: (key: string) => kept.removeItem(key),
    setItem: (key: string, value: string) => {
      if (used(key) + value.length > ROOM) throw new DOMException("full", "QuotaExceededError");
      kept.setItem(key, value);
    },
  });
}

const idOf = (instance: number, name: string) =>
  `/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-of-a-site-${instance}/providers/Microsoft.IoTOperations/instances/aio-of-a-site-${instance}/registryEndpoints/${name}`;

function endpoint(host: string, id = idOf(0, "e")): RegistryEndpoint {
  return {
    ...{ id, name: "e", type: "microsoft.iotoperations/instances/registryendpoints" },
    properties: { host, authentication: { method: "Anonymous", anonymousSettings: {} } },
  };
}

const many = (count: number) =>
  Array.from({ length: count }, (_, number) =>
    endpoint("ghcr.io", idOf(Math.floor(number / 200), `an-endpoint-of-a-longer-name-${number}`)),
  );

const kept = (own: OwnWrites) => [...own.snapshot().writes.values()];

/** Deletes as many as a run of deletions does: some at a time. */
function deleteMany(own: OwnWrites, endpoints: readonly RegistryEndpoint[]) {
  for (let at = 0; at < endpoints.length; at += 5_000) {
    own.together(() => {
      for (const { id } of endpoints.slice(at, at + 5_000)) own.recordDeleted(id);
    });
  }
}

test("20,000 deletions survive a reload, and leave room for what is being typed", () => {
  const storage = limitedStorage();
  const own = createOwnWrites(storage, "me");
  const all = many(20_000);
  own.settle(all);
  deleteMany(own, all);
  storage.setItem("rep.draft", "x".repeat(ROOM / 2));
  const reloaded = createOwnWrites(storage, "me");
  expect(reloaded.snapshot().writes.size).toBe(20_000);
  expect(reloaded.settle(all)).toEqual([]);
  const [first = endpoint(""), ...others] = all;
  expect(
    reloaded.settle([
      { ...first, properties: endpoint("other.example", first.id).properties },
      ...others,
    ]),
  ).toEqual([first.id]);
  reloaded.settle([]);
  expect(kept(createOwnWrites(storage, "me"))).toEqual([]);
});

test("of more writes than there is room for, the newest survive a reload", () => {
  const storage = limitedStorage();
  const own = createOwnWrites(storage, "me");
  const all = many(100_000);
  deleteMany(own, all);
  expect(own.snapshot().writes.size).toBe(100_000);
  storage.setItem("rep.draft", "x".repeat(ROOM / 2));
  const newest = kept(createOwnWrites(storage, "me"));
  expect(newest.length).toBeGreaterThan(20_000);
  expect(newest.at(-1)?.id).toBe(all.at(-1)?.id);
});

test("an endpoint that is written again is among the newest", () => {
  const own = createOwnWrites(limitedStorage(), "me");
  const written = endpoint("ghcr.io");
  own.recordWritten(written);
  own.recordDeleted(idOf(1, "f"));
  own.recordWritten(endpoint("quay.io"));
  expect(kept(own).map(({ id }) => id)).toEqual([idOf(1, "f"), written.id]);
});

test("a storage that is forbidden costs what it would have kept, and nothing else", () => {
  const forbidden = () => {
    throw new DOMException("No.", "SecurityError");
  };
  const own = createOwnWrites(
    { ...memoryStorage(), getItem: forbidden, setItem: forbidden, removeItem: forbidden },
    "me",
  );
  own.recordDeleted(idOf(0, "e"));
  expect(kept(own)).toHaveLength(1);
});

test("a storage that others have filled keeps nothing of before, which would be wrong by then", () => {
  const storage = limitedStorage();
  const own = createOwnWrites(storage, "me");
  own.recordWritten(endpoint("ghcr.io"));
  storage.setItem("rep.draft", "x".repeat(ROOM - 800));
  own.recordDeleted(idOf(0, "e"));
  own.recordWritten(endpoint(`${"long.".repeat(200)}io`));
  expect(kept(own).at(-1)?.endpoint?.properties.host).toContain("long.");
  expect(kept(createOwnWrites(storage, "me"))).toEqual([]);
});
