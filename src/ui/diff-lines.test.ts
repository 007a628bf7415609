import fc from "fast-check";
import { expect, it } from "vitest";
import { pairLines } from "./diff-lines";

it("puts what replaces a line beside it", () => {
  const cell = (text: string, isChanged: boolean) => ({ text, isChanged });
  expect(pairLines("a\nb\nc\n", "a\nx\ny\nc\n")).toEqual([
    [cell("a", false), cell("a", false)],
    [cell("b", true), cell("x", true)],
    [undefined, cell("y", true)],
    [cell("c", false), cell("c", false)],
  ]);
});

it("loses no line of either side (property)", () => {
  const text = fc
    .array(fc.constantFrom("{", "}", "a", "b", "  c"), { minLength: 1 })
    .map((lines) => `${lines.join("\n")}\n`);
  fc.assert(
    fc.property(text, text, (before, after) => {
      const rows = pairLines(before, after);
      const side = (index: 0 | 1) => rows.flatMap((row) => row[index]?.text ?? []).join("\n");
      expect(`${side(0)}\n`).toBe(before);
      expect(`${side(1)}\n`).toBe(after);
    }),
  );
});
