import fc from "fast-check";
import { expect, test } from "vitest";
import { nextIndex } from "./use-arrow-keys";

test("the arrows go round at both ends", () => {
  expect(nextIndex("ArrowRight", 2, 3)).toBe(0);
  expect(nextIndex("ArrowLeft", 0, 3)).toBe(2);
});

test("Home and End go to the ends, other keys nowhere", () => {
  expect(nextIndex("Home", 2, 3)).toBe(0);
  expect(nextIndex("End", 0, 3)).toBe(2);
  expect(nextIndex("Enter", 0, 3)).toBeUndefined();
});

test("left undoes right, and no key leaves the items", () => {
  const places = fc
    .integer({ min: 1, max: 20 })
    .chain((count) => fc.record({ count: fc.constant(count), index: fc.nat(count - 1) }));
  fc.assert(
    fc.property(places, ({ count, index }) => {
      const right = nextIndex("ArrowRight", index, count);
      expect(right).toBeLessThan(count);
      expect(nextIndex("ArrowLeft", right ?? -1, count)).toBe(index);
    }),
  );
});
