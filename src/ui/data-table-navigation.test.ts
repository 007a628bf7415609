import fc from "fast-check";
import { expect, test } from "vitest";
import { nextPlace, type GridShape } from "./data-table-navigation";

const shape: GridShape = { rows: 100, columns: 10, page: 20, firstRow: -1 };
const press = (key: string, held: { ctrlKey?: boolean; altKey?: boolean } = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});
const from = (row: number, column: number, key: string, held = {}) =>
  nextPlace(press(key, held), { row, column }, shape);

test("arrows go cell by cell, upwards into the header, and stop at the edges", () => {
  expect(from(5, 5, "ArrowUp")).toEqual({ row: 4, column: 5 });
  expect(from(0, 5, "ArrowUp")).toEqual({ row: -1, column: 5 });
  expect(from(-1, 5, "ArrowUp")).toEqual({ row: -1, column: 5 });
  expect(from(-1, 5, "ArrowDown")).toEqual({ row: 0, column: 5 });
  expect(from(99, 9, "ArrowDown")).toEqual({ row: 99, column: 9 });
  expect(from(99, 9, "ArrowRight")).toEqual({ row: 99, column: 9 });
  expect(from(5, 0, "ArrowLeft")).toEqual({ row: 5, column: 0 });
});

test("Home and End go within the row, with Ctrl from the first cell to the last", () => {
  expect(from(5, 5, "Home")).toEqual({ row: 5, column: 0 });
  expect(from(5, 5, "End")).toEqual({ row: 5, column: 9 });
  expect(from(5, 5, "Home", { ctrlKey: true })).toEqual({ row: 0, column: 0 });
  expect(from(5, 5, "End", { metaKey: true })).toEqual({ row: 99, column: 9 });
});

test("a page up does not lead into the header, nor out of it", () => {
  expect(from(30, 2, "PageUp")).toEqual({ row: 10, column: 2 });
  expect(from(3, 2, "PageUp")).toEqual({ row: 0, column: 2 });
  expect(from(-1, 2, "PageUp")).toEqual({ row: -1, column: 2 });
  expect(from(90, 2, "PageDown")).toEqual({ row: 99, column: 2 });
});

test("keys that mean something else to browsers do not move", () => {
  expect(from(5, 5, "ArrowLeft", { altKey: true })).toBeUndefined();
  expect(from(5, 5, "ArrowLeft", { ctrlKey: true })).toBeUndefined();
  expect(from(5, 5, "a")).toBeUndefined();
});

test("no key leaves the grid, however small it is", () => {
  const keys = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End"];
  const places = fc.record({
    firstRow: fc.constantFrom<(-1 | 0)[]>(-1, 0),
    rows: fc.integer({ min: 1, max: 5 }),
    columns: fc.integer({ min: 1, max: 4 }),
    page: fc.integer({ min: 1, max: 9 }),
    pressed: fc.array(fc.constantFrom(...keys, "PageUp", "PageDown"), { maxLength: 20 }),
    isFar: fc.boolean(),
  });
  fc.assert(
    fc.property(places, ({ pressed, isFar, ...small }) => {
      let place = { row: 0, column: 0 };
      for (const key of pressed) {
        place = nextPlace(press(key, { ctrlKey: isFar }), place, small) ?? place;
        expect(place.row).toBeGreaterThanOrEqual(small.firstRow);
        expect(place.row).toBeLessThan(small.rows);
        expect(place.column).toBeGreaterThanOrEqual(0);
        expect(place.column).toBeLessThan(small.columns);
      }
    }),
  );
});
