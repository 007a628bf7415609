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

/** Kusto's `todatetime`: text without a zone is UTC, whatever the machine's own zone. */
export function toDate(value: Value): Date | null {
  if (value instanceof Date) return value;
  if (typeof value !== "string" || !/^\d{4}-\d{1,2}-\d{1,2}/.test(value)) return null;
  const hasTime = /\d:\d/.test(value);
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(value);
  const date = new Date(hasTime && !hasZone ? `${value}Z` : value);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** Bounds of `datetime`: the years 1 to 9999. */
const [FIRST_MOMENT, LAST_MOMENT] = [
  Date.parse("0001-01-01T00:00:00.000Z"),
  Date.parse("9999-12-31T23:59:59.999Z"),
];

/** A moment in milliseconds since 1970, null outside of what a `datetime` can be. */
export function dateAt(milliseconds: number): Date | null {
  const isInside = milliseconds >= FIRST_MOMENT && milliseconds <= LAST_MOMENT;
  return isInside ? new Date(milliseconds) : null;
}

export function isMissing(value: Value): boolean {
  return value === null || value === undefined;
}

/** Equality of `in`: exact for strings, by value for the rest; null equals nothing. */
export function areEqual(a: Value, b: Value): boolean {
  if (isMissing(a) || isMissing(b)) return false;
  if (typeof a === "string" && typeof b === "string") return a === b;
  if (a instanceof Date || b instanceof Date) return toDate(a)?.getTime() === toDate(b)?.getTime();
  if (typeof a === "string" || typeof b === "string") return toText(a) === toText(b);
  if (typeof a === "object" || typeof b === "object")
    return JSON.stringify(a) === JSON.stringify(b);
  return a === b;
}

/** `==` (Kusto documentation, "Null values"): of two nulls null, of one null false. */
export function equals(a: Value, b: Value): boolean | null {
  return isMissing(a) && isMissing(b) ? null : areEqual(a, b);
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

/** Identity of several values together; no text in one can be taken for the border to the next. */
export function groupKeyOf(values: readonly Value[]): string {
  return values.length === 1 ? groupKey(values[0]) : JSON.stringify(values.map(groupKey));
}

/** What a value of a column of Kusto type `type` becomes in the JSON answer. */
export function toJson(value: Value, type?: string): unknown {
  if (value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return type === "timespan" && typeof value === "number" ? asTimespan(value) : value;
}

const MS_A_SECOND = 1_000;
const MS_A_MINUTE = 60 * MS_A_SECOND;
const MS_AN_HOUR = 60 * MS_A_MINUTE;
const MS_A_DAY = 24 * MS_AN_HOUR;

/** `[-][d.]hh:mm:ss[.fffffff]`, the constant format of .NET. */
function asTimespan(milliseconds: number): string {
  const rest = Math.abs(milliseconds);
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const days = Math.floor(rest / MS_A_DAY);
  const ticks = Math.round((rest % MS_A_SECOND) * 10_000);
  return [
    milliseconds < 0 ? "-" : "",
    days > 0 ? `${days}.` : "",
    `${two((rest % MS_A_DAY) / MS_AN_HOUR)}:${two((rest % MS_AN_HOUR) / MS_A_MINUTE)}:`,
    two((rest % MS_A_MINUTE) / MS_A_SECOND),
    ticks > 0 ? `.${String(ticks).padStart(7, "0")}` : "",
  ].join("");
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
