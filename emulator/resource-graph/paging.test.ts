import { describe, expect, it, test } from "vitest";
import {
  createTestGraph,
  OTHER_SUBSCRIPTION,
  person,
  refusal,
  resource,
  SUBSCRIPTION,
  VAULT,
} from "./test-graph";

const names = Array.from({ length: 25 }, (_, index) => `v${String(index).padStart(2, "0")}`);
const graph = createTestGraph(names.map((name) => resource(name)));
const query = "resources | project id, name | order by name asc";

/** Names of all pages, by following tokens. */
function everyPage(options: Record<string, unknown>): string[][] {
  const pages: string[][] = [];
  let $skipToken: string | undefined;
  do {
    const page = graph.answer(query, { options: { ...options, $skipToken } });
    pages.push(page.data.map(({ name }) => String(name)));
    $skipToken = page.$skipToken;
  } while ($skipToken);
  return pages;
}

describe("pages", () => {
  it("bring every row once, the last without a token", () => {
    const pages = everyPage({ $top: 10 });
    expect(pages.map((page) => page.length)).toEqual([10, 10, 5]);
    expect(pages.flat()).toEqual(names);
  });

  it("end with the last row, without an empty page", () => {
    expect(everyPage({ $top: 5 })).toHaveLength(5);
    expect(everyPage({ $top: 25 })).toHaveLength(1);
  });

  it("begin behind $skip", () => {
    expect(everyPage({ $top: 10, $skip: 20 }).flat()).toEqual(names.slice(20));
    expect(everyPage({ $skip: 99 }).flat()).toEqual([]);
  });

  it("count all rows and their own", () => {
    const page = graph.answer(query, { options: { $top: 10 } });
    expect(page).toMatchObject({
      totalRecords: 25,
      count: 10,
      facets: [],
      resultTruncated: "false",
    });
  });

  it("hold 1,000 rows where $top is not said", () => {
    const many = createTestGraph(
      Array.from({ length: 1_001 }, (_, index) => resource(`m${index}`)),
    );
    expect(many.answer(query)).toMatchObject({ totalRecords: 1_001, count: 1_000 });
  });
});

test("pages end early where they are set to, and tokens go on from there", () => {
  const small = createTestGraph(names.map((name) => resource(name)));
  small.graph.settings.pageSize = 4;
  const first = small.answer(query, { options: { $top: 10 } });
  expect(first).toMatchObject({ totalRecords: 25, count: 4, resultTruncated: "false" });
  const next = small.answer(query, { options: { $top: 10, $skipToken: first.$skipToken } });
  expect(next.data[0]).toMatchObject({ name: "v04" });
});

describe("a result that cannot be paged", () => {
  test.each([
    ["has no id", "resources | project name"],
    ["was limited by take", "resources | take 20"],
    ["was limited by limit", "resources | limit 20 | project id"],
    ["was limited by top", "resources | top 20 by name"],
    ["lost its id", "resources | project-away id"],
    ["was renamed", "resources | project-rename key = id"],
    ["was summarized", "resources | summarize count() by id"],
    ["has distinct names only", "resources | distinct name"],
    [
      "has the id of the right side only",
      `resources | project name | join (resources) on name | project id1 = id, name`,
    ],
  ])("%s: it is truncated", (_, text) => {
    const page = graph.answer(text, { options: { $top: 10 } });
    expect(page.resultTruncated).toBe("true");
    expect(page.$skipToken).toBeUndefined();
    expect(page.count).toBe(10);
  });

  it("is not truncated where it fits", () => {
    expect(graph.answer("resources | project name").resultTruncated).toBe("false");
  });

  it("ignores $skip where it is limited", () => {
    const { data } = graph.answer("resources | take 2 | project name", { options: { $skip: 1 } });
    expect(data).toEqual([{ name: "v00" }, { name: "v01" }]);
  });
});

test.each([
  [
    "a join",
    "resources | project id, name | join kind=inner (resources | take 20 | project name) on name",
  ],
  [
    "a join with the id on the right",
    "resources | project name | join (resources | project id, name) on name",
  ],
  ["a union with a limited leg", "resources | union (resources | take 5)"],
  ["extend", "resources | extend id = tolower(id)"],
  ["distinct", "resources | distinct id"],
  ["parentheses", "(resources | project id, name)"],
])("%s can be paged", (_, text) => {
  const page = graph.answer(text, { options: { $top: 10 } });
  expect(page.$skipToken).toBeDefined();
  expect(page.resultTruncated).toBe("false");
});

describe("a token", () => {
  const { $skipToken } = graph.answer(query, { options: { $top: 10 } });
  const follow = (text: string, more: Record<string, unknown> = {}) =>
    graph.answer(text, { options: { $top: 10, $skipToken }, ...more });

  it("may come with another $top, and scopes in another order or case", () => {
    expect(graph.answer(query, { options: { $top: 3, $skipToken } }).data[0]).toMatchObject({
      name: "v10",
    });
    const other = "AAAAAAAA-0000-4000-8000-000000000000";
    const subscriptions = [other, SUBSCRIPTION];
    const first = graph.answer(query, { subscriptions, options: { $top: 10 } });
    const next = graph.answer(query, {
      subscriptions: [SUBSCRIPTION, other.toLowerCase()],
      options: { $skipToken: first.$skipToken },
    });
    expect(next.count).toBe(15);
  });

  it("is refused with another query, other scopes, or made up", () => {
    const forged = Buffer.from("null").toString("base64url");
    for (const run of [
      () => follow("resources | project id"),
      () => follow(query, { subscriptions: [SUBSCRIPTION] }),
      () => graph.answer(query, { options: { $skipToken: "made-up" } }),
      () => graph.answer(query, { options: { $skipToken: forged } }),
    ]) {
      const { status, error } = refusal(run);
      expect(status).toBe(400);
      expect(error.details?.[0]?.code).toBe("InvalidSkipToken");
    }
  });
});

describe("scopes", () => {
  const inOther = resource("other", {
    id: `/subscriptions/${OTHER_SUBSCRIPTION}/resourceGroups/g/providers/${VAULT}/other`,
  });
  const { answer } = createTestGraph([resource("own"), inOther]);
  const found = (subscriptions?: string[]) =>
    answer("resources | project name", { subscriptions }).data.map(({ name }) => name);

  it("limit rows, whatever their case", () => {
    expect(found([SUBSCRIPTION])).toEqual(["own"]);
    expect(found([OTHER_SUBSCRIPTION.toUpperCase()])).toEqual(["other"]);
    expect(found([SUBSCRIPTION, OTHER_SUBSCRIPTION])).toEqual(["own", "other"]);
    expect(found(["33333333-3333-3333-3333-333333333333"])).toEqual([]);
  });

  it("that the caller cannot see are left out without a word, and refused when there is no other", () => {
    const { answer: ask, hidden } = createTestGraph([resource("own"), inOther]);
    hidden.add(`ann /subscriptions/${OTHER_SUBSCRIPTION}`);
    const query = "resources | project name";
    const { data } = ask(query, { subscriptions: [SUBSCRIPTION, OTHER_SUBSCRIPTION] });
    expect(data).toEqual([{ name: "own" }]);
    const refused = refusal(() => ask(query, { subscriptions: [OTHER_SUBSCRIPTION] }));
    expect([refused.status, refused.error.code]).toEqual([400, "BadRequest"]);
    expect(refused.error.details).toEqual([
      {
        code: "NoValidSubscriptionsInQueryRequest",
        message: `There must be at least one subscription that is eligible to contain resources. Given: '${OTHER_SUBSCRIPTION}'.`,
      },
    ]);
  });

  it("that are no GUIDs are refused", () => {
    const { error } = refusal(() => answer("resources", { subscriptions: [SUBSCRIPTION, "own"] }));
    expect(error.details?.[0]?.code).toBe("SubscriptionsContainInvalidGuids");
  });

  it("are everything where none is named", () => {
    expect(found()).toEqual(["own", "other"]);
    expect(found([])).toEqual(["own", "other"]);
  });

  it("are the first of many only, and the answer says so, unless they are named", () => {
    const subscription = (id: string) =>
      resource(id, { id: `/subscriptions/${id}`, type: "Microsoft.Resources/subscriptions" });
    const { graph: limited, hidden } = createTestGraph([
      ...[subscription(OTHER_SUBSCRIPTION), subscription(SUBSCRIPTION), resource("own"), inOther],
    ]);
    limited.settings.subscriptionLimit = 1;
    const ask = (subscriptions?: string[]) => {
      const query = "resources | project name";
      const { body, headers } = limited.query({ query, subscriptions }, person("ann"));
      const { data } = body as { data: { name: string }[] };
      const names = data.map(({ name }) => name);
      return [names, headers["x-ms-tenant-subscription-limit-hit"]];
    };
    expect(ask()).toEqual([["own"], "true"]);
    expect(ask([SUBSCRIPTION, OTHER_SUBSCRIPTION])).toEqual([["own", "other"], undefined]);
    hidden.add(`ann /subscriptions/${OTHER_SUBSCRIPTION}`);
    expect(ask()).toEqual([["own", "other"], undefined]);
  });

  it("hold for both sides of a join", () => {
    const joined = answer(
      "resources | project k = 1, name | join kind=inner (resources | project k = 1) on k",
      {
        subscriptions: [SUBSCRIPTION],
      },
    );
    expect(joined.totalRecords).toBe(1);
  });
});

test("a table has typed columns and rows of values", () => {
  const { answer } = createTestGraph([resource("v", { properties: { size: 2 } })]);
  const text =
    "resources | project name, n = toint(properties.size), r = 1.5, b = true, d = now(), t = 1h, properties";
  expect(answer(text, { options: { resultFormat: "table" } }).data).toEqual({
    columns: [
      { name: "name", type: "string" },
      { name: "n", type: "integer" },
      { name: "r", type: "number" },
      { name: "b", type: "boolean" },
      { name: "d", type: "datetime" },
      { name: "t", type: "string" },
      { name: "properties", type: "object" },
    ],
    rows: [["v", 2, 1.5, true, "2026-11-21T08:00:00.000Z", "01:00:00", { size: 2 }]],
  });
});

describe("a request", () => {
  test.each([
    ["without a query", { query: "" }, "query"],
    ["with a $top above 1,000", { query, options: { $top: 1_001 } }, "options.$top"],
    ["with a $top of 0", { query, options: { $top: 0 } }, "options.$top"],
    ["with a negative $skip", { query, options: { $skip: -1 } }, "options.$skip"],
    ["with another format", { query, options: { resultFormat: "csv" } }, "options.resultFormat"],
    ["with facets", { query, facets: [{ expression: "location" }] }, "facets"],
    ["that is no object", undefined, ""],
  ])("%s is refused", (_, body, member) => {
    const { status, error } = refusal(() => graph.graph.query(body, person("ann")));
    expect(status).toBe(400);
    expect(error.details?.[0]).toMatchObject({ code: "InvalidRequestContent" });
    expect(error.message).toContain(`'${member}'`);
  });

  it("for management groups or too many subscriptions is refused", () => {
    expect(
      refusal(() => graph.answer(query, { managementGroups: ["mg"] })).error.details?.[0]?.code,
    ).toBe("UnsupportedScope");
    const subscriptions = Array.from({ length: 1_001 }, () => SUBSCRIPTION);
    expect(refusal(() => graph.answer(query, { subscriptions })).error.details?.[0]?.code).toBe(
      "TooManySubscriptions",
    );
  });
});
