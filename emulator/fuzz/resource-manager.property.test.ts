import fc from "fast-check";
import { expect, test } from "vitest";
import { createTestAzure, origin, type TestAzure } from "../test-azure";
import { fuzzRuns } from "./fuzz-runs";
import { fuzzedRequests, strangePath, wellFormed, type FuzzedRequest } from "./requests";
import { expectSoundStore } from "./store-invariants";
import { inTime } from "./time-limit";

const createEmpty = () =>
  createTestAzure({ scenario: "empty", scenarios: undefined, providers: undefined });

async function answerTo(
  azure: TestAzure,
  { method, path, headers, body }: FuzzedRequest,
  token: string,
) {
  const hasBody = method !== "GET" && method !== "HEAD";
  const request = new Request(new URL(`${origin}${path}`), {
    method,
    headers: { authorization: `Bearer ${token}`, ...headers },
    ...(hasBody && body !== undefined ? { body: wellFormed(body) } : {}),
  });
  const { response, text } = await inTime(`${method} ${path} ${body}`, async () => {
    const response = await azure.fetch(request);
    return { response, text: await response.text() };
  });
  expect(response.status, text).not.toBe(500);
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  const answer: unknown = isJson && text !== "" ? JSON.parse(text) : undefined;
  if (response.status >= 400) {
    expect(answer).toMatchObject({
      error: { code: expect.any(String) as unknown, message: expect.any(String) as unknown },
    });
  }
  return response.status;
}

test("whatever requests follow each other, none ends in a 500 and the store stays sound", async () => {
  const azure = createEmpty();
  const token = await azure.scriptToken("admin");
  const statuses = new Set<number>();
  await fc.assert(
    fc.asyncProperty(fuzzedRequests, async (requests) => {
      azure.reset();
      azure.clock.freeze();
      azure.graph.settings.quota = Infinity;
      for (const [request, pause] of requests) {
        statuses.add(await answerTo(azure, request, token));
        azure.clock.advance(pause);
      }
      azure.clock.advance(60_000);
      await inTime("the store", () => expectSoundStore(azure, token));
    }),
    { numRuns: fuzzRuns(100) },
  );
  // What is generated is neither all right nor all wrong.
  expect([...statuses]).toEqual(expect.arrayContaining([200, 201, 400, 404]));
});

test("any path with any method is answered", async () => {
  const azure = createEmpty();
  const token = await azure.scriptToken("admin");
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("GET", "PUT", "POST", "DELETE"),
      strangePath,
      fc.boolean(),
      async (method, path, hasVersion) => {
        fc.pre(URL.canParse(`${origin}${path}`) && !/^\/+_emulator/.test(path));
        const asked = hasVersion ? `${path}?api-version=2022-12-01` : path;
        await answerTo(azure, { method, path: asked, headers: {}, body: undefined }, token);
      },
    ),
    { numRuns: fuzzRuns(300) },
  );
});

test("any form is answered by the token endpoint, and any JSON by the control API", async () => {
  const azure = createEmpty();
  const field = fc.constantFrom(
    "grant_type",
    "client_id",
    "client_secret",
    "scope",
    "code",
    "code_verifier",
    "redirect_uri",
    "refresh_token",
    "claims",
  );
  const value = fc.oneof(
    fc.string(),
    fc.json(),
    fc.constantFrom(
      "authorization_code",
      "refresh_token",
      "client_credentials",
      "https://management.azure.com/.default",
      "5f0c6a1e-0000-4000-8000-00000000a9b0",
      "c11e0700-0000-4000-8000-000000000001",
      "local-secret-of-admin",
    ),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(field, value),
      fc.constantFrom("common", "contoso.example", "nowhere", "%"),
      fc.constantFrom("clock", "settings", "faults", "revoke", "reset", "nothing"),
      fc.oneof(fc.json(), fc.string()),
      async (form, tenant, route, body) => {
        const asked = `${tenant} ${JSON.stringify(form)}, ${route} ${body}`;
        const token = await inTime(asked, () => azure.token(form, undefined, tenant));
        expect(token.status).not.toBe(500);
        const headers = { "content-type": "application/json" };
        const control = new Request(`${origin}/_emulator/${route}`, {
          method: "POST",
          body: wellFormed(body),
          headers,
        });
        expect((await inTime(asked, () => azure.fetch(control))).status).not.toBe(500);
        azure.faults.clear();
      },
    ),
    { numRuns: fuzzRuns(200) },
  );
});
