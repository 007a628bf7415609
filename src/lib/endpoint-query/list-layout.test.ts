import fc from "fast-check";
import { expect, test } from "vitest";
import { fieldIds } from "./fields";
import {
  defaultLayout,
  densities,
  fitsIntoLink,
  groupFieldIds,
  hasDefaultColumns,
  isGroupClosed,
  layoutFromParameters,
  layoutToParameters,
  withAllGroups,
  withColumn,
  withGroupBy,
  withGroupClosed,
  withMovedColumn,
  withPinned,
  withWidth,
  type ListLayout,
} from "./list-layout";

const ids = fc.constantFrom(...fieldIds);
const layouts: fc.Arbitrary<ListLayout> = fc.record({
  columns: fc.array(ids),
  pinned: fc.array(ids),
  widths: fc.dictionary(ids, fc.integer({ min: -10, max: 5_000 })),
  groupBy: fc.option(fc.constantFrom(...groupFieldIds), { nil: undefined }),
  areGroupsClosed: fc.boolean(),
  groupExceptions: fc.array(fc.string()),
  density: fc.constantFrom(...densities),
});

test("what is as it is by default is absent from the URL", () => {
  expect(layoutToParameters(defaultLayout)).toEqual({});
  expect(layoutFromParameters({})).toEqual(defaultLayout);
});

test("a layout is the same after the URL", () => {
  fc.assert(
    fc.property(layouts, (layout) => {
      const parameters = layoutToParameters(layout);
      const read = layoutFromParameters({ ...parameters });
      expect(layoutToParameters(read)).toEqual(parameters);
      expect(layoutFromParameters({ ...layoutToParameters(read) })).toEqual(read);
    }),
  );
});

test("any URL makes a layout that holds together", () => {
  const texts = fc.oneof(
    fc.string(),
    fc.array(ids).map(String),
    fc
      .array(fc.tuple(ids, fc.integer()))
      .map((widths) => widths.map((one) => one.join(":")).join()),
    fc.anything(),
  );
  const names = fc.constantFrom(
    ...["columns", "pinned", "widths", "groupBy", "collapsed", "expanded", "density"],
  );
  fc.assert(
    fc.property(fc.dictionary(names, texts), (parameters) => {
      const { columns, pinned, widths, ...layout } = layoutFromParameters(parameters);
      expect(new Set(layout.groupExceptions).size).toBe(layout.groupExceptions.length);
      if (layout.groupBy === undefined) {
        expect([layout.areGroupsClosed, ...layout.groupExceptions]).toEqual([false]);
      }
      expect(columns).toContain("name");
      expect(new Set(columns).size).toBe(columns.length);
      expect(columns.slice(0, pinned.length)).toEqual(pinned);
      for (const width of Object.values(widths)) {
        expect(width).toBeGreaterThanOrEqual(56);
        expect(width).toBeLessThanOrEqual(900);
      }
    }),
  );
});

test("says in the URL that nothing is pinned", () => {
  const unpinned = withPinned(defaultLayout, "name", false);
  expect(layoutToParameters(unpinned)).toEqual({ pinned: "none" });
  expect(layoutFromParameters({ pinned: "none" }).pinned).toEqual([]);
});

test("columns are chosen and left out, the name always stays", () => {
  const chosen = withColumn(withColumn(defaultLayout, "site", false), "tags", true);
  expect(chosen.columns).not.toContain("site");
  expect(chosen.columns.at(-1)).toBe("tags");
  expect(hasDefaultColumns(chosen)).toBe(false);
  expect(withColumn(chosen, "name", false).columns[0]).toBe("name");
});

test("columns move, pinned ones only among themselves", () => {
  const moved = withMovedColumn(defaultLayout, "site", 0);
  expect(moved.columns.slice(0, 3)).toEqual(["name", "site", "host"]);
  expect(hasDefaultColumns(moved)).toBe(true);
  const pinned = withPinned(moved, "subscription", true);
  expect(pinned.columns.slice(0, 3)).toEqual(["name", "subscription", "site"]);
  expect(withMovedColumn(pinned, "subscription", 0).pinned).toEqual(["subscription", "name"]);
  expect(withMovedColumn(pinned, "name", 99).columns.slice(0, 2)).toEqual(["subscription", "name"]);
  const back = withPinned(pinned, "name", false);
  expect(back.columns.slice(0, 3)).toEqual(["subscription", "name", "site"]);
});

test("a width goes with its column", () => {
  const wide = withWidth(defaultLayout, "host", 240.4);
  expect(layoutToParameters(wide)).toEqual({ widths: "host:240" });
  expect(withColumn(wide, "host", false).widths).toEqual({});
  expect(withWidth(wide, "host", 3).widths).toEqual({ host: 56 });
});

test("the URL says which groups are closed, also of a value that is none or a number", () => {
  const byHost = withGroupBy(defaultLayout, "host");
  const closed = withGroupClosed(withGroupClosed(byHost, "443", true), "", true);
  expect(layoutToParameters(closed)).toEqual({ groupBy: "host", collapsed: ["", "443"] });
  expect(layoutFromParameters({ groupBy: "host", collapsed: ["", 443] })).toEqual(closed);
  expect(["", "443", "a"].map((id) => isGroupClosed(closed, id))).toEqual([true, true, false]);
  expect(withGroupClosed(closed, "", true)).toEqual(closed);
  expect(withGroupClosed(closed, "", false).groupExceptions).toEqual(["443"]);

  const allButOne = withGroupClosed(withAllGroups(closed, true), "a", false);
  expect(layoutToParameters(allButOne)).toEqual({
    ...{ groupBy: "host", collapsed: "all", expanded: ["a"] },
  });
  expect(["", "a"].map((id) => isGroupClosed(allButOne, id))).toEqual([true, false]);
  expect(withGroupBy(allButOne, "instance")).toEqual(withGroupBy(defaultLayout, "instance"));
  expect(withGroupBy(allButOne, undefined)).toEqual(defaultLayout);
});

test("the same groups make the same link, and no link is longer than servers take", () => {
  const byHost = withGroupBy(defaultLayout, "host");
  const close = (ids: readonly string[]) =>
    ids.reduce((layout, id) => withGroupClosed(layout, id, true), byHost);
  expect(close(["a", "b"])).toEqual(close(["b", "a"]));
  const many = (count: number) =>
    close(Array.from({ length: count }, (_, at) => `host-${at + 100}`));
  expect([fitsIntoLink(many(166)), fitsIntoLink(many(167))]).toEqual([true, false]);
});
