import fc from "fast-check";
import { expect, test } from "vitest";
import { textDigest } from "./text-digest";

test("is the same for the same text, short, and another for another", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(textDigest(one).length).toBeLessThanOrEqual(11);
      expect(textDigest(one) === textDigest(other)).toBe(one === other);
    }),
  );
  const numbers = Array.from({ length: 100_000 }, (_, number) => textDigest(`e-${number}`));
  expect(new Set(numbers).size).toBe(numbers.length);
});
