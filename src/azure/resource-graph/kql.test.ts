import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kql, kqlString } from "./kql";

/** Reads a KQL string literal back by the language's own rules. */
function readLiteral(literal: string): string {
  expect(literal).toMatch(/^'.*'$/s);
  let text = "";
  const inner = literal.slice(1, -1);
  for (let at = 0; at < inner.length; at += 1) {
    const character = inner.charAt(at);
    if (character === "'") throw new Error("An unescaped quote ends the literal.");
    if (character !== "\\") {
      text += character;
      continue;
    }
    at += 1;
    if (inner.charAt(at) === "u") {
      text += String.fromCharCode(parseInt(inner.slice(at + 1, at + 5), 16));
      at += 4;
    } else {
      text += inner.charAt(at);
    }
  }
  return text;
}

describe("kqlString", () => {
  test("escapes what would end the literal", () => {
    expect(kqlString("it's")).toBe(String.raw`'it\'s'`);
    expect(kqlString("a\\")).toBe(String.raw`'a\\'`);
    expect(kqlString("a\nb\u2028c")).toBe(String.raw`'a\u000ab\u2028c'`);
  });

  test("says the same text when read back, on one line, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const literal = kqlString(text);
        expect(readLiteral(literal)).toBe(text);
        expect(literal).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});

describe("kql", () => {
  test("writes values as literals", () => {
    const name = "x' or 1==1 //";
    expect(kql`where name =~ ${name} and size > ${3} and isOn == ${true}`).toBe(
      String.raw`where name =~ 'x\' or 1==1 //' and size > 3 and isOn == true`,
    );
    expect(kql`where name in~ ${["a", "b'"]}`).toBe(String.raw`where name in~ ('a', 'b\'')`);
  });

  test("refuses what has no literal", () => {
    expect(() => kql`take ${Number.NaN}`).toThrow(RangeError);
    expect(() => kql`where name in~ ${[]}`).toThrow(RangeError);
  });
});
