import type { Operator } from "./compile-query";
import type { Scalar } from "./scalar";
import { isMissing, toText, type Value } from "./values";

/** What `mv-expand` makes of one value: null gives one null, an empty array or bag gives nothing. */
function itemsOf(value: Value): Value[] {
  if (Array.isArray(value)) return value as Value[];
  if (typeof value !== "object" || value === null || value instanceof Date) return [value];
  return Object.entries(value).map(([name, member]) => Object.fromEntries([[name, member]]));
}

/** Casts of `to typeof(…)`: what is of another type becomes null (Kusto documentation, "mv-expand operator"). */
export const casts: Record<string, (value: Value) => Value> = {
  dynamic: (value) => value,
  string: (value) => (isMissing(value) ? "" : toText(value)),
  bool: (value) => (typeof value === "boolean" ? value : null),
  int: (value) => (Number.isInteger(value) ? value : null),
  long: (value) => (Number.isInteger(value) ? value : null),
  real: (value) => (typeof value === "number" ? value : null),
};

/** Compiles `mv-expand` of one column: a row for each element of an array or member of a property bag. */
export function compileMvExpand(
  column: { name: string; value: Scalar },
  limit: number,
  cast: (value: Value) => Value,
): Operator {
  return (rows, now) =>
    rows.flatMap((row) =>
      itemsOf(column.value(row, now))
        .slice(0, limit)
        .map((item) => ({ ...row, [column.name]: cast(item) })),
    );
}
