import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { inspect } from "node:util";
import { createAzureClient } from "../create-azure-client";
import { scriptedAzure, type ScriptedAnswer } from "../testing/scripted-azure";
import { inVirtualTime, startVirtualTime } from "../testing/virtual-time";

interface Row {
  id: string;
  name?: string;
}

const QUERY = "resources | project id | order by id asc";

beforeEach(startVirtualTime);
afterEach(() => vi.useRealTimers());

function page(ids: string[], more: object = {}, headers = {}): ScriptedAnswer {
  const data = ids.map((id) => ({ id }));
  const body = { totalRecords: 3, count: ids.length, resultTruncated: "false", data, facets: [] };
  return { body: { ...body, ...more }, headers };
}

function query(answers: ScriptedAnswer[], options: object = {}) {
  const azure = scriptedAzure(...answers);
  const { resourceGraph } = createAzureClient(azure.options);
  return { ...azure, result: inVirtualTime(resourceGraph.query<Row>(QUERY, options)) };
}

describe("resourceGraph.query", () => {
  test("asks for 1,000 rows a page and follows the token with the same query and scopes", async () => {
    const seen: [number, number][] = [];
    const { result, sent } = query([page(["/a", "/b"], { $skipToken: "next" }), page(["/c"])], {
      subscriptions: ["s1"],
      onPage: (loaded: number, total: number) => seen.push([loaded, total]),
    });
    await expect(result).resolves.toEqual({
      rows: [{ id: "/a" }, { id: "/b" }, { id: "/c" }],
      totalRecords: 3,
    });
    const options = { $top: 1000, resultFormat: "objectArray" };
    expect(sent.map(({ body }) => body)).toEqual([
      { subscriptions: ["s1"], query: QUERY, options },
      { subscriptions: ["s1"], query: QUERY, options: { ...options, $skipToken: "next" } },
    ]);
    expect(sent[0]?.url).toBe(
      "https://management.azure.com/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01",
    );
    expect(sent[0]?.headers.authorization).toBe("Bearer token-1");
    expect(seen).toEqual([
      [2, 3],
      [3, 3],
    ]);
  });

  test("merges pages by id in any case, the later row winning", async () => {
    const late = { data: [{ id: "/A", name: "newer" }, { id: "/c" }] };
    const { result } = query([page(["/a", "/b"], { $skipToken: "n" }), page([], late)]);
    expect((await result).rows).toEqual([{ id: "/A", name: "newer" }, { id: "/b" }, { id: "/c" }]);
  });

  test("keeps the pages before one that fails, where that is wanted, and says so", async () => {
    const answers = () => [page(["/a", "/b"], { $skipToken: "n" }), { status: 403 }];
    await expect(query(answers()).result).rejects.toMatchObject({ status: 403 });
    const kept = await query(answers(), { keepsPages: true }).result;
    expect(kept.rows).toHaveLength(2);
    expect(kept.incomplete).toContain("2 of 3 rows");
    await expect(query([{ status: 403 }], { keepsPages: true }).result).rejects.toMatchObject({
      status: 403,
    });
  });

  test("reads a page that was cut off once more and keeps the others", async () => {
    const cut = { body: '{"totalRecords": 3, "data": [{"id": "/c"}' };
    const { result, sent } = query([page(["/a", "/b"], { $skipToken: "n" }), cut, page(["/c"])]);
    expect((await result).rows).toHaveLength(3);
    expect(sent).toHaveLength(3);
  });

  test("keeps rows that have no id", async () => {
    const { result } = query([page([], { data: [{ count: 1 }, { count: 1 }, null] })]);
    expect((await result).rows).toHaveLength(3);
  });

  test("asks about more than 1,000 subscriptions in several queries", async () => {
    const subscriptions = Array.from({ length: 2_001 }, (_, index) => `s${index}`);
    const { result, sent } = query([page(["/a"]), page(["/b"]), page(["/c"])], { subscriptions });
    expect((await result).rows).toHaveLength(3);
    const asked = sent.map(({ body }) => (body as { subscriptions: string[] }).subscriptions);
    expect(asked.map(({ length }) => length)).toEqual([1_000, 1_000, 1]);
    expect(asked.flat()).toEqual(subscriptions);
  });

  test("asks nothing about no subscription", async () => {
    const { result, sent } = query([], { subscriptions: [] });
    await expect(result).resolves.toEqual({ rows: [], totalRecords: 0 });
    expect(sent).toHaveLength(0);
  });

  test("waits for quota before the next page, and for nothing after the last", async () => {
    const quota = { "x-ms-user-quota-remaining": "0", "x-ms-user-quota-resets-after": "00:00:05" };
    const start = Date.now();
    const { result } = query([page(["/a"], { $skipToken: "n" }, quota), page(["/b"], {}, quota)]);
    await result;
    expect(Date.now() - start).toBe(5_000);
  });

  test("stops waiting for quota when it is aborted", async () => {
    const quota = { "x-ms-user-quota-remaining": "0", "x-ms-user-quota-resets-after": "00:01:00" };
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 1_000);
    const { result, sent } = query([page(["/a"], { $skipToken: "n" }, quota)], {
      signal: controller.signal,
    });
    await expect(result).rejects.toMatchObject({ name: "AbortError" });
    expect(sent).toHaveLength(1);
  });

  test("says when the answer is not the whole", async () => {
    const truncated = query([page(["/a"], { resultTruncated: "true" })]);
    expect((await truncated.result).incomplete).toContain("too large");
    const limited = query([page(["/a"], {}, { "x-ms-tenant-subscription-limit-hit": "true" })]);
    expect((await limited.result).incomplete).toContain("10,000");
    const more = { totalRecords: 2, resultTruncated: "true", $skipToken: "n" };
    const paged = query([page(["/a"], more), page(["/b"], { totalRecords: 2 })]);
    expect((await paged.result).incomplete).toBeUndefined();
  });

  test("fails with Azure's reason for a bad query", async () => {
    const error = {
      code: "BadRequest",
      message: "Please provide below info when asking for support.",
      details: [
        { code: "InvalidQuery", message: "Query is invalid." },
        { code: "ParserFailure", message: "ParserFailure", line: 1 },
      ],
    };
    const { result } = query([{ status: 400, body: { error } }]);
    await expect(result).rejects.toMatchObject({
      name: "AzureError",
      status: 400,
      code: "BadRequest",
      message: expect.stringContaining("Query is invalid.") as string,
    });
  });

  test.each(["<html>Sign in</html>", '{"data": [', '{"data": "none"}', "[]", "null", undefined])(
    "never takes %j for an empty result, and keeps no request in the error",
    async (body) => {
      const { result } = query([{ body }]);
      const error: unknown = await result.catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ name: "AzureError", code: "UnreadableResponse" });
      expect(inspect(error, { depth: 20, showHidden: true })).not.toContain("token-1");
    },
  );

  test("ends when the pages go round in a circle", async () => {
    const again = page(["/a"], { $skipToken: "same" });
    const { result, sent } = query([again, again, again]);
    await expect(result).rejects.toMatchObject({ code: "UnreadableResponse" });
    expect(sent).toHaveLength(2);
  });
});
