import { expect, test } from "vitest";
import { columnsInRoom, fittingColumns, leastWidth, nextSort } from "./data-table-column";

const columns = [
  { id: "name", minWidth: 120 },
  { id: "group", minWidth: 100, leavesFirst: 1 },
  { id: "site", minWidth: 90, leavesFirst: 3 },
  { id: "subscription", minWidth: 100, leavesFirst: 2 },
  { id: "actions", width: 40 },
];

const idsAt = (width: number | undefined) => fittingColumns(columns, width).map(({ id }) => id);

test("every column shows where there is room, and before the room is known", () => {
  expect(idsAt(leastWidth(columns))).toEqual(columns.map(({ id }) => id));
  expect(idsAt(undefined)).toEqual(columns.map(({ id }) => id));
});

test("columns leave one by one in their order, as few as needed", () => {
  expect(idsAt(449)).toEqual(["name", "site", "subscription", "actions"]);
  expect(idsAt(349)).toEqual(["name", "site", "actions"]);
  expect(idsAt(249)).toEqual(["name", "actions"]);
});

test("a column with a width stays, and makes none leave or stay", () => {
  const chosen = columns.map((column) =>
    column.id === "group" ? { ...column, width: 500 } : column,
  );
  const ids = (width: number) => fittingColumns(chosen, width).map(({ id }) => id);
  for (const width of [10, 249, 349, 449, 1_000]) {
    expect(ids(width).filter((id) => id !== "group")).toEqual(
      idsAt(width).filter((id) => id !== "group"),
    );
    expect(ids(width)).toContain("group");
  }
});

test("columns that have no order stay, however narrow it is", () => {
  expect(idsAt(10)).toEqual(["name", "actions"]);
});

test("columns are roomy where the table scrolls sideways anyway, but for what was chosen", () => {
  const roomy = [
    { id: "name", minWidth: 100, roomyWidth: 200 },
    { id: "host", minWidth: 100, roomyWidth: 250, width: 90 },
    { id: "state", minWidth: 120 },
  ];
  expect(leastWidth(columnsInRoom(roomy, 310))).toBe(310);
  expect(leastWidth(columnsInRoom(roomy, undefined))).toBe(310);
  expect(leastWidth(columnsInRoom(roomy, 309))).toBe(200 + 90 + 120);
});

test("a header sorts by its column alone, or beside those before it", () => {
  const byName = [{ id: "name", direction: "ascending" }] as const;
  expect(nextSort(byName, "name", false)).toEqual([{ id: "name", direction: "descending" }]);
  expect(nextSort(byName, "site", false)).toEqual([{ id: "site", direction: "ascending" }]);
  const two = nextSort(byName, "site", true);
  expect(two).toEqual([...byName, { id: "site", direction: "ascending" }]);
  const turned = nextSort(two, "site", true);
  expect(turned).toEqual([...byName, { id: "site", direction: "descending" }]);
  expect(nextSort(turned, "site", true)).toEqual(byName);
  expect(nextSort(turned, "site", false)).toEqual([{ id: "site", direction: "ascending" }]);
  // The last that is left turns round and does not go.
  const down = nextSort(byName, "name", true);
  expect(nextSort(down, "name", true)).toEqual(byName);
});
