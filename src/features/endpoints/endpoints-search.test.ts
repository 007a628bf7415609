import fc from "fast-check";
import { expect, test } from "vitest";
import { toQuery, validateEndpointsSearch } from "./endpoints-search";

test("takes one filter value or several, and a number for the text it was typed as", () => {
  expect(validateEndpointsSearch({ q: 12, auth: "Anonymous", instance: ["/a", "/A", 3] })).toEqual({
    q: "12",
    auth: ["Anonymous"],
    instance: ["/a", "3"],
  });
});

test("drops what it does not know, blank text and the default sort", () => {
  expect(validateEndpointsSearch({ q: "  ", sort: "name", auth: [], page: 2 })).toEqual({});
  expect(validateEndpointsSearch({ sort: "-colour" })).toEqual({});
});

test("keeps a sort by several columns", () => {
  const search = validateEndpointsSearch({ sort: "-site,host" });
  expect(search).toEqual({ sort: "-site,host" });
  expect(toQuery(search, "").sort).toEqual([
    { column: "site", direction: "desc" },
    { column: "host", direction: "asc" },
  ]);
});

test("filters by no subscription where the address says all", () => {
  const search = validateEndpointsSearch({ subscription: "all" });
  expect(search).toEqual({ subscription: ["all"] });
  expect(toQuery(search, "").facets.subscription).toEqual([]);
});

test("makes of any address something that stays the same", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.anything()), (search) => {
      const once = validateEndpointsSearch(search);
      expect(validateEndpointsSearch({ ...once })).toEqual(once);
    }),
  );
});
