import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { CONTOSO_TENANT_ID, personaOf, type PersonaKey } from "../../../emulator/entra/personas";
import { createLocalAzure } from "../../../emulator/local-azure";
import { instanceIds, subscriptionIds } from "../../../emulator/scenarios/contoso-names";
import { createAzureClient } from "../create-azure-client";
import { AzureError } from "../http/azure-error";
import { childId, idKey, sameId } from "../resource-id";
import { inProcessAzure } from "../testing/in-process-azure";
import { inVirtualTime, startVirtualTime } from "../testing/virtual-time";
import { kql } from "./kql";

interface Row {
  id: string;
  name: string;
}

const ENDPOINTS = `resources
| where type =~ 'microsoft.iotoperations/instances/registryendpoints'
| project id, name
| order by id asc`;

// The first query loads the KQL parser, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });
beforeEach(startVirtualTime);
afterEach(() => vi.useRealTimers());

function signIn(persona: PersonaKey = "admin", scenario?: string) {
  const azure = createLocalAzure({ scenario });
  const credential = { tenantId: CONTOSO_TENANT_ID, ...personaOf(persona) };
  const client = createAzureClient(inProcessAzure((request) => azure.fetch(request), credential));
  const query = (text: string, subscriptions?: string[]) =>
    inVirtualTime(client.resourceGraph.query<Row>(text, subscriptions ? { subscriptions } : {}));
  return { azure, client, query };
}

describe("resource graph", () => {
  test("every row of every page arrives once", async () => {
    const { query } = signIn("admin", "busy");
    const { rows, totalRecords, incomplete } = await query(ENDPOINTS);
    expect(rows).toHaveLength(1_500);
    expect(totalRecords).toBe(1_500);
    expect(incomplete).toBeUndefined();
    expect(new Set(rows.map(({ id }) => idKey(id))).size).toBe(1_500);
  });

  test("only what the person may read is found", async () => {
    expect((await signIn("guest").query(ENDPOINTS)).rows).toEqual([]);
    const all = (await signIn("admin").query(ENDPOINTS)).rows.length;
    const operator = (await signIn("operator").query(ENDPOINTS)).rows;
    expect(operator.length).toBeGreaterThan(0);
    expect(operator.length).toBeLessThan(all);
  });

  test("a query can be limited to subscriptions", async () => {
    const { query } = signIn();
    const { rows } = await query(ENDPOINTS, [subscriptionIds.europe]);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ id }) => id.includes(subscriptionIds.europe))).toBe(true);
  });

  test("the index lags behind a write", async () => {
    const { client, query, azure } = signIn();
    azure.graph.settings.lagMs = 60_000;
    const id = childId(instanceIds.gothenburg, "registryEndpoints", "lagging");
    const { extendedLocation } = await inVirtualTime(client.instances.get(instanceIds.gothenburg));
    if (!extendedLocation) throw new Error("The instance has no custom location.");
    await inVirtualTime(
      client.registryEndpoints.createOrReplace(id, {
        extendedLocation,
        properties: {
          host: "ghcr.io/contoso",
          authentication: { method: "Anonymous", anonymousSettings: {} },
        },
      }),
    );
    const isIndexed = async () => (await query(ENDPOINTS)).rows.some((row) => sameId(row.id, id));
    expect(await isIndexed()).toBe(false);
    azure.clock.advance(120_000);
    expect(await isIndexed()).toBe(true);
  });

  test.each(["o'brien", 'a"b', "back\\slash", "line\nbreak", "' or 1==1 //", "żółć", "\u202e"])(
    "the text %j stays text in a query",
    async (text) => {
      const { query } = signIn();
      const { rows } = await query(
        kql`resources | where name =~ ${text} | project id, name | order by id asc`,
      );
      expect(rows).toEqual([]);
    },
  );

  test("a list of values matches each of them in any case", async () => {
    const { query } = signIn();
    const names = ["AIO-Gothenburg", "aio-lyon"];
    const { rows } = await query(
      kql`resources | where type =~ ${"microsoft.iotoperations/instances"} and name in~ ${names} | project id, name | order by id asc`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual(["aio-gothenburg", "aio-lyon"]);
  });

  test("a bad query fails with Azure's details", async () => {
    const error: unknown = await signIn()
      .query("resources | were 1")
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AzureError);
    expect(error).toMatchObject({ status: 400, code: "BadRequest" });
  });

  test.each(["all", "none"] as const)(
    "over quota the next query waits, with headers exposed: %s",
    async (exposeHeaders) => {
      const { query, azure } = signIn();
      azure.settings.exposeHeaders = exposeHeaders;
      azure.graph.settings.quota = 1;
      await query(ENDPOINTS);
      expect((await query(ENDPOINTS)).rows.length).toBeGreaterThan(0);
      const refused = azure.requests().filter(({ status }) => status === 429);
      if (exposeHeaders === "all") expect(refused).toEqual([]);
      else expect(refused.length).toBeGreaterThan(0);
    },
  );

  test("many pages keep to the quota", async () => {
    const { query, azure } = signIn("admin", "busy");
    azure.graph.settings.quota = 1;
    const { rows } = await query(ENDPOINTS);
    expect(rows).toHaveLength(1_500);
  });
});
