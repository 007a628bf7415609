import fc from "fast-check";
import { expect, test } from "vitest";
import { indexAt, offsetOf, type RowHeights } from "./data-table-heights";

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
