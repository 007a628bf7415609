import fc from "fast-check";
import { expect, test } from "vitest";
import {
  defaultSort,
  emptyQuery,
  filterKey,
  findsTheSame,
  queryFromParameters,
  queryToParameters,
  withFacet,
  withToggledValue,
  type EndpointQuery,
  type SortKey,
} from "./endpoint-query";
import { facetIds, sortFieldIds } from "./fields";

const values = fc.array(fc.string({ maxLength: 4 }), { maxLength: 3 });
const sortKey: fc.Arbitrary<SortKey> = fc.record({
  column: fc.constantFrom(...sortFieldIds),
  direction: fc.constantFrom("asc" as const, "desc" as const),
});
const queries: fc.Arbitrary<EndpointQuery> = fc
  .record({
    search: fc.string(),
    facets: fc.tuple(...facetIds.map(() => values)),
    sort: fc.array(sortKey, { minLength: 1, maxLength: 3 }),
  })
  .map(({ search, facets, sort }) =>
    facetIds.reduce<EndpointQuery>((query, id, at) => withFacet(query, id, facets[at] ?? []), {
      ...emptyQuery(),
      search,
      sort,
    }),
  );

test("filters by one more value, and by it no longer whatever its case", () => {
  const one = withToggledValue(emptyQuery(), "site", "Lyon");
  const two = withToggledValue(one, "site", "Turin");
  expect(two.facets.site).toEqual(["Lyon", "Turin"]);
  expect(withToggledValue(two, "site", "LYON").facets.site).toEqual(["Turin"]);
});

test("nothing asked for is nothing in the URL", () => {
  expect(queryToParameters(emptyQuery())).toEqual({});
  expect(queryFromParameters({})).toEqual(emptyQuery());
});

test("a query is short in the URL", () => {
  const query = withFacet(withFacet(emptyQuery(), "registry", ["mcr", "acr"]), "site", [""]);
  expect(
    queryToParameters({
      ...query,
      search: "oslo",
      sort: [
        { column: "host", direction: "desc" },
        { column: "name", direction: "asc" },
      ],
    }),
  ).toEqual({ q: "oslo", kind: ["acr", "mcr"], site: [""], sort: "-host,name" });
});

test("a query written to a URL and read again asks for the same", () => {
  fc.assert(
    fc.property(queries, (query) => {
      const parameters = queryToParameters(query);
      const read = queryFromParameters(parameters);
      expect(queryToParameters(read)).toEqual(parameters);
      expect(filterKey(read)).toBe(filterKey(query));
      expect(read.search).toBe(query.search);
    }),
  );
});

test("whatever a URL has, a query is read from it", () => {
  const anything = fc.dictionary(
    fc.constantFrom("q", "sort", "auth", "kind", "site", "instance"),
    fc.anything(),
  );
  fc.assert(
    fc.property(anything, (parameters) => {
      const query = queryFromParameters(parameters);
      expect(queryFromParameters(queryToParameters(query))).toEqual(query);
    }),
  );
});

test("numbers are texts, and what is not understood is dropped", () => {
  expect(queryFromParameters({ q: 12, site: 7, sort: "-host,-host,nothing,usage,,name" })).toEqual({
    ...withFacet(emptyQuery(), "site", ["7"]),
    search: "12",
    sort: [
      { column: "host", direction: "desc" },
      { column: "name", direction: "asc" },
    ],
  });
  expect(queryFromParameters({ q: {}, auth: [null, {}], sort: "-" })).toEqual(emptyQuery());
  expect(defaultSort).toEqual([{ column: "name", direction: "asc" }]);
});

test("a value counts once in whatever case, and the order of clicking does not", () => {
  const one = withFacet(emptyQuery(), "host", ["GHCR.io", "a", "ghcr.io"]);
  expect(one.facets.host).toHaveLength(2);
  expect(findsTheSame(one, withFacet(emptyQuery(), "host", ["A", "ghcr.IO"]))).toBe(true);
  expect(findsTheSame(one, withFacet(emptyQuery(), "host", ["a"]))).toBe(false);
  expect(findsTheSame(one, { ...one, sort: [{ column: "site", direction: "asc" }] })).toBe(true);
});
