import fc from "fast-check";
import { expect, test } from "vitest";
import { fuzzRuns } from "../fuzz/fuzz-runs";
import { createTestGraph, resource, SUBSCRIPTION } from "./test-graph";

/** A row as the naive evaluator sees it: columns by name. */
type Row = Record<string, unknown>;

const word = fc.constantFrom("", "a", "A", "b", "ab", "b-a", "10");
const row = fc.record({
  name: word,
  kind: word,
  size: fc.option(fc.integer({ min: -3, max: 3 })),
  list: fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 3 }),
});
const rows = fc.array(row, { maxLength: 8 });

/** A step of a pipe in KQL, and the same on rows, written apart from the implementation. */
interface Step {
  kql: string;
  apply: (rows: Row[]) => Row[];
  /** True if what comes out is in no order that the documentation promises. */
  isUnordered?: boolean;
}

const columns = ["name", "kind", "size"] as const;
const someColumns = fc.uniqueArray(fc.constantFrom(...columns), { minLength: 1, maxLength: 3 });
const keyOf = (found: Row, names: readonly string[]) =>
  JSON.stringify(names.map((name) => found[name] ?? null));
const pick = (found: Row, names: readonly string[]): Row =>
  Object.fromEntries(names.map((name) => [name, found[name]]));

function distinct(found: Row[], names: readonly string[]): Row[] {
  const seen = new Map<string, Row>();
  for (const one of found) if (!seen.has(keyOf(one, names))) seen.set(keyOf(one, names), one);
  return [...seen.values()].map((one) => pick(one, names));
}

const numbersIn = (group: Row[]) =>
  group.map(({ size }) => size).filter((size): size is number => typeof size === "number");

/** Aggregates by their KQL, each on a group that is never empty. */
const aggregates: Record<string, (group: Row[]) => unknown> = {
  "count()": (group) => group.length,
  "countif(size > 0)": (group) => numbersIn(group).filter((size) => size > 0).length,
  "dcount(name)": (group) => new Set(group.map(({ name }) => name)).size,
  "sum(size)": (group) => numbersIn(group).reduce((sum, size) => sum + size, 0),
  "min(size)": (group) => {
    const numbers = numbersIn(group);
    return numbers.length > 0 ? Math.min(...numbers) : null;
  },
  "max(size)": (group) => {
    const numbers = numbersIn(group);
    return numbers.length > 0 ? Math.max(...numbers) : null;
  },
};

function grouped(found: Row[], by: readonly string[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const one of found) {
    const key = keyOf(one, by);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

const extendStep = fc
  .record({ add: fc.integer({ min: -2, max: 2 }), text: fc.constantFrom("x", "-") })
  .map(({ add, text }): Step => ({
    kql: `extend size = size + ${add}, name = strcat(name, '${text}', kind)`,
    apply: (found) =>
      found.map((one) => ({
        ...one,
        size: typeof one.size === "number" ? one.size + add : null,
        name: `${String(one.name)}${text}${String(one.kind)}`,
      })),
  }));
const iffStep = fc.integer({ min: -2, max: 2 }).map((limit): Step => ({
  kql: `extend ['kind'] = iff(size >= ${limit}, 'big', tolower(kind))`,
  apply: (found) =>
    found.map((one) => ({
      ...one,
      kind:
        typeof one.size === "number" && one.size >= limit ? "big" : String(one.kind).toLowerCase(),
    })),
}));
const notStep = fc.constantFrom(...columns).map((name): Step => ({
  kql: `where isnotempty(${name})`,
  apply: (found) => found.filter((one) => one[name] !== "" && one[name] !== null),
}));
const betweenStep = fc
  .tuple(fc.integer({ min: -3, max: 1 }), fc.nat(3))
  .map(([low, width]): Step => ({
    kql: `where size between (${low} .. ${low + width})`,
    apply: (found) =>
      found.filter(({ size }) => typeof size === "number" && size >= low && size <= low + width),
  }));
const expandStep = fc.constant<Step>({
  kql: "mv-expand item = list to typeof(long) | extend size = item | project-away item",
  apply: (found) =>
    found.flatMap((one) => {
      // A row whose array is empty is left out.
      return (one.list as number[]).map((size) => ({ ...one, size }));
    }),
});
const anyStep = fc.oneof(extendStep, iffStep, notStep, betweenStep, expandStep);

const distinctEnd = someColumns.map((names): Step => ({
  kql: `distinct ${names.join(", ")}`,
  apply: (found) => distinct(found, names),
  isUnordered: true,
}));
const summarizeEnd = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...Object.keys(aggregates)), { minLength: 1, maxLength: 3 }),
    fc.uniqueArray(fc.constantFrom("name", "kind"), { minLength: 1, maxLength: 2 }),
  )
  .map(([functions, by]): Step => ({
    kql: `summarize ${functions.map((made, index) => `v${index} = ${made}`).join(", ")} by ${by.join(", ")}`,
    apply: (found) =>
      grouped(found, by).map((group) => ({
        ...pick(group[0] ?? {}, by),
        ...Object.fromEntries(
          functions.map((made, index) => [`v${index}`, aggregates[made]?.(group)]),
        ),
      })),
    isUnordered: true,
  }));
const countEnd = fc.constant<Step>({
  kql: "count",
  apply: (found) => [{ Count: found.length }],
});
const renameEnd = fc.constant<Step>({
  kql: "project-rename caption = name | project-keep caption, size",
  apply: (found) => found.map(({ name, size }) => ({ caption: name, size })),
});
const anyEnd = fc.oneof(distinctEnd, summarizeEnd, countEnd, renameEnd);

const source =
  "resources | extend size = tolong(properties.size), list = properties.list | project name, ['kind'] = kind, size, list";

function graphOf(found: Row[]) {
  return createTestGraph(
    found.map(({ name, kind, size, list }, index) =>
      resource(String(name), {
        id: `/subscriptions/${SUBSCRIPTION}/${String(index).padStart(3, "0")}`,
        ...{ kind: String(kind), properties: { size, list } },
      }),
    ),
  );
}

const sorted = (found: readonly Row[]) =>
  found.map((one) => JSON.stringify(Object.entries(one).sort())).sort();

test("pipes of extend, where, mv-expand, distinct, summarize, count and project-* answer as a naive evaluator", () => {
  fc.assert(
    fc.property(rows, fc.array(anyStep, { maxLength: 3 }), anyEnd, (all, steps, end) => {
      // Azure allows three mv-expand; so many steps never have more.
      const query = [source, ...steps.map(({ kql }) => kql), end.kql].join(" | ");
      const { data } = graphOf(all).answer(query);
      const expected = [...steps, end].reduce<Row[]>((found, { apply }) => apply(found), all);
      if (end.isUnordered) expect(sorted(data), query).toEqual(sorted(expected));
      else expect(data, query).toEqual(expected);
    }),
    { numRuns: fuzzRuns(50) },
  );
});

/** The rows of a join on `kind`, the left's columns before the right's. */
const joins: Record<string, (left: Row[], right: Row[]) => Row[]> = {
  inner: (left, right) => left.flatMap((one) => matchesOf(one, right)),
  leftouter: (left, right) =>
    left.flatMap((one) => {
      const found = matchesOf(one, right);
      return found.length > 0 ? found : [{ ...one, kind1: "", size1: null }];
    }),
  innerunique: (left, right) =>
    grouped(left, ["kind"]).flatMap(([first]) => (first ? matchesOf(first, right) : [])),
};

function matchesOf(one: Row, right: Row[]): Row[] {
  return right
    .filter(({ kind }) => kind === one.kind)
    .map(({ kind, size }) => ({ ...one, kind1: kind, size1: size }));
}

test("joins of every kind answer as a nested loop does", () => {
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom(...Object.keys(joins)),
      fc.integer({ min: -3, max: 3 }),
      (all, kind, limit) => {
        const query = `${source} | project name, ['kind'] = kind | join kind=${kind} (${source} | where size >= ${limit} | project ['kind'] = kind, size1 = size) on ['kind']`;
        const { data } = graphOf(all).answer(query);
        const left = all.map(({ name, kind: own }) => ({ name, kind: own }));
        const right = all.filter(({ size }) => size !== null && size >= limit);
        expect(sorted(data), query).toEqual(sorted(joins[kind]?.(left, right) ?? []));
      },
    ),
    { numRuns: fuzzRuns(40) },
  );
});

test("a union is one table after the other, and top the head of a sorted one", () => {
  fc.assert(
    fc.property(rows, fc.nat(6), fc.integer({ min: -3, max: 3 }), (all, count, limit) => {
      const query = `resources | extend size = tolong(properties.size) | where size < ${limit} | project name, size | union (resources | extend size = tolong(properties.size) | where size >= ${limit} | project name, size) | top ${count} by size desc`;
      const { data } = graphOf(all).answer(query);
      const expected = all
        .flatMap(({ size }) => (size === null ? [] : [size]))
        .sort((a, b) => b - a)
        .slice(0, count);
      expect(data.map(({ size }) => size)).toEqual(expected);
    }),
    { numRuns: fuzzRuns(40) },
  );
});
