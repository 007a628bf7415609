import fc from "fast-check";
import { expect, test } from "vitest";
import {
  MOST_PIXELS,
  drawnCount,
  indexAt,
  offsetOf,
  rowHeights,
  type RowHeights,
} from "./data-table-heights";

test("every pixel belongs to the row that is there, whatever is a head", () => {
  const kinds = fc.array(fc.boolean(), { minLength: 1, maxLength: 30 });
  const heights = fc.record({
    row: fc.integer({ min: 1, max: 9 }),
    head: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(kinds, heights, (isHead, { row, head }) => {
      const all: RowHeights = {
        row,
        head,
        headsBefore: (index) => isHead.slice(0, index).filter(Boolean).length,
      };
      const tall = isHead.map((one) => (one ? head : row));
      const places = tall.flatMap((height, index) => Array.from({ length: height }, () => index));
      tall.forEach((_, index) => expect(offsetOf(all, index)).toBe(places.indexOf(index)));
      places.forEach((index, pixel) => {
        expect(indexAt(all, isHead.length, pixel)).toBe(index);
      });
      expect(offsetOf(all, isHead.length)).toBe(places.length);
    }),
  );
});

test("as many rows are drawn as fit into what browsers can scroll, and not one fewer", () => {
  const kinds = fc.array(fc.boolean(), { maxLength: 30 });
  const height = fc.integer({ min: 1, max: MOST_PIXELS });
  fc.assert(
    fc.property(kinds, height, height, (isHead, row, head) => {
      const heights: RowHeights = {
        row,
        head,
        headsBefore: (index) => isHead.slice(0, index).filter(Boolean).length,
      };
      const drawn = drawnCount(heights, isHead.length);
      expect(offsetOf(heights, drawn)).toBeLessThanOrEqual(MOST_PIXELS);
      if (drawn < isHead.length) {
        expect(offsetOf(heights, drawn + 1)).toBeGreaterThan(MOST_PIXELS);
      }
    }),
  );
});

test("of 100,000 rows all are drawn, and of cards most", () => {
  expect(drawnCount(rowHeights(36, undefined), 100_000)).toBe(100_000);
  expect(drawnCount(rowHeights(205, undefined), 100_000)).toBe(73_170);
});
