import { SSRProvider } from "@fluentui/react-components";
import { QueryClientProvider } from "@tanstack/react-query";
import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { createAzureClient } from "../../azure/create-azure-client";
import { idKey } from "../../azure/resource-id";
import type { RegistryEndpoint } from "../../azure/iot-operations/registry-endpoint";
import {
  always,
  inAnyCase,
  loose,
  orJunk,
  wireEndpointProperties,
  wireJunk,
  wireMembers,
  wireText,
} from "../../azure/testing/generated-wire";
import { scriptedAzure } from "../../azure/testing/scripted-azure";
import { emptyQuery } from "../../lib/endpoint-query/endpoint-query";
import { QueryEvaluator } from "../../lib/endpoint-query/evaluate";
import { facetIds, fieldIds, sortFieldIds } from "../../lib/endpoint-query/fields";
import { layoutFromParameters } from "../../lib/endpoint-query/list-layout";
import { RowIndex } from "../../lib/endpoint-query/row-index";
import { memoryStorage } from "../../lib/testing/memory-storage";
import { AzureProvider } from "../../queries/azure-context";
import { createListStore } from "../../queries/endpoint-list/list-store";
import { readList } from "../../queries/endpoint-list/testing/read-list";
import { instancesOptions } from "../../queries/instances";
import { createOwnWrites } from "../../queries/own-writes";
import { createQueryClient } from "../../queries/query-client";
import { AuthenticationSection } from "./details/authentication-section";
import { parseEndpointId } from "./details/endpoint-address";
import { Essentials } from "./details/essentials";
import { ExportsSection } from "./details/exports-section";
import { TrustSection } from "./details/trust-section";
import { endpointColumns } from "./list/endpoint-columns";
import { pullSecretOf } from "./pull-secret";

const ACCOUNT = { id: "me", name: "Me", userName: "me", tenantId: "t" };
const CLOUD = {
  cloud: "AzureCloud",
  resourceManager: "https://management.azure.com",
  portal: "https://portal.azure.com",
} as const;
const INSTANCE =
  "/subscriptions/s1/resourceGroups/rg-ø/providers/Microsoft.IoTOperations/instances/oslo";
const NAMES = ["edge", "hub", "x".repeat(63), "工場", "a'b"];

const endpointId = fc
  .constantFrom(...NAMES)
  .chain((name) => inAnyCase(`${INSTANCE}/registryEndpoints/${name}`))
  .map((id) => id.replace(/^[^/]*/, ""));
const endpoint = fc
  .tuple(endpointId, loose({ ...wireMembers, properties: orJunk(wireEndpointProperties) }))
  .map(([id, members]): Record<string, unknown> => ({ ...members, id }));
const instance = fc
  .tuple(
    inAnyCase(INSTANCE),
    loose({ ...wireMembers, version: orJunk(wireText), customLocationId: orJunk(wireText) }),
  )
  .map(([id, members]) => ({ ...members, id }));

const page = (data: unknown[]) => ({ totalRecords: data.length, count: data.length, data });

async function listOf(endpoints: unknown[], instances: unknown[]) {
  const { options } = scriptedAzure(
    ...always(({ body }) => ({
      body: page(JSON.stringify(body).includes("registryendpoints'") ? endpoints : instances),
    })),
  );
  const azure = createAzureClient(options);
  const { items } = await createQueryClient().fetchQuery(instancesOptions(azure, ACCOUNT.id));
  const store = createListStore({
    azure,
    ownWrites: createOwnWrites(memoryStorage(), ACCOUNT.id),
    listInstanceIds: () => Promise.resolve([]),
  });
  store.rows.setContext({
    instances: new Map(items.map((instance) => [idKey(instance.id), instance])),
    subscriptionNames: new Map(),
  });
  return readList(store);
}

test("every endpoint of Resource Graph is a row, whatever it lacks and however ids are written", async () => {
  const columns = endpointColumns({
    layout: layoutFromParameters({ columns: fieldIds.join() }),
    usage: new Map(),
    usageReading: "unread",
    openMenu: () => undefined,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(endpoint, { maxLength: 6 }),
      fc.array(wireJunk, { maxLength: 2 }),
      fc.array(orJunk(instance), { maxLength: 3 }),
      async (endpoints, junk, instances) => {
        const rows = await listOf([...endpoints, ...junk.filter(isNoResource)], instances);
        const ids = new Set(endpoints.map(({ id }) => String(id).toLowerCase()));
        expect(new Set(rows.map(({ id }) => id.toLowerCase()))).toEqual(ids);
        expect(rows).toHaveLength(ids.size);
        const index = new RowIndex();
        index.put(rows);
        const evaluator = new QueryEvaluator(index);
        for (const column of sortFieldIds) {
          const found = evaluator.evaluate({
            ...emptyQuery(),
            sort: [{ column, direction: "desc" }],
          });
          expect(found.total).toBe(rows.length);
        }
        for (const facet of facetIds) {
          const counts = evaluator.facetCounts(emptyQuery(), facet).map(({ count }) => count);
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
        }
        for (const row of rows) {
          for (const { render, text } of columns) {
            expect(typeof text(row)).toBe("string");
            expectNothingInjected(renderToStaticMarkup(<>{render(row)}</>));
          }
        }
      },
    ),
    { numRuns: 50 },
  );
});

test("a method and a state that are not known yet are shown as Azure writes them", async () => {
  await fc.assert(
    fc.asyncProperty(wireText, wireText, async (method, provisioningState) => {
      const properties = { authentication: { method }, provisioningState };
      const [row] = await listOf([{ id: `${INSTANCE}/registryEndpoints/edge`, properties }], []);
      expect(row).toMatchObject({ authentication: method, provisioningState });
    }),
  );
});

test("the details of any endpoint are shown", async () => {
  await fc.assert(
    fc.asyncProperty(endpoint, async (wire) => {
      const id = String(wire.id);
      const { markup, read } = await details(id, wire);
      expectNothingInjected(markup);
      expect(markup).toContain("Resource id");
      const method = methodOf(wire);
      expect(read.properties.authentication?.method).toBe(method);
      if (method !== "ArtifactPullSecret") expect(pullSecretOf(read)).toBeUndefined();
    }),
  );
});

test.each([
  [
    "a method of later",
    { authentication: { method: "Federated", federatedSettings: { a: 7 } } },
    "&quot;a&quot;: 7",
  ],
  [
    "settings of other methods",
    { authentication: { method: "Anonymous", artifactPullSecretSettings: null } },
    "No credentials",
  ],
  [
    "a method without its settings",
    { authentication: { method: "UserAssignedManagedIdentity" } },
    "User managed identity",
  ],
  ["authentication that is a text", { authentication: "Federated" }, "Federated"],
  [
    "a signing authority of later",
    { codeSigningCas: [{ type: "Certificate", thumb: "7f3a" }] },
    "7f3a",
  ],
  ["a host that is a number", { host: 5000 }, "5000"],
])("shows %s", async (_, properties, expected) => {
  const id = `${INSTANCE}/registryEndpoints/edge`;
  const { markup } = await details(id, { id, properties });
  expect(markup).toContain(expected);
});

async function details(id: string, wire: unknown) {
  const azure = createAzureClient(scriptedAzure({ body: wire }).options);
  const read: RegistryEndpoint = await azure.registryEndpoints.get(id);
  const address = parseEndpointId(id);
  if (!address) throw new Error(`${id} is no id of an endpoint.`);
  const markup = renderToStaticMarkup(
    <SSRProvider>
      <QueryClientProvider client={createQueryClient()}>
        <AzureProvider client={azure} account={ACCOUNT} cloud={CLOUD}>
          <Essentials address={address} endpoint={read} />
          <AuthenticationSection instanceId={address.instanceId} endpoint={read} />
          <TrustSection codeSigningCas={read.properties.codeSigningCas} />
          <ExportsSection address={address} endpoint={read} />
        </AzureProvider>
      </QueryClientProvider>
    </SSRProvider>,
  );
  return { markup, read };
}

/** Texts stay texts: there is no element, and no link, but those of the app. */
function expectNothingInjected(markup: string): void {
  expect(markup).not.toMatch(/<(img|script|iframe|svg onload)\b/i);
  expect(markup).not.toMatch(/(href|src)="\s*(javascript|data|vbscript):/i);
}

function isNoResource(junk: unknown): boolean {
  return typeof junk !== "object" || junk === null || !("id" in junk);
}

/** The method as it is shown: what is no text as its JSON. */
function methodOf({ properties }: Record<string, unknown>): string | undefined {
  const authentication = memberOf(properties, "authentication");
  if (authentication === undefined || authentication === null) return undefined;
  const isRecord = typeof authentication === "object" && !Array.isArray(authentication);
  const method = isRecord ? memberOf(authentication, "method") : authentication;
  if (method === undefined || method === null) return undefined;
  return typeof method === "string" ? method : JSON.stringify(method);
}

function memberOf(record: unknown, member: string): unknown {
  const isRecord = typeof record === "object" && record !== null && !Array.isArray(record);
  return isRecord && Object.hasOwn(record, member)
    ? (record as Record<string, unknown>)[member]
    : undefined;
}
