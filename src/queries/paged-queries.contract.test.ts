import { QueryClient } from "@tanstack/react-query";
import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CONTOSO_TENANT_ID, personaOf } from "../../emulator/entra/personas";
import { createLocalAzure } from "../../emulator/local-azure";
import { instanceIds } from "../../emulator/scenarios/contoso-names";
import type { AzureClient } from "../azure/client";
import { createAzureClient } from "../azure/create-azure-client";
import { inProcessAzure } from "../azure/testing/in-process-azure";
import { inVirtualTime, startVirtualTime } from "../azure/testing/virtual-time";
import { emptyQuery } from "../lib/endpoint-query/endpoint-query";
import { sortFieldIds } from "../lib/endpoint-query/fields";
import { allRowsKql, rowsKql } from "./endpoint-query/to-kql";
import { createEndpointStream } from "./endpoint-stream/endpoint-stream";
import { readEndpointUsage } from "./endpoint-usage";
import { identitiesOptions } from "./identities";
import { instancesOptions } from "./instances";
import { findVault } from "./key-vault";
import { readPushedRows } from "./pushed-rows";
import { registriesOptions } from "./registries";
import { listSecretSyncs, readSecretSettings } from "./secret-sync";

beforeEach(startVirtualTime);
afterEach(() => vi.useRealTimers());

const context = () => ({
  signal: new AbortController().signal,
  client: new QueryClient(),
  queryKey: ["paged"],
  meta: undefined,
});

/** What asks Resource Graph, by its file in this folder: all of them, as a test below makes sure. */
const askers: Readonly<Record<string, (azure: AzureClient) => Promise<unknown>>> = {
  "endpoint-stream/read-index.ts": (azure) => {
    const listInstanceIds = () => Promise.resolve(Object.values(instanceIds));
    const stream = createEndpointStream({ azure, listInstanceIds });
    return new Promise<void>((resolve) => {
      const stop = stream.subscribe(() => {
        if (stream.getSnapshot().status !== "ready") return;
        stop();
        resolve();
      });
      stream.start();
    });
  },
  "endpoint-usage.ts": (azure) => readEndpointUsage(azure, [instanceIds.gothenburg]),
  "identities.ts": (azure) => identitiesOptions(azure, "a").queryFn(context()),
  "instances.ts": (azure) => instancesOptions(azure, "a").queryFn(context()),
  "key-vault.ts": (azure) => findVault(azure, "kv-gothenburg-aio"),
  "pushed-rows.ts": (azure) => readPushedRows(azure, emptyQuery()),
  "registries.ts": (azure) => registriesOptions(azure, "a").queryFn(context()),
  "secret-sync.ts": async (azure) =>
    listSecretSyncs(azure, await readSecretSettings(azure, instanceIds.gothenburg)),
};

/** What rows that are alike otherwise are sorted by at the end of a query, where nothing unsorts them. */
function lastSortKeyOf(query: string): string | undefined {
  const lines = query.split("\n");
  const at = lines.findLastIndex((line) => line.startsWith("| order by "));
  const unsorting = lines.slice(at + 1).filter((line) => !/^\| (project|take) /.test(line));
  expect(unsorting, query).toEqual([]);
  return /(?: by |, )((?:tolower\()?id\)?) asc$/.exec(lines[at] ?? "")?.[1];
}

test.each(Object.entries(askers))(
  "%s sorts by id last, so that no page loses a row",
  async (_, ask) => {
    const azure = createLocalAzure();
    const credential = { tenantId: CONTOSO_TENANT_ID, ...personaOf("admin") };
    const client = createAzureClient(inProcessAzure((request) => azure.fetch(request), credential));
    await inVirtualTime(ask(client));
    const queries = azure
      .requests()
      .filter(({ operation }) => operation === "POST Microsoft.ResourceGraph/resources")
      .map(({ body }) => (JSON.parse(body) as { query: string }).query);
    expect(queries.length).toBeGreaterThan(0);
    for (const query of queries) {
      expect(lastSortKeyOf(query), query).toMatch(/^(id|tolower\(id\))$/);
      // Azure gives no token for the next page without the column.
      expect(query).toMatch(/\| project id\b/);
    }
  },
);

test("whatever the endpoints are sorted by, they are sorted by id at last", () => {
  const key = fc.record({
    column: fc.constantFrom(...sortFieldIds),
    direction: fc.constantFrom("asc" as const, "desc" as const),
  });
  fc.assert(
    fc.property(fc.array(key, { maxLength: 3 }), (sort) => {
      for (const kql of [rowsKql, allRowsKql]) {
        const query = kql({ ...emptyQuery(), sort });
        expect(lastSortKeyOf(query), query).toBe("tolower(id)");
      }
    }),
  );
});

test("nothing else asks Resource Graph", () => {
  const folder = new URL("../", import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && !file.startsWith("azure/"))
    .filter((file) => {
      // In quotes it names the member in a type.
      const text = readFileSync(new URL(file, folder), "utf8").replaceAll('"resourceGraph"', "");
      return /\bresourceGraph\b|\breadPartialList\b/.test(text);
    });
  const known = Object.keys(askers).map((file) => `queries/${file}`);
  expect(files.sort()).toEqual([...known, "queries/partial-list.ts"].sort());
});
