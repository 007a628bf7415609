import fc from "fast-check";
import { expect, test } from "vitest";
import { matchingItems } from "./matching-items";

const items = [
  { label: "west-plant-2", description: "rg-west · 1.2.5" },
  { label: "plant-1", description: "rg-north", searchText: "Oslo" },
  { label: "Plant-10", description: "rg-west" },
];

const labels = (query: string) => matchingItems(items, query).map(({ label }) => label);

test("an empty query matches everything in order", () => {
  expect(matchingItems(items, "  ")).toEqual(items);
});

test("every word must be somewhere, in any order and case", () => {
  expect(labels("WEST plant")).toEqual(["west-plant-2", "Plant-10"]);
  expect(labels("oslo plant")).toEqual(["plant-1"]);
  expect(labels("oslo west")).toEqual([]);
});

test("labels that start with the query come first", () => {
  expect(labels("plant")).toEqual(["plant-1", "Plant-10", "west-plant-2"]);
});

test("an item is found by any part of its own text, and nothing is invented", () => {
  const anyItems = fc.array(fc.record({ label: fc.string(), description: fc.string() }));
  fc.assert(
    fc.property(anyItems, fc.nat(), (some, index) => {
      const wanted = some[index % Math.max(some.length, 1)];
      if (!wanted) return;
      const found = matchingItems(some, wanted.label);
      expect(found).toContain(wanted);
      expect(found.every((item) => some.includes(item))).toBe(true);
      expect(new Set(found).size).toBe(found.length);
    }),
  );
});
