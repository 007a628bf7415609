import fc from "fast-check";
import { expect, test } from "vitest";
import { markedTexts, matchRanges } from "./match-ranges";
import { parseSearch } from "./search-language";

const parts = (text: string, ...wanted: string[]) =>
  matchRanges(text, wanted).map(({ start, end }) => text.slice(start, end));

test.each([
  ["Contoso Oslo", ["oslo"], ["Oslo"]],
  ["aXbXc", ["x"], ["X", "X"]],
  ["abcd", ["ab", "cd"], ["abcd"]],
  ["abcde", ["abc", "bcd"], ["abcd"]],
  ["aaa", ["aa"], ["aaa"]],
  ["MALMÖ", ["ö"], ["Ö"]],
  ["a 😀 b", ["😀"], ["😀"]],
  ["İstanbul OSLO", ["oslo"], ["OSLO"]],
  ["xİx", ["i"], ["İ"]],
  ["abc", [""], []],
  ["abc", [], []],
])("in %j the texts %j mark %j", (text, wanted, marked) => {
  expect(parts(text, ...wanted)).toEqual(marked);
});

test("ranges are in order, apart, and on whole characters, and what they leave out has no match", () => {
  const texts = fc.string({ unit: fc.constantFrom("a", "B", "b", "İ", "😀", "Σ", "é", " ") });
  fc.assert(
    fc.property(texts, fc.array(texts, { maxLength: 3 }), (text, wanted) => {
      const folded = wanted.map((one) => one.toLowerCase());
      const ranges = matchRanges(text, folded);
      let from = 0;
      let rest = "";
      for (const [index, { start, end }] of ranges.entries()) {
        expect(start).toBeGreaterThanOrEqual(index === 0 ? 0 : from);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(start, end)).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
        rest += `${text.slice(from, start)}\n`;
        from = end;
      }
      rest += text.slice(from);
      const isFound = folded.some((one) => one !== "" && text.toLowerCase().includes(one));
      expect(ranges.length > 0).toBe(isFound);
      // Folding a part may end a word that goes on in the whole, which only Greek minds.
      if (text.includes("Σ")) return;
      for (const one of folded) if (one !== "") expect(rest.toLowerCase()).not.toContain(one);
    }),
  );
});

test("a field is marked with what was looked for in it", () => {
  const clauses = parseSearch("oslo host:GHCR -failed -host:x tag:Site=North tag:env= state:Up");
  expect(markedTexts(clauses, "host")).toEqual(["oslo", "ghcr"]);
  expect(markedTexts(clauses, "name")).toEqual(["oslo"]);
  expect(markedTexts(clauses, "provisioningState")).toEqual(["up"]);
  expect(markedTexts(clauses, "tags")).toEqual(["oslo", "north", "env="]);
  expect(markedTexts(clauses, "version")).toEqual([]);
});
