import { expect, test } from "vitest";
import { app, createTestAzure, origin, shopId, version } from "../test-azure";

const path = `${shopId}?${version}`;

function preflight(from: string, more: Record<string, string> = {}) {
  return new Request(`${origin}${path}`, {
    method: "OPTIONS",
    headers: { origin: from, "access-control-request-method": "PUT", ...more },
  });
}

test("a preflight of a loopback page is granted with the headers that Azure clients send", async () => {
  const response = await createTestAzure().fetch(preflight(app));
  expect(response.status).toBe(204);
  expect(response.headers.get("access-control-allow-origin")).toBe(app);
  expect(response.headers.get("access-control-allow-methods")).toContain("PUT");
  const allowed = response.headers.get("access-control-allow-headers")?.toLowerCase().split(", ");
  for (const header of [
    "authorization",
    "content-type",
    "x-ms-client-request-id",
    "x-ms-useragent",
  ]) {
    expect(allowed).toContain(header);
  }
  expect(Number(response.headers.get("access-control-max-age"))).toBeGreaterThan(0);
});

test("other origins are granted nothing unless the host was started with them", async () => {
  const elsewhere = "https://portal.example";
  const refused = await createTestAzure().fetch(preflight(elsewhere));
  expect(refused.headers.get("access-control-allow-origin")).toBeNull();
  const granted = await createTestAzure({ appOrigins: [elsewhere] }).fetch(preflight(elsewhere));
  expect(granted.headers.get("access-control-allow-origin")).toBe(elsewhere);
});

test("answers, errors included, can be read; Azure's headers only while they are exposed", async () => {
  const azure = createTestAzure();
  const from = { headers: { origin: app } };
  const visible = await azure.arm("GET", path, { as: null, ...from });
  expect(visible.status).toBe(401);
  expect(visible.headers.get("access-control-allow-origin")).toBe(app);
  expect(visible.headers.get("access-control-expose-headers")).toContain("Azure-AsyncOperation");
  await azure.control("POST", "settings", { exposeHeaders: "none" });
  const hidden = await azure.arm("GET", path, from);
  expect(hidden.status).toBe(200);
  expect(hidden.headers.get("access-control-expose-headers")).toBeNull();
});

test("every answer carries correlation ids and what is left of the rate limit", async () => {
  const { headers } = await createTestAzure().arm("GET", path, {
    headers: { "x-ms-client-request-id": "r-1" },
  });
  expect(headers.get("x-ms-client-request-id")).toBe("r-1");
  expect(headers.get("x-ms-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers.get("x-ms-correlation-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers.get("x-ms-routing-request-id")).toMatch(/^LOCAL:20261121T080000Z:/);
  expect(headers.get("x-ms-ratelimit-remaining-subscription-reads")).toBe("249");
});
