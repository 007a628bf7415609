import { expect, test } from "vitest";
import { createTestAzure, errorOf, shopId, version } from "../test-azure";
import { ConnectionReset } from "./connection-reset";

const path = `${shopId}?${version}`;

test("a status comes with an error in ARM's envelope and the headers asked for", async () => {
  const azure = createTestAzure();
  azure.faults.add({
    match: { operation: "get test.shop/shops" },
    effect: { status: 429, headers: { "Retry-After": "3" } },
  });
  azure.faults.add({
    match: { operation: "Test.Shop/shops/items", method: "put" },
    effect: {
      status: 403,
      error: { code: "RequestDisallowedByPolicy", message: "No.", target: "x" },
    },
  });
  const throttled = await azure.arm("GET", path);
  expect([throttled.status, throttled.headers.get("retry-after")]).toEqual([429, "3"]);
  expect(errorOf(throttled).code).toBe("TooManyRequests");
  const refused = await azure.arm("PUT", `${shopId}/items/pear?${version}`, { body: {} });
  expect(refused.body).toEqual({
    error: { code: "RequestDisallowedByPolicy", message: "No.", target: "x" },
  });
  expect(azure.store.get(`${shopId}/items/pear`)).toBeUndefined();
});

test("skip lets requests pass first, count limits how many are hit", async () => {
  const azure = createTestAzure();
  const fault = azure.faults.add({
    match: { path: "/shops/CORNER" },
    skip: 1,
    count: 2,
    effect: { status: 500 },
  });
  const statuses: number[] = [];
  for (let index = 0; index < 5; index += 1) statuses.push((await azure.arm("GET", path)).status);
  expect(statuses).toEqual([200, 500, 500, 200, 200]);
  expect(fault).toMatchObject({ matched: 3, applied: 2 });
});

test("LIST tells a collection from a resource, and a path may be a regular expression", async () => {
  const azure = createTestAzure();
  azure.faults.add({ match: { operation: "LIST Test.Shop/shops" }, effect: { status: 503 } });
  azure.faults.add({ match: { path: "/items/p[ae]+r\\?" }, effect: { status: 404 } });
  const group = shopId.slice(0, shopId.lastIndexOf("/"));
  expect((await azure.arm("GET", `${group}?${version}`)).status).toBe(503);
  expect((await azure.arm("GET", path)).status).toBe(200);
  expect((await azure.arm("PUT", `${shopId}/items/pear?${version}`)).status).toBe(404);
});

test("a fault may go by the body, and delete resources before the request is carried out", async () => {
  const azure = createTestAzure();
  const put = (name: string, price: number) =>
    azure.arm("PUT", `${shopId}/items/${name}?${version}`, { body: { properties: { price } } });
  await put("pear", 1);
  azure.faults.add({
    match: { body: '"price":[5-9]' },
    effect: { delete: [`${shopId}/items/pear`] },
  });
  expect((await put("plum", 2)).status).toBe(201);
  expect(azure.store.get(`${shopId}/items/pear`)).toBeDefined();
  expect((await put("fig", 7)).status).toBe(201);
  expect(azure.store.get(`${shopId}/items/pear`)).toBeUndefined();
});

test("the log says what Retry-After an answer had", async () => {
  const azure = createTestAzure();
  azure.faults.add({
    match: {},
    count: 1,
    effect: { status: 429, headers: { "Retry-After": "3" } },
  });
  await azure.arm("GET", path);
  expect(azure.requests().map(({ retryAfter }) => retryAfter)).toContain("3");
});

test("a reset ends the connection before or after the request was carried out", async () => {
  const azure = createTestAzure();
  const body = { properties: { price: 1 } };
  azure.faults.add({ match: { path: "/items/first" }, effect: { reset: "before" } });
  azure.faults.add({ match: { path: "/items/second" }, effect: { reset: "after" } });
  const put = (name: string) => azure.arm("PUT", `${shopId}/items/${name}?${version}`, { body });
  await expect(put("first")).rejects.toThrow(ConnectionReset);
  await expect(put("second")).rejects.toThrow(ConnectionReset);
  expect(azure.store.get(`${shopId}/items/first`)).toBeUndefined();
  expect(azure.store.get(`${shopId}/items/second`)).toBeDefined();
  expect(azure.requests().at(-1)).toMatchObject({ method: "PUT", status: 0 });
});

test("a body can be cut, or replaced by another type", async () => {
  const azure = createTestAzure();
  azure.faults.add({ match: {}, count: 1, effect: { truncateBody: true } });
  azure.faults.add({
    match: {},
    count: 1,
    effect: { contentType: "text/html", body: "<h1>Proxy</h1>" },
  });
  const token = await azure.scriptToken("admin").catch(() => undefined);
  expect(token).toBeUndefined();
  const replaced = await azure.arm("GET", path, { as: null });
  expect([replaced.status, replaced.body]).toEqual([200, { text: "<h1>Proxy</h1>" }]);
});

test("a delay waits as long as it was asked to", async () => {
  const waits: number[] = [];
  const azure = createTestAzure({
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  });
  azure.faults.add({
    match: { operation: "GET Test.Shop/shops" },
    effect: { delayMs: 800, delayAfterMs: 300 },
  });
  expect((await azure.arm("GET", path)).status).toBe(200);
  expect(waits).toEqual([800, 300]);
});
