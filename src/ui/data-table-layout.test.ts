import { expect, test } from "vitest";
import { chosenWidth, drawnIds, placedColumns, stayingCells, tableRoom } from "./data-table-layout";

const nothing = { label: "", render: () => null, text: () => "" };
const columns = [
  { id: "name", minWidth: 100, isRowHeader: true, ...nothing },
  { id: "host", minWidth: 90, isPinned: true, ...nothing },
  { id: "site", width: 80, ...nothing },
  { id: "actions", width: 40, isMenu: true, ...nothing },
];

test("pinned columns stay one beside the other, behind the box that selects", () => {
  const lefts = (hasSelection: boolean) =>
    placedColumns(columns, hasSelection).map(({ left }) => left);
  expect(lefts(false)).toEqual([0, 100, undefined, undefined]);
  expect(lefts(true)).toEqual([32, 132, undefined, undefined]);
});

test("the header of the row can be unpinned", () => {
  const [name] = placedColumns([{ ...columns[0], ...nothing, id: "name", isPinned: false }], true);
  expect(name?.left).toBeUndefined();
});

test("cells stay in view only where they would leave it", () => {
  expect(stayingCells(false, false)).toBe("none");
  expect(stayingCells(true, false)).toBe("menu");
  expect(stayingCells(true, true)).toBe("all");
});

test("the room counts the box that selects", () => {
  expect(tableRoom(placedColumns(columns, true), true)).toEqual({
    template: "32px minmax(100px, 1fr) minmax(90px, 1fr) 80px 40px",
    least: 342,
    atStart: 222,
    atEnd: 40,
  });
});

test("a width is what can be seen and not more than a screen", () => {
  expect([10, 120.4, 5_000].map(chosenWidth)).toEqual([56, 120, 900]);
});

test("cards leave out the columns that are not for them", () => {
  const some = [{ id: "name" }, { id: "group", isCardHidden: true }];
  expect(drawnIds(some, false)).toEqual(["name", "group"]);
  expect(drawnIds(some, true)).toEqual(["name"]);
});
