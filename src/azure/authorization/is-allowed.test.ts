import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAllowed } from "./is-allowed";

const WRITE = "Microsoft.KeyVault/vaults/secrets/write";

describe("isAllowed", () => {
  test.each([
    ["*", true],
    ["*/write", true],
    ["*/read", false],
    ["Microsoft.KeyVault/*", true],
    ["microsoft.keyvault/VAULTS/secrets/write", true],
    ["Microsoft.KeyVault/vaults/*/write", true],
    ["Microsoft.KeyVault/vaults/secrets/writ", false],
    ["Microsoft.KeyVault/vaults/secrets/write/action", false],
    ["Microsoft.KeyVault/vaults/*/secrets/write", false],
    ["Microsoft.KeyVault/vaults/secrets/*write", true],
    ["Microsoft.KeyVault.vaults/secrets/write", false],
    ["", false],
  ])("pattern %j decides %j", (pattern, expected) => {
    expect(isAllowed([{ actions: [pattern], notActions: [] }], WRITE)).toBe(expected);
  });

  test("takes an element's own notActions away, and only its own", () => {
    const contributor = { actions: ["*"], notActions: ["Microsoft.KeyVault/*/write"] };
    expect(isAllowed([contributor], WRITE)).toBe(false);
    expect(isAllowed([contributor, { actions: [WRITE] }], WRITE)).toBe(true);
  });

  test("dataActions allow no management action", () => {
    expect(isAllowed([{ dataActions: ["*"] }], WRITE)).toBe(false);
    expect(isAllowed([], WRITE)).toBe(false);
  });

  test("matches as the same pattern does as a regular expression", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "B", "/", "*", "."), maxLength: 12 });
    fc.assert(
      fc.property(word, word, (pattern, text) => {
        const action = text.replaceAll("*", "x");
        const source = pattern.replaceAll(".", "\\.").replaceAll("*", ".*");
        const expected = new RegExp(`^${source}$`, "is").test(action);
        expect(isAllowed([{ actions: [pattern] }], action)).toBe(expected);
      }),
    );
  });
});
