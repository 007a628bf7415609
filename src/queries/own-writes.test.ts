import fc from "fast-check";
import { expect, test } from "vitest";
import type { RegistryEndpoint } from "../azure/iot-operations/registry-endpoint";
import { createOwnWrites, hasSameBody, type OwnWrites } from "./own-writes";
import { memoryStorage } from "../lib/testing/memory-storage";

const ID =
  "/subscriptions/s/resourceGroups/rg/providers/Microsoft.IoTOperations/instances/i/registryEndpoints/e";

function endpoint(host: string, id = ID): RegistryEndpoint {
  return {
    id,
    name: "e",
    type: "microsoft.iotoperations/instances/registryendpoints",
    properties: {
      host,
      authentication: { method: "Anonymous", anonymousSettings: {} },
      provisioningState: "Succeeded",
    },
  };
}

const KEY = ID.toLowerCase();
const hostIn = (own: OwnWrites) => own.snapshot().writes.get(KEY)?.endpoint?.properties.host;
const isHidden = (own: OwnWrites) =>
  own.snapshot().writes.has(KEY) && own.snapshot().writes.get(KEY)?.endpoint === undefined;
const isSettled = (own: OwnWrites) => own.snapshot().writes.size === 0;

test("keeps a created endpoint however often Resource Graph answers without it", () => {
  const own = createOwnWrites(memoryStorage(), "me");
  own.recordWritten(endpoint("ghcr.io"));
  for (let query = 0; query < 100; query++) own.settle([]);
  expect(hostIn(own)).toBe("ghcr.io");
});

test("drops a created endpoint when Resource Graph returns the same body, whatever the id's case", () => {
  const own = createOwnWrites(memoryStorage(), "me");
  own.recordWritten(endpoint("ghcr.io"));
  own.settle([endpoint("ghcr.io", ID.toUpperCase())]);
  expect(isSettled(own)).toBe(true);
});

test("drops a write that was read while Azure was at it, however that ended", () => {
  for (const state of ["Succeeded", "Failed"]) {
    const own = createOwnWrites(memoryStorage(), "me");
    const written = endpoint("ghcr.io");
    own.recordWritten({
      ...written,
      properties: { ...written.properties, provisioningState: "Accepted" },
    });
    own.settle([endpoint("quay.io")]);
    expect(isSettled(own)).toBe(false);
    own.settle([{ ...written, properties: { ...written.properties, provisioningState: state } }]);
    expect(isSettled(own)).toBe(true);
  }
});

test("drops a write whose deployment Resource Graph showed first under way, then ended", () => {
  const own = createOwnWrites(memoryStorage(), "me");
  const written = endpoint("ghcr.io");
  const underWay = {
    ...written,
    properties: { ...written.properties, provisioningState: "Accepted" },
  };
  own.recordWritten(written);
  own.settle([underWay]);
  expect(isSettled(own)).toBe(false);
  own.settle([written]);
  expect(isSettled(own)).toBe(true);
});

test("keeps a replaced endpoint while Resource Graph returns the body before", () => {
  const own = createOwnWrites(memoryStorage(), "me");
  own.settle([endpoint("ghcr.io")]);
  own.recordWritten(endpoint("quay.io"));
  own.settle([endpoint("ghcr.io")]);
  expect(hostIn(own)).toBe("quay.io");
  own.settle([endpoint("quay.io")]);
  expect(isSettled(own)).toBe(true);
});

test("keeps a created endpoint while Resource Graph shows it as still being deployed", () => {
  const own = createOwnWrites(memoryStorage(), "me");
  const done = endpoint("ghcr.io");
  own.recordWritten(done);
  own.settle([{ ...done, properties: { ...done.properties, provisioningState: "Accepted" } }]);
  expect(hostIn(own)).toBe("ghcr.io");
});

test("hides a deleted endpoint until Resource Graph no longer returns it", () => {
  const own = createOwnWrites(memoryStorage(), "me");
  own.settle([endpoint("ghcr.io")]);
  own.recordDeleted(ID);
  own.settle([endpoint("ghcr.io")]);
  expect(isHidden(own)).toBe(true);
  own.settle([]);
  expect(isSettled(own)).toBe(true);
});

test("goes on hiding an endpoint that was deleted before Resource Graph had seen its creation", () => {
  const own = createOwnWrites(memoryStorage(), "me");
  own.settle([]);
  own.recordWritten(endpoint("ghcr.io"));
  own.recordDeleted(ID);
  own.settle([]);
  expect(isHidden(own)).toBe(true);
  own.settle([endpoint("ghcr.io")]);
  expect(isHidden(own)).toBe(true);
  own.settle([]);
  expect(isSettled(own)).toBe(true);
});

test("asks about a deleted endpoint that comes back in a state that nobody here gave it", () => {
  const own = createOwnWrites(memoryStorage(), "me");
  own.settle([]);
  own.recordWritten(endpoint("ghcr.io"));
  own.recordDeleted(ID);
  expect(own.settle([])).toEqual([]);
  expect(own.settle([endpoint("quay.io")])).toEqual([ID]);
  expect(isHidden(own)).toBe(true);
});

test("asks once about a deleted endpoint that appears as it was written, for it may be another's", () => {
  const own = createOwnWrites(memoryStorage(), "me");
  own.settle([]);
  own.recordWritten(endpoint("ghcr.io"));
  own.recordDeleted(ID);
  expect(own.settle([endpoint("ghcr.io")])).toEqual([ID]);
  expect(own.settle([endpoint("ghcr.io")])).toEqual([]);
  expect(own.settle([])).toEqual([]);
});

test("asks about a written endpoint that is shown as nobody here left it, or not at all", () => {
  const own = createOwnWrites(memoryStorage(), "me");
  own.settle([endpoint("ghcr.io")]);
  own.recordWritten(endpoint("quay.io"));
  expect(own.settle([endpoint("docker.io")])).toEqual([ID]);
  expect(own.settle([])).toEqual([ID]);
});

test("asks nothing while Resource Graph only lags", () => {
  const own = createOwnWrites(memoryStorage(), "me");
  own.recordWritten(endpoint("ghcr.io"));
  expect(own.settle([])).toEqual([]);
  expect(own.settle([])).toEqual([]);
  expect(own.settle([endpoint("ghcr.io")])).toEqual([]);
  own.recordDeleted(ID);
  expect(own.settle([endpoint("ghcr.io")])).toEqual([]);
  expect(own.settle([])).toEqual([]);
});

test("does not take the endpoint before for the one created again with the same body", () => {
  const own = createOwnWrites(memoryStorage(), "me");
  own.settle([endpoint("ghcr.io")]);
  own.recordDeleted(ID);
  own.recordWritten(endpoint("ghcr.io"));
  own.settle([endpoint("ghcr.io")]);
  own.settle([]);
  expect(hostIn(own)).toBe("ghcr.io");
  own.settle([endpoint("ghcr.io")]);
  expect(isSettled(own)).toBe(true);
});

test("survives a reload, for the same account only", () => {
  const storage = memoryStorage();
  createOwnWrites(storage, "me").recordWritten(endpoint("ghcr.io"));
  expect(hostIn(createOwnWrites(storage, "me"))).toBe("ghcr.io");
  expect(isSettled(createOwnWrites(storage, "you"))).toBe(true);
});

test("does not keep what is under way over a reload, since nobody would learn how it ended", () => {
  const storage = memoryStorage();
  createOwnWrites(storage, "me").begin({ id: ID, change: "deleting" });
  expect(createOwnWrites(storage, "me").snapshot().pending.size).toBe(0);
  expect(storage.length).toBe(0);
});

test("leaves nothing in storage when all is settled", () => {
  const storage = memoryStorage();
  const own = createOwnWrites(storage, "me");
  own.recordDeleted(ID);
  expect(storage.length).toBe(1);
  own.settle([]);
  expect(storage.length).toBe(0);
});

test("tells its subscribers of a change and of nothing else", () => {
  const own = createOwnWrites(memoryStorage(), "me");
  let calls = 0;
  const stop = own.subscribe(() => (calls += 1));
  own.settle([]);
  own.forget(ID);
  own.end(ID);
  expect(calls).toBe(0);
  own.recordWritten(endpoint("ghcr.io"));
  own.settle([]);
  expect(calls).toBe(1);
  stop();
  own.forget(ID);
  expect(calls).toBe(1);
});

test("starts empty on unreadable storage, and works without any", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const storage = memoryStorage();
      storage.setItem("rep.own-writes.me", text);
      expect(isSettled(createOwnWrites(storage, "me"))).toBe(true);
    }),
  );
  const refusing = { ...memoryStorage(), setItem: () => expect.fail("full") };
  const own = createOwnWrites(refusing, "me");
  own.recordWritten(endpoint("ghcr.io"));
  expect(hostIn(own)).toBe("ghcr.io");
});

test("compares bodies without the order of members, and without what Azure alone sets", () => {
  const a = endpoint("ghcr.io");
  const b: RegistryEndpoint = {
    ...a,
    systemData: { createdBy: "me" },
    properties: {
      provisioningState: "Succeeded",
      healthState: "Unknown",
      codeSigningCas: null,
      authentication: { anonymousSettings: {}, method: "Anonymous" },
      host: "ghcr.io",
    },
  };
  expect(hasSameBody(a, b)).toBe(true);
  expect(hasSameBody(a, endpoint("quay.io"))).toBe(false);
});

test("always shows the person's last write, however far Resource Graph lags", () => {
  const step = fc.constantFrom("ghcr.io", "quay.io", "delete", "query", "reload");
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), fc.nat({ max: 45 }), (steps, lag) => {
      const storage = memoryStorage();
      let own = createOwnWrites(storage, "me");
      // The world after each step; Resource Graph shows it as it was `lag` steps ago.
      const history: RegistryEndpoint[][] = [[]];
      const now = () => history.at(-1) ?? [];
      const query = () => history[Math.max(0, history.length - 1 - lag)] ?? [];
      own.settle(query());
      for (const action of steps) {
        let world = now();
        if (action === "reload") own = createOwnWrites(storage, "me");
        else if (action === "delete" && world.length > 0) {
          own.recordDeleted(ID);
          world = [];
        } else if (action.endsWith(".io")) {
          own.recordWritten(endpoint(action));
          world = [endpoint(action)];
        }
        history.push(world);
        const indexed = query();
        own.settle(indexed);
        const write = own.snapshot().writes.get(KEY);
        const shown = write === undefined ? indexed : write.endpoint ? [write.endpoint] : [];
        expect(shown).toEqual(now());
      }
    }),
    { numRuns: 500 },
  );
});

test("what changes together is told and stored once", () => {
  const storage = memoryStorage();
  const own = createOwnWrites(storage, "me");
  let told = 0;
  own.subscribe(() => (told += 1));
  own.together(() => {
    own.begin({ id: ID, change: "deleting" });
    own.recordDeleted(ID);
    own.end(ID);
    expect([told, storage.length]).toEqual([0, 0]);
  });
  expect([told, storage.length, isHidden(own)]).toEqual([1, 1, true]);
  own.together(() => undefined);
  expect(told).toBe(1);
});
