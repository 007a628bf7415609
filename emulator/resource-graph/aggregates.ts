import type { GraphRow } from "./schema";
import type { Scalar } from "./scalar";
import { compareValues, groupKey, isMissing, toBoolean, toNumber, type Value } from "./values";

/** An aggregate over the rows of a group: its arguments compiled, the group's rows, the query's time. */
export type Aggregate = (values: Scalar[], rows: GraphRow[], now: number) => Value;

const LIST_AT_MOST = 1_048_576;

const numbers = ([value]: Scalar[], rows: GraphRow[], now: number): number[] =>
  rows.flatMap((row) => toNumber(value?.(row, now)) ?? []);

const present = ([value]: Scalar[], rows: GraphRow[], now: number): Value[] =>
  rows.map((row) => value?.(row, now)).filter((found) => !isMissing(found));

/** The size that `make_list` and `make_set` may be given as their last argument. */
const sizeOf = ([, size]: Scalar[], now: number): number =>
  Math.min(toNumber(size?.({}, now)) ?? LIST_AT_MOST, LIST_AT_MOST);

const distinct = (values: Value[]): Value[] => [
  ...new Map(values.map((value) => [groupKey(value), value])).values(),
];

const extreme = (sign: 1 | -1): Aggregate => {
  return (values, rows, now) =>
    present(values, rows, now).reduce<Value>(
      (best, value) => (best === undefined || compareValues(value, best) * sign > 0 ? value : best),
      undefined,
    ) ?? null;
};

/** The aggregate functions that the local Azure knows, beside `arg_max` and `arg_min`. */
export const aggregates: Record<string, Aggregate> = {
  count: (_, rows) => rows.length,
  countif: ([value], rows, now) => rows.filter((row) => toBoolean(value?.(row, now))).length,
  dcount: (values, rows, now) => distinct(present(values, rows, now)).length,
  sum: (values, rows, now) => numbers(values, rows, now).reduce((sum, number) => sum + number, 0),
  avg: (values, rows, now) => {
    const found = numbers(values, rows, now);
    return found.length === 0
      ? null
      : found.reduce((sum, number) => sum + number, 0) / found.length;
  },
  min: extreme(-1),
  max: extreme(1),
  make_list: (values, rows, now) => present(values, rows, now).slice(0, sizeOf(values, now)),
  make_set: (values, rows, now) =>
    distinct(present(values, rows, now)).slice(0, sizeOf(values, now)),
  take_any: ([value], rows, now) => (rows[0] ? value?.(rows[0], now) : null),
  any: ([value], rows, now) => (rows[0] ? value?.(rows[0], now) : null),
};

/** The row of a group that has the greatest (`arg_max`) or least (`arg_min`) value. */
export function rowOfExtreme(
  value: Scalar,
  rows: GraphRow[],
  now: number,
  name: "arg_max" | "arg_min",
): GraphRow {
  const sign = name === "arg_max" ? 1 : -1;
  return rows.reduce((best, row) => {
    const [candidate, current] = [value(row, now), value(best, now)];
    if (isMissing(candidate)) return best;
    if (isMissing(current)) return row;
    return compareValues(candidate, current) * sign > 0 ? row : best;
  });
}
