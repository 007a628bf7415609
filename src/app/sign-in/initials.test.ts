import fc from "fast-check";
import { expect, test } from "vitest";
import { initialsOf } from "./initials";

test.each([
  ["Ada Marino", "AM"],
  ["Ada B. C. Marino", "AM"],
  ["ada", "A"],
  ["", ""],
  ["𝒶da Łuk", "𝒶Ł"],
])("%s is %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test("no name breaks it, and none gives lone surrogates", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      expect(() => encodeURIComponent(initialsOf(name))).not.toThrow();
    }),
  );
});
