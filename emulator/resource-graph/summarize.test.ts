import { describe, expect, it, test } from "vitest";
import { createTestGraph, refusal, resource } from "./test-graph";

const { rows } = createTestGraph([
  resource("a", { kind: "red", properties: { size: 3, when: "2026-01-01", part: "x" } }),
  resource("b", { kind: "red", properties: { size: 1, when: "2026-03-01", part: "y" } }),
  resource("c", { kind: "blue", properties: { when: "2026-02-01", part: "x" } }),
  resource("d", { kind: "", properties: { size: 8 } }),
]);
const summarize = (what: string) => rows(`resources | summarize ${what}`);

describe("aggregates", () => {
  test.each([
    ["count()", 4],
    ["countif(kind == 'red')", 2],
    ["dcount(kind)", 3],
    ["sum(toint(properties.size))", 12],
    ["avg(toint(properties.size))", 4],
    ["min(toint(properties.size))", 1],
    ["max(toint(properties.size))", 8],
    ["min(name)", "a"],
    ["max(todatetime(properties.when))", "2026-03-01T00:00:00.000Z"],
    ["make_list(toint(properties.size))", [3, 1, 8]],
    ["make_list(name, 2)", ["a", "b"]],
    ["make_set(kind)", ["red", "blue", ""]],
    ["make_set(name, 1)", ["a"]],
    ["take_any(name)", "a"],
    ["any(name)", "a"],
  ])("%s is %j", (aggregate, expected) => {
    expect(summarize(`x = ${aggregate}`)).toEqual([{ x: expected }]);
  });

  test.each([
    ["count()", 0],
    ["countif(true)", 0],
    ["dcount(name)", 0],
    ["sum(toint(properties.size))", 0],
    ["avg(toint(properties.size))", null],
    ["min(name)", null],
    ["make_list(name)", []],
    ["make_set(name)", []],
    ["take_any(name)", null],
    ["arg_max(name, kind)", null],
  ])("%s over no rows is %j", (aggregate, expected) => {
    const [row, ...more] = rows(`resources | where false | summarize ${aggregate}`);
    expect(Object.values(row ?? {})[0]).toEqual(expected);
    expect(more).toEqual([]);
  });

  it("are named as Kusto names them", () => {
    const [row] = summarize("count(), dcount(kind), make_set(properties.part), max(strlen(name))");
    expect(Object.keys(row ?? {})).toEqual([
      "count_",
      "dcount_kind",
      "set_properties_part",
      "max_strlen_name",
    ]);
  });
});

describe("groups", () => {
  it("come in the order of their first rows, keys first", () => {
    expect(summarize("n = count(), names = make_list(name) by kind")).toEqual([
      { kind: "red", n: 2, names: ["a", "b"] },
      { kind: "blue", n: 1, names: ["c"] },
      { kind: "", n: 1, names: ["d"] },
    ]);
  });

  it("may be computed and several", () => {
    expect(
      rows(
        "resources | where kind != '' | summarize count() by upper = toupper(kind), tostring(properties.part)",
      ),
    ).toEqual([
      { upper: "RED", properties_part: "x", count_: 1 },
      { upper: "RED", properties_part: "y", count_: 1 },
      { upper: "BLUE", properties_part: "x", count_: 1 },
    ]);
  });

  it("without aggregates are distinct keys, and none without rows", () => {
    expect(summarize("by kind")).toEqual([{ kind: "red" }, { kind: "blue" }, { kind: "" }]);
    expect(rows("resources | where false | summarize count() by kind")).toEqual([]);
  });

  it("may be bins", () => {
    expect(
      rows(
        "resources | where isnotnull(properties.size) | summarize n = count() by size = bin(toint(properties.size), 5)",
      ),
    ).toEqual([
      { size: 0, n: 2 },
      { size: 5, n: 1 },
    ]);
  });
});

describe("arg_max and arg_min", () => {
  it("take other columns of the row", () => {
    expect(
      summarize("arg_max(todatetime(properties.when), name, properties.part), n = count()"),
    ).toEqual([
      { properties_when: "2026-03-01T00:00:00.000Z", name: "b", properties_part: "y", n: 4 },
    ]);
    expect(summarize("arg_min(toint(properties.size), name)")).toEqual([
      { properties_size: 1, name: "b" },
    ]);
  });

  it("take all of them by a star, and aggregates behind it keep their names", () => {
    expect(
      rows(
        "resources | project name, kind, size = toint(properties.size) | summarize arg_max(size, *), count(), final = max(name) by kind",
      ),
    ).toEqual([
      { kind: "red", size: 3, name: "a", count_: 2, final: "b" },
      { kind: "blue", size: null, name: "c", count_: 1, final: "c" },
      { kind: "", size: 8, name: "d", count_: 1, final: "d" },
    ]);
  });

  it("may be renamed together", () => {
    expect(summarize("(largest, owner) = arg_max(toint(properties.size), name)")).toEqual([
      { largest: 8, owner: "d" },
    ]);
  });
});

test.each(["percentile(toint(properties.size), 50)", "take_any(name, kind)", "count() + 1"])(
  "%s is refused by name",
  (aggregate) => {
    const { error } = refusal(() => summarize(aggregate));
    expect(error.details?.[1]).toMatchObject({
      code: "UnsupportedExpression",
      characterPositionInLine: 22,
      token: aggregate,
    });
  },
);
