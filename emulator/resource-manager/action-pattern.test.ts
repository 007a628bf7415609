import fc from "fast-check";
import { expect, test } from "vitest";
import { compileActionPattern } from "./action-pattern";

const matches = (pattern: string, action: string) => compileActionPattern(pattern)(action);

test("a pattern without a wildcard matches itself only, whatever the case", () => {
  expect(matches("Microsoft.KeyVault/vaults/read", "microsoft.keyvault/VAULTS/read")).toBe(true);
  expect(matches("Microsoft.KeyVault/vaults/read", "Microsoft.KeyVault/vaults/reads")).toBe(false);
});

test("a wildcard spans slashes", () => {
  expect(matches("*/read", "Microsoft.KeyVault/vaults/secrets/read")).toBe(true);
  expect(
    matches("Microsoft.Authorization/*/read", "Microsoft.Authorization/roleAssignments/read"),
  ).toBe(true);
  expect(matches("Microsoft.Authorization/*/read", "Microsoft.Authorization/read")).toBe(false);
});

test("agrees with the regular expression that the pattern stands for", () => {
  const text = (characters: string) =>
    fc.string({ unit: fc.constantFrom(...characters), maxLength: 12 });
  fc.assert(
    fc.property(text("ab/.*"), text("abAB/."), (pattern, action) => {
      const escaped = pattern.replaceAll(/[.*]/g, (character) =>
        character === "*" ? ".*" : "\\.",
      );
      expect(matches(pattern, action)).toBe(new RegExp(`^${escaped}$`, "i").test(action));
    }),
    { numRuns: 2_000 },
  );
});

test("replacing any part of an action by wildcards keeps the match", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string(), { minLength: 1 }),
      fc.array(fc.boolean()),
      (parts, isWild) => {
        const plain = parts.map((part) => part.replaceAll("*", ""));
        const pattern = plain.map((part, index) => (isWild[index] ? "*" : part)).join("");
        expect(matches(pattern, plain.join(""))).toBe(true);
      },
    ),
  );
});

test("a hostile pattern takes no more than linear time", () => {
  const started = performance.now();
  expect(matches("*a".repeat(2_000) + "b", "a".repeat(20_000))).toBe(false);
  expect(performance.now() - started).toBeLessThan(1_000);
});
