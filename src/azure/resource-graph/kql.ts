/** What a KQL template may hold; an array becomes a list for `in` and `in~`. */
export type KqlValue = string | number | boolean | readonly string[];

/**
 * A KQL string literal of any text, quotes included. Quotes, backslashes and everything that ends a
 * line or is invisible are escaped, so no text can leave the literal (KQL string literal syntax:
 * backslash escapes and `\uXXXX`).
 */
export function kqlString(value: string): string {
  return `'${value.replace(NEEDS_ESCAPE, escaped)}'`;
}

/**
 * Template tag for KQL: every interpolated value is written as a literal, never as query text.
 * Throws a `RangeError` for what has no literal: a number that is not finite, an empty list.
 */
export function kql(strings: TemplateStringsArray, ...values: KqlValue[]): string {
  return strings.reduce((query, text, index) => {
    const value = values[index - 1];
    return query + (value === undefined ? "" : literal(value)) + text;
  });
}

const NEEDS_ESCAPE = /['"\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

function escaped(character: string): string {
  if (character === "'" || character === '"' || character === "\\") return `\\${character}`;
  return Array.from({ length: character.length }, (_, index) =>
    character.charCodeAt(index).toString(16).padStart(4, "0"),
  )
    .map((hex) => `\\u${hex}`)
    .join("");
}

function literal(value: KqlValue): string {
  switch (typeof value) {
    case "string":
      return kqlString(value);
    case "number":
      if (!Number.isFinite(value)) throw new RangeError(`${value} has no KQL literal.`);
      return String(value);
    case "boolean":
      return String(value);
    default:
      if (value.length === 0) throw new RangeError("An empty list has no KQL literal.");
      return `(${value.map(kqlString).join(", ")})`;
  }
}
