import fc from "fast-check";
import { expect, test } from "vitest";
import { authenticationLabel } from "./authentication-labels";
import { foldText, indexEndpoints, sortColumns, type EndpointFields } from "./endpoint-index";
import { searchEndpoints, searchWords, type EndpointQuery } from "./endpoint-search";

function row(fields: Partial<EndpointFields> & { name: string }): EndpointFields {
  const instanceName = fields.instanceName ?? "aio-one";
  const instanceId = `/subscriptions/s/instances/${instanceName}`;
  return {
    id: `${instanceId}/registryEndpoints/${fields.name}`,
    host: "mcr.microsoft.com",
    authentication: "Anonymous",
    provisioningState: "Succeeded",
    instanceId,
    instanceName,
    site: "Gdańsk",
    resourceGroup: "rg-one",
    subscriptionId: "s",
    subscriptionName: "Contoso Labs",
    ...fields,
  };
}

const anything: EndpointQuery = {
  text: "",
  filters: { auth: [], instance: [], subscription: [] },
  sort: { column: "name", isDescending: false },
};

const names = (rows: EndpointFields[], query: Partial<EndpointQuery>) =>
  searchEndpoints(indexEndpoints(rows), { ...anything, ...query }).rows.map(({ name }) => name);

test("finds words in any order, in any column, whatever their case and accents", () => {
  const rows = [row({ name: "default" }), row({ name: "edge", host: "contoso.azurecr.io" })];
  expect(names(rows, { text: "  GDANSK azurecr\tEdge " })).toEqual(["edge"]);
  expect(names(rows, { text: "gdańsk anonymous" })).toEqual(["default", "edge"]);
  expect(names(rows, { text: "edge nowhere" })).toEqual([]);
});

test("does not find a word across two columns", () => {
  expect(names([row({ name: "edge", host: "x.io" })], { text: "edgex" })).toEqual([]);
});

test("takes ids in filters whatever their case, and nothing for a value that no row has", () => {
  const rows = [
    row({ name: "one", instanceName: "aio-a" }),
    row({ name: "two", instanceName: "aio-b" }),
  ];
  const filters = (instance: string[]) => ({ auth: [], instance, subscription: [] });
  expect(names(rows, { filters: filters(["/SUBSCRIPTIONS/s/instances/AIO-B"]) })).toEqual(["two"]);
  expect(names(rows, { filters: filters(["/subscriptions/s/instances/gone"]) })).toEqual([]);
});

test("counts for each facet what the other filters leave", () => {
  const rows = [
    row({ name: "one", instanceName: "aio-a" }),
    row({ name: "two", instanceName: "aio-b" }),
    row({ name: "three", instanceName: "aio-b", authentication: "ArtifactPullSecret" }),
  ];
  const { facets } = searchEndpoints(indexEndpoints(rows), {
    ...anything,
    filters: {
      auth: ["Anonymous"],
      instance: ["/subscriptions/s/instances/aio-b"],
      subscription: [],
    },
  });
  expect(facets.auth.map(({ label, count }) => [label, count])).toEqual([
    ["Anonymous", 1],
    ["Artifact secret", 1],
  ]);
  expect(facets.instance.map(({ label, count }) => [label, count])).toEqual([
    ["aio-a", 1],
    ["aio-b", 1],
  ]);
  expect(facets.subscription).toEqual([{ value: "s", label: "Contoso Labs", count: 1 }]);
});

test("keeps rows of equal text in the order of their ids in both directions", () => {
  const rows = [row({ name: "c" }), row({ name: "A" }), row({ name: "b", site: "Austin" })];
  const bySite = (isDescending: boolean) => names(rows, { sort: { column: "site", isDescending } });
  expect(bySite(false)).toEqual(["b", "A", "c"]);
  expect(bySite(true)).toEqual(["A", "c", "b"]);
});

const text = fc.constantFrom("", "Edge", "edge", "gdańsk", "b 2", "ĄĘ", "z");
const rowsOf = fc
  .uniqueArray(fc.stringMatching(/^[a-zA-Z]{1,3}$/), {
    maxLength: 12,
    selector: (s) => s.toLowerCase(),
  })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc
          .record({
            name: text,
            host: text,
            site: text,
            resourceGroup: text,
            subscriptionName: text,
            provisioningState: text,
            authentication: fc.constantFrom("Anonymous", "ArtifactPullSecret", "New"),
            instanceName: fc.constantFrom("a", "b"),
          })
          .map((fields) => ({ ...row(fields), id: `/${id}` })),
      ),
    ),
  );
const queryOf: fc.Arbitrary<EndpointQuery> = fc.record({
  text: fc.constantFrom("", "e", "g a", "DGE", " z "),
  filters: fc.record({
    auth: fc.subarray(["anonymous", "New"]),
    instance: fc.subarray(["/subscriptions/s/instances/A"]),
    subscription: fc.constant([]),
  }),
  sort: fc.record({ column: fc.constantFrom(...sortColumns), isDescending: fc.boolean() }),
});

/** The same said plainly: filter the objects, then sort them. */
function plainly(rows: EndpointFields[], { text: asked, filters, sort }: EndpointQuery): string[] {
  const value = {
    name: (one: EndpointFields) => one.name,
    host: (one: EndpointFields) => one.host,
    authentication: (one: EndpointFields) => authenticationLabel(one.authentication),
    instance: (one: EndpointFields) => one.instanceName,
    site: (one: EndpointFields) => one.site,
    resourceGroup: (one: EndpointFields) => one.resourceGroup,
    subscription: (one: EndpointFields) => one.subscriptionName,
    provisioningState: (one: EndpointFields) => one.provisioningState,
  };
  const has = (chosen: readonly string[], actual: string) =>
    chosen.length === 0 || chosen.some((one) => one.toLowerCase() === actual.toLowerCase());
  const direction = sort.isDescending ? -1 : 1;
  return rows
    .filter((one) => {
      const columns = Object.values(value).map((read) => foldText(read(one)));
      return (
        searchWords(asked).every((word) => columns.some((column) => column.includes(word))) &&
        has(filters.auth, one.authentication) &&
        has(filters.instance, one.instanceId) &&
        has(filters.subscription, one.subscriptionId)
      );
    })
    .sort((a, b) => {
      const [x, y] = [value[sort.column](a).toLowerCase(), value[sort.column](b).toLowerCase()];
      if (x !== y) return x < y ? -direction : direction;
      return a.id.toLowerCase() < b.id.toLowerCase() ? -1 : 1;
    })
    .map(({ id }) => id);
}

test("gives what filtering and sorting the rows one by one gives", () => {
  fc.assert(
    fc.property(rowsOf, queryOf, (rows, query) => {
      const { rows: found, facets } = searchEndpoints(indexEndpoints(rows), query);
      expect(found.map(({ id }) => id)).toEqual(plainly(rows, query));
      for (const { value, count } of facets.auth) {
        const filters = { ...query.filters, auth: [value] };
        expect(count).toBe(plainly(rows, { ...query, filters }).length);
      }
    }),
    { numRuns: 300 },
  );
});

test("searches and sorts 100,000 rows without touching them again", () => {
  const rows = Array.from({ length: 100_000 }, (_, at) =>
    row({ name: `endpoint-${at}`, instanceName: `aio-${at % 500}` }),
  );
  const index = indexEndpoints(rows);
  searchEndpoints(index, anything);
  const forbidden = new Proxy({} as EndpointFields, {
    get: () => expect.fail("a search must read the index only"),
  });
  const guarded = { ...index, rows: index.rows.map(() => forbidden) };
  expect(searchEndpoints(guarded, { ...anything, text: "aio-499" }).rows).toHaveLength(200);
});
