import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { inspect } from "node:util";
import { createAzureClient } from "../create-azure-client";
import { scriptedAzure } from "../testing/scripted-azure";
import { inVirtualTime, startVirtualTime } from "../testing/virtual-time";
import { AzureError } from "./azure-error";

const INSTANCE =
  "/subscriptions/s/resourceGroups/rg/providers/Microsoft.IoTOperations/instances/oslo";
const SECRET =
  "/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv/secrets/one";
const RATE_LIMIT = { error: { code: "TooManyRequests", message: "Slow down." } };

beforeEach(startVirtualTime);
afterEach(() => vi.useRealTimers());

async function failureOf(work: Promise<unknown>): Promise<AzureError> {
  const error: unknown = await inVirtualTime(work).catch((thrown: unknown) => thrown);
  if (!(error instanceof AzureError)) throw new Error(`No AzureError: ${inspect(error)}`);
  return error;
}

describe("authentication", () => {
  test("sends the token and the ids of the exchange", async () => {
    const azure = scriptedAzure({ body: { id: INSTANCE, name: "oslo" } });
    await createAzureClient(azure.options).instances.get(INSTANCE);
    expect(azure.sent[0]?.url).toBe(
      `https://management.azure.com${INSTANCE}?api-version=2026-07-01`,
    );
    expect(azure.sent[0]?.headers).toMatchObject({
      authorization: "Bearer token-1",
      "x-ms-client-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
    expect(azure.tokenRequests).toEqual([{ scope: azure.options.scope }]);
  });

  test("answers a claims challenge once with the claims it asks for", async () => {
    const claims = JSON.stringify({ access_token: { nbf: { essential: true, value: "1" } } });
    const challenge = `Bearer realm="", error="insufficient_claims", claims="${btoa(claims)}"`;
    const refused = { status: 401, headers: { "www-authenticate": challenge }, body: {} };
    const azure = scriptedAzure(refused, { body: { id: INSTANCE } });
    await createAzureClient(azure.options).instances.get(INSTANCE);
    expect(azure.tokenRequests[1]).toEqual({ scope: azure.options.scope, claims });
    expect(azure.sent[1]?.headers.authorization).toBe("Bearer token-2");
  });

  test("answers a bare 401 once with a fresh token, then says that it was refused", async () => {
    const refused = { status: 401, body: { error: { code: "ExpiredAuthenticationToken" } } };
    const azure = scriptedAzure(refused, refused);
    const error = await failureOf(createAzureClient(azure.options).instances.get(INSTANCE));
    expect(error).toMatchObject({ status: 401, code: "SignInRequired" });
    expect(azure.tokenRequests).toMatchObject([{}, { forceRefresh: true }, { isRefused: true }]);
    expect(azure.sent).toHaveLength(2);
  });

  test("asks for one fresh token when ten requests are refused at once", async () => {
    const answer = (request: { headers: Record<string, string> }) =>
      request.headers.authorization === "Bearer fresh"
        ? { body: { id: INSTANCE } }
        : { status: 401 };
    const azure = scriptedAzure(...Array.from({ length: 20 }, () => answer));
    const asked: boolean[] = [];
    const getToken = ({ forceRefresh = false }) => {
      asked.push(forceRefresh);
      return Promise.resolve(asked.includes(true) ? "fresh" : "old");
    };
    const { instances } = createAzureClient({ ...azure.options, getToken });
    const reads = Array.from({ length: 10 }, () => instances.get(INSTANCE));
    const results = await inVirtualTime(Promise.allSettled(reads));
    expect(results.map(({ status }) => status)).not.toContain("rejected");
    expect(asked.filter(Boolean)).toHaveLength(1);
  });

  test("sends a write that was refused for its token once more, with the same body", async () => {
    const azure = scriptedAzure({ status: 401 }, { status: 201, body: { id: SECRET } });
    const body = { properties: { value: "v" } };
    await createAzureClient(azure.options).vaultSecrets.createOrUpdate(SECRET, body);
    expect(azure.sent.map((request) => request.body)).toEqual([body, body]);
  });

  test("passes on why there is no token, and sends nothing", async () => {
    const azure = scriptedAzure();
    const signIn = new AzureError({ status: 401, code: "SignInRequired", message: "Again." });
    const call = (thrown: Error) =>
      failureOf(
        createAzureClient({
          ...azure.options,
          getToken: () => Promise.reject(thrown),
        }).instances.get(INSTANCE),
      );
    expect(await call(signIn)).toBe(signIn);
    expect(await call(new Error("internal"))).toMatchObject({ code: "TokenUnavailable" });
    expect(azure.sent).toHaveLength(0);
  });

  test.each([
    "https://evil.example/next?page=2",
    "https://management.azure.com.evil.example/next",
    "https://management.azure.com:444/next",
    "http://management.azure.com/next",
    "//evil.example/next",
    "https://management.azure.com@evil.example/next",
    "javascript:alert(1)",
    "https://%",
  ])("never sends a token where the nextLink %j points", async (nextLink) => {
    const azure = scriptedAzure({ body: { value: [{ name: "one" }], nextLink } });
    const client = createAzureClient(azure.options);
    const error = await failureOf(client.registryEndpoints.listByInstance(INSTANCE));
    expect(error).toMatchObject({ status: 0, code: "ForeignOrigin" });
    expect(azure.sent).toHaveLength(1);
    expect(azure.tokenRequests).toHaveLength(1);
  });

  test("refuses an endpoint without https, except on this machine", () => {
    const { options } = scriptedAzure();
    const at = (endpoint: string) => () => createAzureClient({ ...options, endpoint });
    expect(at("http://management.azure.com")).toThrow("https");
    expect(at("http://localhost.evil.example")).toThrow("https");
    expect(at("http://localhost:4281")).not.toThrow();
    expect(at("http://127.0.0.1:4281")).not.toThrow();
  });
});

describe("paging", () => {
  test("follows nextLink verbatim", async () => {
    const nextLink = "https://management.azure.com/odd%2Fpath?$skiptoken=a%20b&t=sig";
    const azure = scriptedAzure(
      { body: { value: [{ id: `${INSTANCE}/registryEndpoints/one` }], nextLink } },
      { body: { value: [{ id: `${INSTANCE}/registryEndpoints/two` }], nextLink: null } },
    );
    const list = await createAzureClient(azure.options).registryEndpoints.listByInstance(INSTANCE);
    expect(list.map(({ name }) => name)).toEqual(["one", "two"]);
    expect(azure.sent[1]?.url).toBe(nextLink);
  });

  test("ends a list whose pages go round in a circle", async () => {
    const nextLink = "https://management.azure.com/again";
    const page = { body: { value: [], nextLink } };
    const azure = scriptedAzure(page, page, page);
    const error = await failureOf(createAzureClient(azure.options).subscriptions.list());
    expect(error.code).toBe("UnreadableResponse");
    expect(azure.sent).toHaveLength(2);
  });

  test.each([
    ["a page by its content", "<!doctype html><title>Guest Wi-Fi</title>", "application/json"],
    ["a page by its type", "Please sign in.", "text/html; charset=utf-8"],
  ])("%s is told from Azure's answer, and rendered nowhere", async (_, body, type) => {
    const azure = scriptedAzure({ body, headers: { "content-type": type } });
    const error = await failureOf(createAzureClient(azure.options).subscriptions.list());
    expect(error.code).toBe("UnreadableResponse");
    expect(error.message).toContain("sign-in page of your network");
    expect(error.message).not.toContain(body);
    expect(azure.sent).toHaveLength(1);
  });

  test("JSON of a wrong content type is JSON", async () => {
    const headers = { "content-type": "text/html" };
    const azure = scriptedAzure({ body: { value: [] }, headers });
    await expect(createAzureClient(azure.options).subscriptions.list()).resolves.toEqual([]);
  });

  test.each(["<html>Sign in</html>", "[]", undefined])("an answer %j is no list", async (body) => {
    const azure = scriptedAzure({ body });
    const error = await failureOf(createAzureClient(azure.options).subscriptions.list());
    expect(error).toMatchObject({
      status: 200,
      code: "UnreadableResponse",
      path: "/subscriptions",
    });
  });
});

describe("retry", () => {
  const read = (azure: ReturnType<typeof scriptedAzure>) =>
    createAzureClient(azure.options).instances.get(INSTANCE);

  test.each([
    ["throttled without Retry-After", { status: 429, body: RATE_LIMIT }],
    ["a server error", { status: 500 }],
    ["a broken connection", { isBroken: true }],
    ["a body that was cut off", { body: '{"id": "/subscr' }],
  ])("repeats a read after %s", async (_, answer) => {
    const azure = scriptedAzure(answer, { body: { id: INSTANCE } });
    await inVirtualTime(read(azure));
    expect(azure.sent).toHaveLength(2);
  });

  test("never comes back before Retry-After", async () => {
    const azure = scriptedAzure(
      { status: 429, headers: { "retry-after": "7" }, body: RATE_LIMIT },
      { body: { id: INSTANCE } },
    );
    const start = Date.now();
    await inVirtualTime(read(azure));
    expect(Date.now() - start).toBeGreaterThanOrEqual(7_000);
  });

  test("tells the person instead of waiting for minutes", async () => {
    const azure = scriptedAzure({
      status: 429,
      headers: { "retry-after": "300" },
      body: RATE_LIMIT,
    });
    expect(await failureOf(read(azure))).toMatchObject({ status: 429, retryAfterSeconds: 300 });
    expect(azure.sent).toHaveLength(1);
  });

  test("gives up a read after three repetitions", async () => {
    const broken = { status: 503 };
    const azure = scriptedAzure(broken, broken, broken, broken, broken);
    expect(await failureOf(read(azure))).toMatchObject({ status: 503 });
    expect(azure.sent).toHaveLength(4);
  });

  test.each([
    [{ status: 500 }, 1],
    [{ isBroken: true }, 1],
    [{ status: 503 }, 1],
    [{ status: 503, headers: { "retry-after": "1" } }, 2],
    [{ status: 429, body: RATE_LIMIT }, 2],
  ])("after %o a write was sent %i times", async (answer, times) => {
    const azure = scriptedAzure(answer, { status: 200, body: { id: SECRET } });
    const client = createAzureClient(azure.options);
    const body = { properties: { value: "v" } };
    const work = client.vaultSecrets.createOrUpdate(SECRET, body);
    await inVirtualTime(work).catch(() => undefined);
    expect(azure.sent).toHaveLength(times);
  });

  test("repeats Resource Graph's query, which only reads", async () => {
    const azure = scriptedAzure(
      { status: 429, headers: { "retry-after": "1" }, body: RATE_LIMIT },
      { body: { data: [], totalRecords: 0 } },
    );
    await inVirtualTime(createAzureClient(azure.options).resourceGraph.query("resources"));
    expect(azure.sent).toHaveLength(2);
  });

  test("stops waiting as soon as it is aborted", async () => {
    const azure = scriptedAzure({
      status: 429,
      headers: { "retry-after": "30" },
      body: RATE_LIMIT,
    });
    const controller = new AbortController();
    const start = Date.now();
    const work = createAzureClient(azure.options).instances.get(INSTANCE, {
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(), 1_000);
    await expect(inVirtualTime(work)).rejects.toMatchObject({ name: "AbortError" });
    expect(Date.now() - start).toBeLessThan(30_000);
    expect(azure.sent).toHaveLength(1);
  });
});

describe("errors", () => {
  test.each([
    { status: 400, body: { error: { code: "Bad", message: "No." } } },
    { status: 500, body: "<html>" },
    { status: 200, body: "not json" },
    { isBroken: true },
  ])("hold no secret, header or token: %o", async (answer) => {
    const azure = scriptedAzure(answer);
    const client = createAzureClient(azure.options);
    const body = { properties: { value: "canary-value" } };
    const error = await failureOf(client.vaultSecrets.createOrUpdate(SECRET, body));
    const dump = [
      inspect(error, { depth: 20, showHidden: true }),
      inspect(error.cause, { depth: 20, showHidden: true }),
      JSON.stringify(error),
      error.stack,
    ].join("\n");
    expect(dump).not.toContain("canary-value");
    expect(dump).not.toContain("token-1");
    expect(dump).not.toContain("Bearer");
    expect(error.path).toBe(SECRET);
  });

  test("have our own id where CORS hides Azure's", async () => {
    const azure = scriptedAzure({ status: 404, body: { error: { code: "ResourceNotFound" } } });
    const error = await failureOf(createAzureClient(azure.options).instances.get(INSTANCE));
    expect(error.correlationId).toBe(azure.sent[0]?.headers["x-ms-client-request-id"]);
  });

  test("a name cannot lead to another resource", async () => {
    const azure = scriptedAzure({ body: { id: "x" } });
    const client = createAzureClient(azure.options);
    await client.instances.get("/subscriptions/a?b#c/x");
    expect(azure.sent[0]?.url).toContain("/subscriptions/a%3Fb%23c/x?");
    expect(await failureOf(client.instances.get("/subscriptions/../x"))).toMatchObject({
      code: "InvalidResourceId",
    });
    expect(await failureOf(client.instances.get("//evil.example/x"))).toMatchObject({
      code: "InvalidResourceId",
    });
  });
});
