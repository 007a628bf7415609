import fc from "fast-check";
import { expect, test } from "vitest";
import { fuzzRuns } from "../fuzz/fuzz-runs";
import { createTestGraph, resource, SUBSCRIPTION } from "./test-graph";

/** Any text, weighted towards what could end a literal or a query. */
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom("'", '"', "\\", "\n", "|", "u", "0", "\u2028", "\ud800", "@", "`"),
    maxLength: 8,
  }),
);

/** The rule by which literals are written: a backslash before quotes and backslashes, `\uXXXX` for what cannot be seen. */
function literal(value: string): string {
  const written = value.replace(/['"\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (found) =>
    /['"\\]/.test(found)
      ? `\\${found}`
      : [...Array(found.length).keys()]
          .map((index) => `\\u${found.charCodeAt(index).toString(16).padStart(4, "0")}`)
          .join(""),
  );
  return `'${written}'`;
}

/** Every UTF-16 code unit written by its number. */
function numbered(value: string): string {
  const units = Array.from({ length: value.length }, (_, index) => value.charCodeAt(index));
  return `'${units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("")}'`;
}

test("a literal of any text finds the row of that name and no other", () => {
  fc.assert(
    fc.property(fc.uniqueArray(text, { minLength: 1, maxLength: 5 }), fc.nat(), (names, pick) => {
      const wanted = names[pick % names.length] ?? "";
      const { answer } = createTestGraph(
        names.map((name, index) =>
          resource(name, { id: `/subscriptions/${SUBSCRIPTION}/${index}` }),
        ),
      );
      for (const written of [literal(wanted), numbered(wanted)]) {
        const query = `resources | where name == ${written} and name in (${written})`;
        const { data } = answer(`${query} | project name, literal = ${written}`);
        expect(data).toEqual([{ name: wanted, literal: wanted }]);
      }
    }),
    { numRuns: fuzzRuns(200) },
  );
});

interface Row {
  name: string;
  kind: string;
  size: number | null;
}

const word = fc.constantFrom("", "a", "A", "b", "ab", "a b", "B-a", "ä", "'", "10", "9");
const row: fc.Arbitrary<Row> = fc.record({
  name: word,
  kind: word,
  size: fc.option(fc.integer({ min: -3, max: 3 })),
});

/** A condition in KQL and what it means, written apart from the implementation. */
interface Condition {
  kql: string;
  holds: (row: Row) => boolean | null;
}

const column = fc.constantFrom<("name" | "kind")[]>("name", "kind");
const termsOf = (value: string) => value.split(/[^\p{L}\p{N}]+/u).filter((term) => term !== "");
const onText: Record<string, (left: string, right: string) => boolean> = {
  "==": (left, right) => left === right,
  "!=": (left, right) => left !== right,
  "=~": (left, right) => left.toLowerCase() === right.toLowerCase(),
  "!~": (left, right) => left.toLowerCase() !== right.toLowerCase(),
  contains: (left, right) =>
    left.toLowerCase().split(right.toLowerCase()).length > 1 || right === "",
  "!contains_cs": (left, right) => right !== "" && left.split(right).length === 1,
  startswith: (left, right) => left.slice(0, right.length).toLowerCase() === right.toLowerCase(),
  "!endswith": (left, right) =>
    left.slice(left.length - right.length).toLowerCase() !== right.toLowerCase() ||
    right.length > left.length,
};
const onNumber: Record<string, (left: number, right: number) => boolean> = {
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
};

const comparison: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .tuple(column, fc.constantFrom(...Object.keys(onText)), word)
    .map(([name, operator, value]) => ({
      kql: `${name} ${operator} ${literal(value)}`,
      holds: (found: Row) => onText[operator]?.(found[name], value) ?? null,
    })),
  fc.tuple(column, fc.constantFrom("a", "A", "b", "ab", "ä", "10")).map(([name, term]) => ({
    kql: `${name} has ${literal(term)}`,
    holds: (found: Row) => termsOf(found[name].toLowerCase()).includes(term.toLowerCase()),
  })),
  fc.tuple(column, fc.array(word, { minLength: 1, maxLength: 3 })).map(([name, list]) => ({
    kql: `${name} in~ (${list.map(literal).join(", ")})`,
    holds: (found: Row) => list.some((item) => item.toLowerCase() === found[name].toLowerCase()),
  })),
  fc
    .tuple(fc.constantFrom(...Object.keys(onNumber)), fc.integer({ min: -3, max: 3 }))
    .map(([operator, value]) => ({
      kql: `size ${operator} ${value}`,
      holds: ({ size }: Row) =>
        size === null ? null : (onNumber[operator]?.(size, value) ?? null),
    })),
);

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    comparison,
    fc.tuple(tie("condition"), tie("condition")).map(([a, b]) => ({
      kql: `(${a.kql} and ${b.kql})`,
      holds: (found: Row) => {
        const both = [a.holds(found), b.holds(found)];
        return both.includes(false) ? false : both.includes(null) ? null : true;
      },
    })),
    fc.tuple(tie("condition"), tie("condition")).map(([a, b]) => ({
      kql: `(${a.kql} or ${b.kql})`,
      holds: (found: Row) => {
        const both = [a.holds(found), b.holds(found)];
        return both.includes(true) ? true : both.includes(null) ? null : false;
      },
    })),
    tie("condition").map(({ kql, holds }) => ({
      kql: `not(${kql})`,
      holds: (found: Row) => {
        const value = holds(found);
        return value === null ? null : !value;
      },
    })),
  ),
}));

interface Key {
  column: keyof Row;
  direction: "" | "asc" | "desc";
  nulls: "" | "nulls first" | "nulls last";
}

const keys: fc.Arbitrary<Key[]> = fc.uniqueArray(
  fc.record({
    column: fc.constantFrom<(keyof Row)[]>("name", "kind", "size"),
    direction: fc.constantFrom<Key["direction"][]>("", "asc", "desc"),
    nulls: fc.constantFrom<Key["nulls"][]>("", "nulls first", "nulls last"),
  }),
  { minLength: 1, maxLength: 3, selector: (key) => key.column },
);

/** Sorts by insertion: slow and plain, and stable. */
function sorted(rows: Row[], by: Key[]): Row[] {
  const isBefore = (a: Row, b: Row): boolean => {
    for (const { column: name, direction, nulls } of by) {
      const [left, right] = [a[name], b[name]];
      if (left === right) continue;
      const isNullFirst = nulls === "" ? direction === "asc" : nulls === "nulls first";
      if (left === null) return isNullFirst;
      if (right === null) return !isNullFirst;
      return left < right === (direction === "asc");
    }
    return false;
  };
  const result: Row[] = [];
  for (const one of rows) {
    const at = result.findIndex((other) => isBefore(one, other));
    result.splice(at === -1 ? result.length : at, 0, one);
  }
  return result;
}

test("where, order and project answer what a naive evaluator answers", () => {
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 12 }),
      condition,
      keys,
      fc.nat(12),
      (all, where, by, top) => {
        const { answer } = createTestGraph(
          all.map(({ name, kind, size }, index) =>
            resource(name, {
              id: `/subscriptions/${SUBSCRIPTION}/${String(index).padStart(3, "0")}`,
              ...{ kind, properties: { size } },
            }),
          ),
        );
        const order = by.map(
          ({ column: name, direction, nulls }) => `${name} ${direction} ${nulls}`,
        );
        const { data, totalRecords } = answer(
          [
            "resources | extend size = toint(properties.size)",
            `where ${where.kql}`,
            `order by ${order.join(", ")}`,
            `take ${top}`,
            "project name, ['kind'] = kind, size",
          ].join(" | "),
        );
        const expected = sorted(
          all.filter((one) => where.holds(one) === true),
          by,
        ).slice(0, top);
        expect(data).toEqual(expected);
        expect(totalRecords).toBe(expected.length);
      },
    ),
    { numRuns: fuzzRuns(200) },
  );
});

test("any text for a query is answered or refused, never anything else", () => {
  const { graph } = createTestGraph([resource("a")]);
  const piece = fc.constantFrom(
    "resources",
    "|",
    "where",
    "project",
    "name",
    "==",
    "'a'",
    "(",
    ")",
    "join",
    "on",
    "id",
    "summarize",
    "count()",
    "by",
    "extend",
    "x",
    "=",
    ",",
    "1",
    "union",
    "mv-expand",
    "tags",
    "order",
    "dynamic([1])",
    "top",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ minLength: 1 }),
        fc.array(piece, { maxLength: 14 }).map((pieces) => `resources | ${pieces.join(" ")}`),
      ),
      (query) => {
        try {
          graph.query({ query }, { objectId: "o", tenantId: "t", name: "n", type: "User" });
        } catch (error) {
          expect(error).toMatchObject({ status: 400 });
        }
      },
    ),
    { numRuns: fuzzRuns(200) },
  );
});
