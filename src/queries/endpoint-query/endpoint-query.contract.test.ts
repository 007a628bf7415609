import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { CONTOSO_TENANT_ID, personaOf } from "../../../emulator/entra/personas";
import { createLocalAzure } from "../../../emulator/local-azure";
import { subscriptionAccess } from "../../../emulator/scenarios/seeds/persona-access";
import { subscription } from "../../../emulator/scenarios/seeds/subscription";
import type { StoredResource } from "../../../emulator/store";
import { createAzureClient } from "../../azure/create-azure-client";
import { inProcessAzure } from "../../azure/testing/in-process-azure";
import { inVirtualTime, startVirtualTime } from "../../azure/testing/virtual-time";
import type { EndpointQueryRow } from "../../lib/endpoint-query/columns";
import { emptyQuery, withFacet, type EndpointQuery } from "../../lib/endpoint-query/endpoint-query";
import { QueryEvaluator } from "../../lib/endpoint-query/evaluate";
import { sortFieldIds } from "../../lib/endpoint-query/fields";
import { RowIndex } from "../../lib/endpoint-query/row-index";
import {
  awkwardFleet,
  fleets,
  generatedFacets,
  instanceIdOf,
  queriesOf,
  rowsOf,
  subscriptionIdOf,
  subscriptionNameOf,
  type GeneratedFleet,
} from "../../lib/endpoint-query/testing/generated-rows";
import {
  allRowsKql,
  canPushDown,
  countsKql,
  kqlFacetIds,
  rowsKql,
  ROWS_AT_MOST,
  type CountRow,
} from "./to-kql";

// The first query loads the KQL parser, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 240_000 });
beforeAll(startVirtualTime);
afterAll(() => vi.useRealTimers());

const now = Date.UTC(2026, 10, 21);
const subscriptions = [0, 1, 2];

/** What Azure would have for a fleet, without custom locations and clusters, which no query reads. */
function resourcesOf(fleet: GeneratedFleet): StoredResource[] {
  const ids = subscriptions.map(subscriptionIdOf);
  return [
    ...subscriptions.flatMap((number) =>
      subscription(subscriptionIdOf(number), subscriptionNameOf(number)),
    ),
    ...subscriptionAccess({ now }, { all: ids, ofOperator: ids }),
    ...fleet.instances.map((instance): StoredResource => ({
      id: instanceIdOf(instance),
      name: instance.name,
      type: "Microsoft.IoTOperations/instances",
      location: instance.location,
      ...(instance.tags === null ? {} : { tags: instance.tags }),
      extendedLocation: {
        name: `/subscriptions/x/providers/Microsoft.ExtendedLocation/customLocations/${instance.customLocation}`,
      },
      properties: { version: instance.version },
    })),
    ...rowsOf(fleet).map(({ id, name, host, authentication, provisioningState }) => ({
      id,
      name,
      type: "Microsoft.IoTOperations/instances/registryEndpoints",
      properties: { host, authentication: { method: authentication }, provisioningState },
    })),
  ];
}

function signIn() {
  let resources: StoredResource[] = [];
  const azure = createLocalAzure({
    scenarios: { contoso: { name: "contoso", description: "", build: () => resources } },
  });
  const credential = { tenantId: CONTOSO_TENANT_ID, ...personaOf("admin") };
  const client = createAzureClient(inProcessAzure((request) => azure.fetch(request), credential));
  const load = (fleet: GeneratedFleet) => {
    resources = resourcesOf(fleet);
    azure.reset();
    azure.graph.settings.quota = 1_000_000;
  };
  const query = async <Row>(kql: string): Promise<Row[]> => {
    const { rows, incomplete } = await inVirtualTime(client.resourceGraph.query<Row>(kql));
    expect(incomplete).toBeUndefined();
    return rows;
  };
  return { load, query };
}

function indexOf(fleet: GeneratedFleet): RowIndex {
  const index = new RowIndex();
  index.put(rowsOf(fleet));
  return index;
}

function foundLocally(index: RowIndex, query: EndpointQuery): (EndpointQueryRow | undefined)[] {
  return [...new QueryEvaluator(index).evaluate(query).rowNumbers].map((at) => index.row(at));
}

const { load, query: ask } = signIn();

test("every column puts awkward values in the same order", async () => {
  load(awkwardFleet);
  const index = indexOf(awkwardFleet);
  for (const column of sortFieldIds) {
    const query: EndpointQuery = { ...emptyQuery(), sort: [{ column, direction: "desc" }] };
    const rows = await ask<EndpointQueryRow>(rowsKql(query));
    expect(rows, column).toEqual(foundLocally(index, query));
  }
});

test("Resource Graph gives the rows that the list finds by itself, in the same order", async () => {
  await fc.assert(
    fc.asyncProperty(fleets, queriesOf(generatedFacets), async (fleet, query) => {
      load(fleet);
      const found = foundLocally(indexOf(fleet), query);
      expect(await ask<EndpointQueryRow>(rowsKql(query))).toEqual(found);
      expect(await ask<EndpointQueryRow>(allRowsKql(query))).toEqual(found);
    }),
    { numRuns: 30 },
  );
});

test("the query for all rows gives more than one page has, in order", async () => {
  const endpoints = Array.from({ length: ROWS_AT_MOST + 200 }, (_, at) => ({
    ...{ name: `registry-${at}`, instance: at % 3, host: "quay.io" },
    ...{ method: "Anonymous", state: "Succeeded" },
  }));
  const fleet: GeneratedFleet = { ...awkwardFleet, endpoints };
  load(fleet);
  const query: EndpointQuery = {
    ...emptyQuery(),
    sort: [{ column: "instance", direction: "desc" }],
  };
  const found = foundLocally(indexOf(fleet), query);
  expect(found.length).toBeGreaterThan(ROWS_AT_MOST);
  expect(await ask<EndpointQueryRow>(allRowsKql(query))).toEqual(found);
});

test("Resource Graph counts what the list counts by itself", async () => {
  await fc.assert(
    fc.asyncProperty(fleets, queriesOf(generatedFacets), async (fleet, query) => {
      load(fleet);
      const rows = await ask<CountRow>(countsKql(query));
      const evaluator = new QueryEvaluator(indexOf(fleet));
      const total = rows.find(({ facet }) => facet === "")?.rows ?? 0;
      expect(total).toBe(evaluator.count(query));
      for (const id of kqlFacetIds) {
        const counted = rows
          .filter(({ facet }) => facet === id)
          .map(({ value, rows: count }) => [value, count] as const);
        const expected = evaluator
          .facetCounts(query, id)
          .filter(({ count }) => count > 0)
          .map(({ value, count }) => [value.toLowerCase(), count] as const);
        expect(new Map(counted)).toEqual(new Map(expected));
      }
    }),
    { numRuns: 15 },
  );
});

test("what Resource Graph does not know is not pushed down", () => {
  const query = withFacet(emptyQuery(), "usage", ["used"]);
  expect(canPushDown(query)).toBe(false);
  expect(canPushDown(emptyQuery())).toBe(true);
  expect(() => rowsKql(query)).toThrow(RangeError);
  expect(() => allRowsKql(query)).toThrow(RangeError);
});
