/** A value of a query: JSON, or a Date for `datetime`. A `timespan` is its length in milliseconds. */
export type Value = unknown;

/** Kusto's `tostring`: null is the empty string, objects are JSON. */
export function toText(value: Value): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value instanceof Date) return value.toISOString();
  return JSON.stringify(value);
}

/** A number, or null where Kusto has null. */
export function toNumber(value: Value): number | null {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof Date) return value.getTime();
  if (typeof value !== "string" || value.trim() === "") return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

export function toBoolean(value: Value): boolean | null {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  if (typeof value !== "string") return null;
  const text = value.toLowerCase();
  return text === "true" || text === "1" ? true : text === "false" || text === "0" ? false : null;
}

export function toDate(value: Value): Date | null {
  if (value instanceof Date) return value;
  if (typeof value !== "string" || value === "") return null;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date;
}

export function isMissing(value: Value): boolean {
  return value === null || value === undefined;
}

/** Equality of `==` and of join keys: exact for strings, by value for the rest; null equals nothing. */
export function areEqual(a: Value, b: Value): boolean {
  if (isMissing(a) || isMissing(b)) return false;
  if (typeof a === "string" || typeof b === "string") return toText(a) === toText(b);
  if (a instanceof Date || b instanceof Date) return toDate(a)?.getTime() === toDate(b)?.getTime();
  if (typeof a === "object" || typeof b === "object")
    return JSON.stringify(a) === JSON.stringify(b);
  return a === b;
}

/**
 * Order of `<`, `sort`, `min` and `max`: numbers and dates by size, everything else as text, compared by
 * code unit as Kusto documents for strings. Null is the caller's affair.
 */
export function compareValues(a: Value, b: Value): number {
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : a > b ? 1 : 0;
  const [numberA, numberB] = [toNumber(a), toNumber(b)];
  if (numberA !== null && numberB !== null) return numberA - numberB;
  const [textA, textB] = [toText(a), toText(b)];
  return textA < textB ? -1 : textA > textB ? 1 : 0;
}

/** Identity of a value in `distinct`, `by` and joins: equal keys are one group. */
export function groupKey(value: Value): string {
  if (isMissing(value)) return "null";
  return value instanceof Date ? `d${value.toISOString()}` : `${typeof value}${toText(value)}`;
}

/** What a row's value becomes in the JSON answer. */
export function toJson(value: Value): unknown {
  return value === undefined ? null : value instanceof Date ? value.toISOString() : value;
}

/** Kusto's `has`: the term stands between characters that are neither letters nor digits. */
export function hasTerm(text: string, term: string): boolean {
  if (term === "") return true;
  for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + 1)) {
    const before = text[at - 1] ?? "";
    const after = text[at + term.length] ?? "";
    const opens = !isAlphanumeric(before) || !isAlphanumeric(term[0] ?? "");
    const closes = !isAlphanumeric(after) || !isAlphanumeric(term.at(-1) ?? "");
    if (opens && closes) return true;
  }
  return false;
}

function isAlphanumeric(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
