import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fabrikam, instanceIds, subscriptionIds } from "../scenarios/contoso-names";
import { refusalOf, startWithClients } from "./official-clients";

let running: Awaited<ReturnType<typeof startWithClients>>;
beforeAll(async () => {
  running = await startWithClients();
  running.azure.graph.settings.quota = 1_000;
});
afterAll(() => running.close());

const instances =
  "resources | where type =~ 'microsoft.iotoperations/instances' | project id, name | order by id asc";

interface GraphError {
  details?: { error?: { code: string; details?: { code: string; message: string }[] } };
}

async function detailsOf(call: Promise<unknown>) {
  const error = (await call.catch((thrown: unknown) => thrown)) as GraphError;
  return error.details?.error?.details;
}

describe("@azure/arm-resourcegraph", () => {
  test("answers objects, tables and counts", async () => {
    const { graph } = running.clientsOf();
    const found = await graph.resources({ query: instances });
    expect(found).toMatchObject({ count: 14, totalRecords: 14, resultTruncated: "false" });
    expect(found.data).toContainEqual({ id: instanceIds.lyon, name: "aio-lyon" });
    const table = await graph.resources({ query: instances, options: { resultFormat: "table" } });
    expect(table.data).toMatchObject({ columns: [{ name: "id" }, { name: "name" }] });
  });

  test("gives every row once, page by page", async () => {
    const { graph } = running.clientsOf();
    const ids: string[] = [];
    let skipToken: string | undefined;
    let pages = 0;
    do {
      const page = await graph.resources({
        query: instances,
        options: { top: 4, ...(skipToken === undefined ? {} : { skipToken }) },
      });
      ids.push(...(page.data as { id: string }[]).map(({ id }) => id));
      ({ skipToken } = page);
      pages++;
    } while (skipToken !== undefined);
    expect(pages).toBe(4);
    expect([...ids].sort()).toEqual(Object.values(instanceIds).sort());
  });

  test("runs over the subscriptions that the caller can see", async () => {
    const { graph } = running.clientsOf("operator");
    const count = async (...subscriptions: string[]) =>
      (await graph.resources({ query: instances, subscriptions })).count;
    const { europe, americas, labs } = subscriptionIds;
    expect(await count(europe, americas)).toBe(await count(europe, americas, labs));
    const unreadable = graph.resources({
      query: instances,
      subscriptions: [labs, fabrikam.subscriptionId],
    });
    expect(await detailsOf(unreadable)).toMatchObject([
      { code: "NoValidSubscriptionsInQueryRequest" },
    ]);
  });

  test("says where a query is wrong", async () => {
    const { graph } = running.clientsOf();
    expect(await refusalOf(graph.resources({ query: "resources | wher name" }))).toEqual([
      400,
      "BadRequest",
    ]);
    expect(await detailsOf(graph.resources({ query: "resources | wher name" }))).toMatchObject([
      { code: "InvalidQuery" },
      { code: "ParserFailure" },
    ]);
  });

  test("throttles, and says when it will not", async () => {
    const { graph } = running.clientsOf("secrets");
    running.azure.graph.settings.quota = 2;
    const headers: (string | undefined)[] = [];
    const ask = () =>
      graph.resources(
        { query: instances },
        {
          onResponse: (response) => {
            headers.push(response.headers.get("x-ms-user-quota-remaining"));
          },
        },
      );
    await ask();
    await ask();
    expect(headers).toEqual(["1", "0"]);
    expect(await refusalOf(ask())).toEqual([429, "RateLimiting"]);
    running.azure.clock.advance(5_000);
    await ask();
    running.azure.graph.settings.quota = 1_000;
  });
});
