import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { localConfig } from "./local-config";
import { startAppServer, type AppServer } from "./serve-app";

let dist: string;
let server: AppServer;
let config: object;

beforeAll(async () => {
  dist = await mkdtemp(path.join(tmpdir(), "serve-app-"));
  await mkdir(path.join(dist, "assets"));
  await writeFile(path.join(dist, "index.html"), "the app");
  await writeFile(path.join(dist, "redirect.html"), "the redirect page");
  await writeFile(path.join(dist, "assets", "index-abc.js"), "code");
  config = localConfig("http://localhost:4281");
  server = await startAppServer({ port: 0, dist, config });
});

afterAll(async () => {
  await server.close();
  await rm(dist, { recursive: true });
});

const get = (address: string) => fetch(`${server.url}${address}`);

test.each([
  "/",
  "/endpoints?q=a.b",
  "/endpoints/subscriptions/1/resourceGroups/rg.prod/providers/Microsoft.IoTOperations/instances/i/registryEndpoints/a.b",
])("%s is answered with the app, which is asked for anew each time", async (address) => {
  const response = await get(address);
  expect(response.status).toBe(200);
  expect(await response.text()).toBe("the app");
  expect(response.headers.get("cache-control")).toBe("no-store");
});

test.each(["/assets/gone-123.js", "/favicon.ico"])("%s is not found", async (address) => {
  const response = await get(address);
  expect(response.status).toBe(404);
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
});

test("hashed files are kept for ever, and are the same each time", async () => {
  for (let count = 0; count < 2; count += 1) {
    const response = await get("/assets/index-abc.js");
    expect(response.headers.get("cache-control")).toContain("immutable");
    expect(response.headers.get("content-type")).toBe("text/javascript");
    expect(await response.text()).toBe("code");
  }
});

test("HEAD is answered with a hashed file's headers alone", async () => {
  const response = await fetch(`${server.url}/assets/index-abc.js`, { method: "HEAD" });
  expect(response.headers.get("content-type")).toBe("text/javascript");
  expect(response.headers.get("content-length")).toBe("4");
  expect(await response.text()).toBe("");
});

test("the configuration is the one that was given, and is not kept", async () => {
  const response = await get("/config.json");
  expect(await response.json()).toEqual(config);
  expect(response.headers.get("cache-control")).toBe("no-store");
});

test("the redirect page has its own policy, the app connects to the configured origin", async () => {
  const policyOf = async (address: string) =>
    (await get(address)).headers.get("content-security-policy");
  expect(await policyOf("/redirect.html")).not.toContain("connect-src");
  expect(await policyOf("/")).toContain("connect-src 'self' http://localhost:4281;");
});

test("nothing can be written", async () => {
  const response = await fetch(`${server.url}/config.json`, { method: "POST" });
  expect(response.status).toBe(405);
});

test("a wrong configuration is refused by the member", async () => {
  const wrong = { ...config, cloud: "mine" };
  await expect(startAppServer({ port: 0, dist, config: wrong })).rejects.toThrow('"cloud"');
});

test.each(["/", "/config.json", "/redirect.html", "/assets/index-abc.js", "/favicon.ico"])(
  "no other origin may read %s: there is no CORS",
  async (address) => {
    for (const method of ["GET", "OPTIONS"]) {
      const { headers } = await fetch(`${server.url}${address}`, {
        method,
        headers: { origin: "https://evil.example", "access-control-request-method": "GET" },
      });
      expect([...headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
    }
  },
);
