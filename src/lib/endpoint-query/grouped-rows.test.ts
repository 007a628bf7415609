import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyQuery } from "./endpoint-query";
import { QueryEvaluator } from "./evaluate";
import { endpointFields } from "./fields";
import { foldCase } from "./fold";
import { groupRows } from "./grouped-rows";
import { groupFieldIds } from "./list-layout";
import { RowIndex } from "./row-index";
import { awkwardFleet, fleets, generatedFacets, queriesOf, rowsOf } from "./testing/generated-rows";

function indexOf(fleet: Parameters<typeof rowsOf>[0]) {
  const index = new RowIndex();
  index.put(rowsOf(fleet));
  return index;
}

test("every row found is in one group, that of its value, in the order in which it was found", () => {
  fc.assert(
    fc.property(
      fleets,
      queriesOf(generatedFacets),
      fc.constantFrom(...groupFieldIds),
      (fleet, query, field) => {
        const index = indexOf(fleet);
        const { rowNumbers } = new QueryEvaluator(index).evaluate(query);
        const { groups, rowNumbers: grouped } = groupRows(index, rowNumbers, field);
        expect([...grouped].sort()).toEqual([...rowNumbers].sort());
        let start = 0;
        for (const group of groups) {
          expect(group.start).toBe(start);
          expect(group.count).toBeGreaterThan(0);
          const members = [...grouped.slice(start, start + group.count)];
          start += group.count;
          expect(members).toEqual([...rowNumbers].filter((number) => members.includes(number)));
          for (const number of members) {
            const row = index.row(number);
            if (row === undefined) throw new Error("A row that was found is gone.");
            const label = endpointFields[field].facet?.label(row, new Map()) ?? "";
            expect(foldCase(group.label).startsWith(foldCase(label))).toBe(true);
          }
        }
        expect(start).toBe(rowNumbers.length);
        expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length);
      },
    ),
  );
});

test("groups are in the order of their labels, whatever their case", () => {
  const index = indexOf(awkwardFleet);
  const { rowNumbers } = new QueryEvaluator(index).evaluate(emptyQuery());
  const { groups } = groupRows(index, rowNumbers, "subscription");
  expect(groups.map(({ label }) => label)).toEqual(["contoso asia", "Contoso Europe", "Fabrikam"]);
});

test("instances of one name are told apart", () => {
  const instance = { group: "rg-a", location: "", version: "", tags: null, customLocation: "" };
  const endpoint = { name: "default", host: "", method: "", state: "" };
  const index = indexOf({
    instances: [
      { ...instance, name: "aio", subscription: 0 },
      { ...instance, name: "AIO", subscription: 1 },
      { ...instance, name: "other", subscription: 1 },
    ],
    endpoints: [0, 1, 2].map((at) => ({ ...endpoint, instance: at })),
  });
  const { rowNumbers } = new QueryEvaluator(index).evaluate(emptyQuery());
  expect(groupRows(index, rowNumbers, "instance").groups.map(({ label }) => label)).toEqual([
    "aio (rg-a, Contoso Europe)",
    "AIO (rg-a, contoso asia)",
    "other",
  ]);
});
