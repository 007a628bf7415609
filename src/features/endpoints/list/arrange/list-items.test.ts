import { expect, test } from "vitest";
import fc from "fast-check";
import { emptyQuery } from "../../../../lib/endpoint-query/endpoint-query";
import { QueryEvaluator } from "../../../../lib/endpoint-query/evaluate";
import { groupRows } from "../../../../lib/endpoint-query/grouped-rows";
import { RowIndex } from "../../../../lib/endpoint-query/row-index";
import { fleets, rowsOf } from "../../../../lib/endpoint-query/testing/generated-rows";
import type { EndpointRow } from "../../../../queries/endpoint-list";
import { groupedItems, rowItems } from "./list-items";

function endpointRows(fleet: Parameters<typeof rowsOf>[0]): EndpointRow[] {
  return rowsOf(fleet).map((row) => ({ ...row, source: "resourceGraph" }));
}

test("below each head are its rows, all of them once, and none below a closed one", () => {
  fc.assert(
    fc.property(fleets, fc.func(fc.boolean()), (fleet, isClosed) => {
      const index = new RowIndex<EndpointRow>();
      index.put(endpointRows(fleet));
      const { rowNumbers } = new QueryEvaluator(index).evaluate(emptyQuery());
      const grouped = groupRows(index, rowNumbers, "host");
      const closed = new Set(grouped.groups.map(({ id }) => id).filter(isClosed));
      const items = groupedItems(index, grouped, (id) => closed.has(id));
      const shown = Array.from({ length: items.count }, (_, place) => items.at(place));
      expect(items.at(items.count)).toBeUndefined();
      expect(items.at(-1)).toBeUndefined();

      const expected = grouped.groups.flatMap(({ id, label, count, start }) => [
        { kind: "group", id, label: label || "(none)", count, isOpen: !closed.has(id) },
        ...(closed.has(id)
          ? []
          : [...grouped.rowNumbers.slice(start, start + count)].map((number) => ({
              kind: "row",
              row: index.row(number),
            }))),
      ]);
      expect(shown).toEqual(expected);
      for (let place = 0; place <= items.count; place++) {
        const heads = expected.slice(0, place).filter(({ kind }) => kind === "group");
        expect(items.headsBefore?.(place)).toBe(heads.length);
      }
    }),
  );
});

test("rows without groups are the places", () => {
  const index = new RowIndex<EndpointRow>();
  const items = rowItems(index, new Uint32Array([0]));
  expect(items.count).toBe(1);
  expect(items.at(0)).toBeUndefined();
});
