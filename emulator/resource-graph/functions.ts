import { badRequest } from "./query-error";
import {
  areEqual,
  dateAt,
  isMissing,
  toBoolean,
  toDate,
  toNumber,
  toText,
  type Value,
} from "./values";

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
  const members: [string, Value][] = [];
  for (let index = 0; index + 1 < values.length; index += 2) {
    members.push([toText(values[index]), values[index + 1] ?? null]);
  }
  return Object.fromEntries(members);
}

/** The scalar functions that the local Azure knows; others are refused as unsupported. */
export const scalarFunctions: Record<string, ScalarFunction> = {
  tostring: text((value = "") => value),
  tolower: text((value = "") => value.toLowerCase()),
  toupper: text((value = "") => value.toUpperCase()),
  strlen: text((value = "") => value.length),
  strcat: text((...values) => values.join("")),
  trim: text((pattern = "", value = "") => trim(value, pattern)),
  split: ([value, delimiter, wanted]) => {
    const parts = toText(value).split(toText(delimiter));
    const index = toNumber(wanted);
    return index === null ? parts : parts.slice(index, index + 1);
  },
  indexof: ([value, search, start]) => toText(value).indexOf(toText(search), toNumber(start) ?? 0),
  // A function, because a replacing text has patterns of its own in JavaScript.
  replace_string: text((value = "", search = "", put = "") =>
    search === "" ? value : value.replaceAll(search, () => put),
  ),
  substring: ([value, start, length]) => {
    const found = toText(value);
    const given = toNumber(start) ?? 0;
    const from = given < 0 ? Math.max(found.length + given, 0) : given;
    const count = toNumber(length);
    return found.slice(from, count === null ? undefined : from + Math.max(count, 0));
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
  now: ([offset], now) => dateAt(now + (toNumber(offset) ?? 0)),
  ago: ([span], now) => dateAt(now - (toNumber(span) ?? 0)),
  bin: ([value, size]) => {
    const [number, step] = [toNumber(value), toNumber(size)];
    if (number === null || !step) return null;
    const floor = Math.floor(number / step) * step;
    return value instanceof Date ? dateAt(floor) : floor;
  },
};

/**
 * Kusto trims by a regular expression. Only plain text, a set of characters and white space are known
 * here, so that no expression can run wild; others are refused.
 */
function trim(value: string, pattern: string): string {
  const set = /^\[([^\]\\^-]+)\][+*]?$/.exec(pattern)?.[1];
  const isWhiteSpace = /^\\s[+*]?$/.test(pattern);
  if (set === undefined && !isWhiteSpace && /[\\^$.*+?()[\]{}|]/.test(pattern)) {
    throw badRequest("UnsupportedExpression", `Trimming by '${pattern}' is not supported.`);
  }
  const step = set === undefined && !isWhiteSpace ? pattern.length : 1;
  const isTrimmed = (part: string): boolean =>
    isWhiteSpace ? /^\s$/.test(part) : (set?.includes(part) ?? part === pattern);
  let [from, to] = [0, value.length];
  while (step > 0 && to - from >= step && isTrimmed(value.slice(from, from + step))) from += step;
  while (step > 0 && to - from >= step && isTrimmed(value.slice(to - step, to))) to -= step;
  return value.slice(from, to);
}
