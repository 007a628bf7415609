import { expect, test } from "vitest";
import { RowSlots } from "./row-slots";

test("a row keeps its slot for as long as it is drawn", () => {
  const slots = new RowSlots();
  expect(slots.of(["a", "b", "c"], undefined)).toEqual([0, 1, 2]);
  expect(slots.of(["c", "a"], undefined)).toEqual([2, 0]);
});

test("rows that come take the slots of rows that went, and new ones where there are none", () => {
  const slots = new RowSlots();
  slots.of(["a", "b", "c"], undefined);
  expect(slots.of(["b", "c", "d"], undefined)).toEqual([1, 2, 0]);
  expect(slots.of(["d", "e", "f", "g"], undefined)).toEqual([0, 1, 2, 3]);
});

test("no two rows drawn together share a slot", () => {
  const slots = new RowSlots();
  const screens = [
    ["a", "b", "c"],
    ["c", "d"],
    ["e", "f", "g", "h"],
    ["a", "h"],
    ["b", "c", "d"],
  ];
  for (const ids of screens) expect(new Set(slots.of(ids, ids[0])).size).toBe(ids.length);
});

test("the slot of the row that had the focus is no other row's", () => {
  const slots = new RowSlots();
  slots.of(["a", "b"], "a");
  expect(slots.of(["b", "c"], "b")).toEqual([1, 2]);
  // Once b has the place, it is b's slot that is kept, and no longer a's that is.
  expect(slots.of(["c", "d"], "c")).toEqual([2, 3]);
});

test("the same rows asked for again have the same slots", () => {
  const slots = new RowSlots();
  slots.of(["a", "b"], "a");
  const once = slots.of(["c", "d"], "c");
  expect(slots.of(["c", "d"], "c")).toEqual(once);
});
