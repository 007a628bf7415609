import { expect, test } from "vitest";
import { fittingColumns, leastWidth } from "./data-table-column";

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

test("columns that have no order stay, however narrow it is", () => {
  expect(idsAt(10)).toEqual(["name", "actions"]);
});
