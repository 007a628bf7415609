import fc from "fast-check";
import { once } from "node:events";
import { connect } from "node:net";
import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CONTOSO_TENANT_ID, personaOf } from "../entra/personas";
import { startLocalAzure, type RunningLocalAzure } from "../hosts/node-host";
import { send, type Answer, type TestAzure } from "../test-azure";
import { fuzzRuns } from "./fuzz-runs";
import { HOST, rawRequest, TOKEN, type RawRequest } from "./raw-requests";
import { expectSoundStore } from "./store-invariants";
import { inTime } from "./time-limit";

let host: RunningLocalAzure;
beforeAll(async () => {
  host = await startLocalAzure({ port: 0, scenario: "empty" });
});
afterAll(() => host.close());

/** How long a client waits for the first word. */
const PATIENCE_MS = 50;

const overHttp = (path: string, init?: RequestInit): Promise<Answer> =>
  send({ fetch: (request) => fetch(request) }, new URL(path, host.url).href, init);

async function adminToken(): Promise<string> {
  const { clientId, clientSecret } = personaOf("admin");
  const { body } = await overHttp(`/${CONTOSO_TENANT_ID}/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: clientId,
      client_secret: clientSecret,
      scope: "https://management.azure.com/.default",
    }),
  });
  return String(body.access_token);
}

/** All that the host says on a connection until it is closed; what it is closed with does not matter. */
async function answersTo({ pieces, end }: RawRequest, token: string): Promise<string> {
  const socket = connect(Number(new URL(host.url).port), "localhost");
  let said = "";
  socket.setEncoding("latin1").on("data", (text: string) => (said += text));
  socket.on("error", () => undefined);
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  await once(socket, "connect");
  const place = new URL(host.url).host;
  const written = pieces.map((piece) => piece.replaceAll(TOKEN, token).replaceAll(HOST, place));
  // The second piece comes with the next turn, so that the first is read alone.
  for (const piece of written) {
    await new Promise<void>((resolve) => void socket.write(piece, "latin1", () => resolve()));
  }
  if (end === "destroy") socket.destroy();
  // Node answers no more when a client has ended its side: one that is owed nothing is not waited for long.
  const given = setTimeout(() => socket.end(), PATIENCE_MS);
  socket.once("data", () => socket.end());
  await closed;
  clearTimeout(given);
  return said;
}

/** Every request that the host took has been answered, whether the client was there to read it or not. */
async function allAnswered(): Promise<void> {
  while (host.azure.requests().some(({ status }) => status === 0)) await setImmediate();
}

/** What a client that has left asked for may still come while the store is looked at: then once more. */
async function expectSoundAtRest(token: string): Promise<void> {
  const { azure, url } = host;
  // Without the network: it is much that is asked for.
  const arm: TestAzure["arm"] = (method, path, { headers = {} } = {}) =>
    send(azure, new URL(path, url).href, { method, headers });
  for (let isAtRest = false; !isAtRest;) {
    isAtRest = true;
    const unsubscribe = azure.store.subscribe(() => (isAtRest = false));
    try {
      await expectSoundStore({ store: azure.store, arm }, token);
    } catch (error) {
      if (isAtRest) throw error;
    } finally {
      unsubscribe();
    }
  }
}

test("whatever bytes come over a connection, no answer is a 500, every connection ends and the next is served", async () => {
  const token = await adminToken();
  const statuses = new Set<number>();
  const { azure } = host;
  await fc.assert(
    fc.asyncProperty(fc.array(rawRequest, { minLength: 1, maxLength: 4 }), async (requests) => {
      azure.reset();
      azure.clock.freeze();
      for (const request of requests) {
        const sent = JSON.stringify(request.pieces.map((piece) => piece.slice(0, 300)));
        const said = await inTime(sent, () => answersTo(request, token));
        for (const [, status = ""] of said.matchAll(/HTTP\/1\.1 (\d{3}) /g)) {
          statuses.add(Number(status));
          // 501 names what is not emulated; anything else of the kind is a defect.
          expect(Number(status) < 500 || status === "501", `${sent}: ${said}`).toBe(true);
        }
        azure.clock.advance(1_000);
      }
      const next = await inTime("the next request", () => overHttp("/common/discovery/v2.0/keys"));
      expect(next.status).toBe(200);
      await inTime("an answer to every request that is logged", allAnswered);
      azure.clock.advance(60_000);
      await inTime("the store", () => expectSoundAtRest(token));
    }),
    // To look for a smaller example of what hangs would take too long.
    { numRuns: fuzzRuns(100), endOnFailure: true },
  );
  // What is drawn is neither all right nor all broken.
  expect([...statuses]).toEqual(expect.arrayContaining([201, 400, 404, 431, 501]));
});
