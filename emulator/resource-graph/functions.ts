import { areEqual, isMissing, toBoolean, toDate, toNumber, toText, type Value } from "./values";

/** A scalar function: its arguments, evaluated, and the query's time in milliseconds. */
export type ScalarFunction = (values: Value[], now: number) => Value;

const text =
  (make: (...texts: string[]) => Value): ScalarFunction =>
  (values) =>
    make(...values.map(toText));

const json = (value: Value): Value => {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value) as Value;
  } catch {
    return value;
  }
};

const listOf = (value: Value): Value[] => (Array.isArray(value) ? (value as Value[]) : []);
const recordOf = (value: Value): Record<string, Value> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date)
    ? (value as Record<string, Value>)
    : {};
const integer = (value: Value): number | null => {
  const number = toNumber(value);
  return number === null ? null : Math.trunc(number);
};

function bag(values: Value[]): Record<string, Value> {
  const result: Record<string, Value> = {};
  for (let index = 0; index + 1 < values.length; index += 2) {
    result[toText(values[index])] = values[index + 1] ?? null;
  }
  return result;
}

/** The scalar functions that the local Azure knows; others are refused as unsupported. */
export const scalarFunctions: Record<string, ScalarFunction> = {
  tostring: text((value = "") => value),
  tolower: text((value = "") => value.toLowerCase()),
  toupper: text((value = "") => value.toUpperCase()),
  strlen: text((value = "") => value.length),
  strcat: text((...values) => values.join("")),
  trim: text((pattern = "", value = "") => trim(value, pattern)),
  split: text((value = "", delimiter = "") => value.split(delimiter)),
  indexof: text((value = "", search = "") => value.indexOf(search)),
  replace_string: text((value = "", search = "", put = "") => value.replaceAll(search, put)),
  substring: ([value, start, length]) => {
    const from = toNumber(start) ?? 0;
    const count = toNumber(length);
    return toText(value).slice(from, count === null ? undefined : from + count);
  },
  isempty: ([value]) => toText(value) === "",
  isnotempty: ([value]) => toText(value) !== "",
  isnull: ([value]) => isMissing(value),
  isnotnull: ([value]) => !isMissing(value),
  not: ([value]) => {
    const boolean = toBoolean(value);
    return boolean === null ? null : !boolean;
  },
  iff: ([condition, yes, no]) => (toBoolean(condition) ? yes : no),
  iif: ([condition, yes, no]) => (toBoolean(condition) ? yes : no),
  case: (values) => {
    for (let index = 0; index + 1 < values.length; index += 2) {
      if (toBoolean(values[index])) return values[index + 1];
    }
    return values.at(-1);
  },
  coalesce: (values) => values.find((value) => toText(value) !== "") ?? values.at(-1) ?? null,
  toint: ([value]) => integer(value),
  tolong: ([value]) => integer(value),
  toreal: ([value]) => toNumber(value),
  todouble: ([value]) => toNumber(value),
  tobool: ([value]) => toBoolean(value),
  todatetime: ([value]) => toDate(value),
  todynamic: ([value]) => json(value),
  parse_json: ([value]) => json(value),
  array_length: ([value]) => (Array.isArray(value) ? value.length : null),
  set_has_element: ([set, element]) => listOf(set).some((item) => areEqual(item, element)),
  bag_keys: ([value]) => Object.keys(recordOf(value)),
  bag_pack: bag,
  pack: bag,
  pack_array: (values) => values,
  strcat_array: ([values, delimiter]) => listOf(values).map(toText).join(toText(delimiter)),
  now: (_, now) => new Date(now),
  ago: ([span], now) => new Date(now - (toNumber(span) ?? 0)),
  bin: ([value, size]) => {
    const [number, step] = [toNumber(value), toNumber(size)];
    if (number === null || !step) return null;
    const floor = Math.floor(number / step) * step;
    return value instanceof Date ? new Date(floor) : floor;
  },
};

/** Kusto trims by a regular expression; only sets of characters are allowed here, so none can run wild. */
function trim(value: string, pattern: string): string {
  const set = pattern === "\\s" || pattern === "\\s+" ? /\s/ : undefined;
  const isTrimmed = (character: string) => set?.test(character) ?? pattern.includes(character);
  let [from, to] = [0, value.length];
  while (from < to && isTrimmed(value[from] ?? "")) from++;
  while (to > from && isTrimmed(value[to - 1] ?? "")) to--;
  return value.slice(from, to);
}
