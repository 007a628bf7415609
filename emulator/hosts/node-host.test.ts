import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { startLocalAzure, type RunningLocalAzure } from "./node-host";

const running: RunningLocalAzure[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((host) => host.close()));
});

async function start(): Promise<RunningLocalAzure> {
  const host = await startLocalAzure({ port: 0, scenario: "empty" });
  running.push(host);
  return host;
}

test("serves on localhost with addresses on its own origin", async () => {
  const { url } = await start();
  const metadata = await fetch(`${url}/organizations/v2.0/.well-known/openid-configuration`);
  expect(await metadata.json()).toMatchObject({
    token_endpoint: `${url}/organizations/oauth2/v2.0/token`,
  });
});

test("a reset fault destroys the connection", async () => {
  const { url, azure } = await start();
  azure.faults.add({ match: { operation: "keys" }, count: 1, effect: { reset: "after" } });
  await expect(fetch(`${url}/common/discovery/v2.0/keys`)).rejects.toThrow("fetch failed");
  expect((await fetch(`${url}/common/discovery/v2.0/keys`)).status).toBe(200);
});

test("a body can end with its connection", async () => {
  const { url, azure } = await start();
  azure.faults.add({ match: { operation: "keys" }, effect: { truncateBody: "connection" } });
  const response = await fetch(`${url}/common/discovery/v2.0/keys`);
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow();
});

test("a delay fault delays", async () => {
  const { url, azure } = await start();
  azure.faults.add({ match: { operation: "keys" }, effect: { delayMs: 60 } });
  const started = performance.now();
  await fetch(`${url}/common/discovery/v2.0/keys`);
  expect(performance.now() - started).toBeGreaterThan(50);
});

test("a taken port is told by its code", async () => {
  const { url } = await start();
  await expect(startLocalAzure({ port: Number(new URL(url).port) })).rejects.toMatchObject({
    code: "EADDRINUSE",
  });
});

test("closing ends open connections at once", async () => {
  const host = await startLocalAzure({ port: 0, scenario: "empty" });
  const socket = connect(Number(new URL(host.url).port), "localhost");
  await new Promise((resolve) => socket.once("connect", resolve));
  const ended = new Promise((resolve) => socket.once("close", resolve));
  await host.close();
  await ended;
});
