import { expect, test } from "vitest";
import { app, createTestAzure, origin, resource, send, shopId, version } from "../test-azure";

const path = `${shopId}?${version}`;

test("resetting restores resources, time, settings, faults and the log", async () => {
  const azure = createTestAzure();
  const before = azure.clock.now();
  azure.store.delete(shopId);
  await azure.control("POST", "faults", { match: {}, effect: { status: 500 } });
  await azure.control("POST", "settings", { exposeHeaders: "none", tokenLifetimeSeconds: 60 });
  await azure.control("POST", "clock", { advanceMs: 60_000 });
  const { status, body } = await azure.control("POST", "reset", {});
  expect([status, body.scenario]).toEqual([200, "test"]);
  expect(azure.clock.now()).toBe(before);
  expect(azure.settings).toEqual({
    exposeHeaders: "all",
    tokenLifetimeSeconds: 3_600,
    roleAssignmentDelayMs: 0,
    operationTimeScale: 1,
  });
  expect(azure.requests()).toEqual([]);
  expect((await azure.arm("GET", path)).status).toBe(200);
});

test("an unknown scenario, an unknown member and broken JSON are answered with what is wrong", async () => {
  const azure = createTestAzure();
  const unknown = await azure.control("POST", "reset", { scenario: "mars" });
  expect([unknown.status, unknown.body.error]).toEqual([
    400,
    'There is no scenario called "mars"; there are test.',
  ]);
  expect((await azure.control("POST", "reset", { scenario: "constructor" })).status).toBe(400);
  const misspelt = await azure.control("POST", "settings", { exposeHeader: "all" });
  expect(misspelt.status).toBe(400);
  expect(misspelt.body.error).toContain("exposeHeader");
  expect((await send(azure, "/_emulator/clock", { method: "POST", body: "{" })).status).toBe(400);
  expect((await azure.control("POST", "faults", { effect: {} })).status).toBe(400);
  expect((await azure.control("GET", "nothing")).status).toBe(404);
});

test("the log holds every request with its body, without the token", async () => {
  const azure = createTestAzure();
  const body = { properties: { price: 7 } };
  await azure.arm("PUT", `${shopId}/items/pear?${version}`, {
    body,
    headers: { "x-ms-client-request-id": "r-1" },
  });
  const found = await azure.control("GET", "requests?operation=shops/items&method=put");
  expect(found.body.requests).toEqual([
    expect.objectContaining({
      operation: "PUT Test.Shop/shops/items",
      path: `${shopId}/items/pear?${version}`,
      body: JSON.stringify(body),
      status: 201,
      hasToken: true,
    }),
  ]);
  expect(JSON.stringify(found.body)).not.toContain("Bearer");
  expect((await azure.control("DELETE", "requests")).status).toBe(204);
  expect((await azure.control("GET", "requests")).body.requests).toEqual([]);
});

test("the clock can be stopped and moved", async () => {
  const azure = createTestAzure();
  await azure.control("POST", "clock", { freeze: true, advanceMs: 5_000 });
  expect((await azure.control("POST", "clock", {})).body.now).toBe("2026-11-21T08:00:05.000Z");
});

test("the index can be made to lag for ever", async () => {
  const azure = createTestAzure();
  const { body } = await azure.control("POST", "settings", {
    graph: { lagMs: "Infinity", omitRegistryEndpoints: [shopId] },
  });
  expect(body.graph).toEqual({
    ...{ lagMs: "Infinity", omitRegistryEndpoints: [shopId], quota: 15 },
    ...{ omitEndpointUsers: "none", subscriptionLimit: 10_000, pageSize: 1_000 },
  });
  expect(azure.graph.settings.lagMs).toBe(Infinity);
});

test("resources can be put and deleted without checks, and looked at as stored", async () => {
  const azure = createTestAzure();
  const odd = resource(`${shopId}/items/!`, "Test.Shop/shops/items", { price: "none" });
  const changed = await azure.control("POST", "resources", { put: [odd], delete: ["/nothing"] });
  expect(changed.body).toEqual({ put: 1, deleted: 0 });
  const found = await azure.control("GET", `resources?type=Test.Shop/shops/items&id=${shopId}`);
  expect(found.body.resources).toEqual([odd]);
});

test("only this machine may control it", async () => {
  const azure = createTestAzure();
  const foreign = await send(azure, "/_emulator/state", {
    headers: { origin: "https://evil.example" },
  });
  expect(foreign.status).toBe(403);
  const rebound = await azure.fetch(new Request("http://evil.example:4281/_emulator/state"));
  expect(rebound.status).toBe(403);
  expect((await send(azure, "/_emulator/state", { headers: { origin: app } })).status).toBe(200);
  for (const path of ["/_emulator", "/_emulator/"]) {
    expect((await send(azure, `${origin}${path}`)).body).toHaveProperty(["POST /_emulator/reset"]);
  }
});
