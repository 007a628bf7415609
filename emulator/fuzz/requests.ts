import fc from "fast-check";
import { registryIds, vaultIds } from "../scenarios/contoso-names";
import { collections, guid } from "./collections";

/** A request that may make sense or not. */
export interface FuzzedRequest {
  method: string;
  /** Path and query. */
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
}

/** Text that a request can carry: lone surrogates replaced. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, "\ufffd");
}

const strange = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.constantFrom(
    "..",
    ".",
    "%",
    "%00",
    "%2F",
    "%E0%A4%A",
    "__proto__",
    "constructor",
    "toString",
    "a".repeat(300),
    "\ud800",
    "🏭",
    "null",
    "-1",
    "1e309",
    "$batch",
  ),
);

const name = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom("abcde", "abcde", "abcde", "kv-pilot-aio", guid, guid) },
  { weight: 1, arbitrary: strange },
);

/** A valid body with a member replaced, renamed or taken away; or any JSON; or no JSON at all. */
export const bodyFrom = (body: unknown): fc.Arbitrary<string | undefined> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(JSON.stringify(body)) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.nat(30), fc.jsonValue({ maxDepth: 3 }))
        .map(([at, value]) => JSON.stringify(withReplaced(body, at, value))),
    },
    { weight: 1, arbitrary: fc.json() },
    {
      weight: 1,
      arbitrary: fc.constantFrom(undefined, "", "{", "[]", "null", '{"properties":1e999}'),
    },
    { weight: 1, arbitrary: strange },
  );

/** The `at`th member of a body, counted through all of it, replaced by `value`. */
function withReplaced(body: unknown, at: number, value: unknown): unknown {
  let count = 0;
  const walk = (node: unknown): unknown => {
    if (count++ === at) return value;
    if (Array.isArray(node)) return node.map(walk);
    if (typeof node !== "object" || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, member]) => [key, walk(member)]));
  };
  return walk(body);
}

const suffix = fc.oneof(
  { weight: 16, arbitrary: fc.constant("") },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "/listCredentials",
      "/generateCredentials",
      "/providers/Microsoft.Authorization/permissions",
      "/providers/Microsoft.Authorization/roleAssignments",
      "/operationStatuses/x",
      "/locations/westeurope/operationResults/x",
      "//",
      "/",
    ),
  },
  { weight: 1, arbitrary: strange.map((text) => `/${text}`) },
);

const query = (version: string) =>
  fc
    .record({
      version: fc.oneof(
        { weight: 8, arbitrary: fc.constant(version) },
        { weight: 1, arbitrary: strange },
      ),
      more: fc.array(
        fc.tuple(fc.constantFrom("$top", "$filter", "$skiptoken", "$skipToken", "x"), strange),
        { maxLength: 2 },
      ),
    })
    .map(({ version: sent, more }) =>
      [["api-version", sent], ...more]
        .map(([key = "", value = ""]) => `${key}=${encodeURIComponent(wellFormed(value))}`)
        .join("&"),
    );

const headers = fc
  .record(
    {
      "content-type": fc.oneof(
        { weight: 8, arbitrary: fc.constant("application/json") },
        fc.constantFrom("text/plain", "application/json; charset=utf-16", "a", ""),
      ),
      authorization: fc.constantFrom("", "Bearer", "Bearer x", "Basic YTpi", "Bearer a.b.c"),
      origin: fc.constantFrom("null", "http://localhost:1", "https://evil.example", "x"),
      "x-ms-client-request-id": fc.constantFrom(guid, "x", "y".repeat(500)),
      "x-ms-correlation-request-id": fc.constantFrom(guid, "x"),
      "if-match": fc.constantFrom("*", '"x"'),
      accept: fc.constantFrom("*/*", "text/html"),
    },
    { requiredKeys: ["content-type"] },
  )
  // Mostly signed in.
  .chain((sent) =>
    fc.nat(5).map((dice): Record<string, string> => {
      const { authorization, ...others } = sent;
      return dice === 0 && authorization !== undefined ? { ...others, authorization } : others;
    }),
  );

/** Casing and encodings that mean the same, or do not. */
const spelling = fc.constantFrom<(path: string) => string>(
  (path) => path,
  (path) => path,
  (path) => path,
  (path) => path.toUpperCase(),
  (path) => path.toLowerCase(),
  (path) => path.replace("providers", "%70roviders"),
  (path) => path.replaceAll("/", "//"),
);

const plain = (text: string) => wellFormed(text).replace(/[?#]/g, "");

const requestTo = ([path, version, body]: (typeof collections)[number]) =>
  fc.record({
    method: fc.constantFrom(
      "GET",
      "PUT",
      "PUT",
      "PUT",
      "PATCH",
      "DELETE",
      "DELETE",
      "POST",
      "HEAD",
    ),
    path: fc
      .tuple(fc.option(name, { freq: 8, nil: undefined }), suffix, spelling, query(version))
      .map(([last, end, spell, asked]) => {
        const id = last === undefined ? path : `${path}/${plain(last)}`;
        return `${spell(`${id}${plain(end)}`)}?${asked}`;
      }),
    headers,
    body: bodyFrom(body),
  });

/** Requests to two kinds of resources, each mostly near to one that is valid, with pauses between them in milliseconds. */
export const fuzzedRequests: fc.Arbitrary<[FuzzedRequest, number][]> = fc
  .tuple(fc.constantFrom(...collections), fc.constantFrom(...collections))
  .chain(([one, other]) =>
    fc.array(
      fc.tuple(fc.oneof(requestTo(one), requestTo(other)), fc.constantFrom(0, 500, 10_000)),
      { minLength: 1, maxLength: 20 },
    ),
  );

/** Paths of nothing in particular. */
export const strangePath: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      strange,
      fc.constantFrom(
        "subscriptions",
        "providers",
        "resourceGroups",
        registryIds.edge,
        vaultIds.lyon,
      ),
    ),
    {
      maxLength: 8,
    },
  )
  .map((segments) => `/${wellFormed(segments.join("/"))}`);
