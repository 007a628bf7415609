import { describe, expect, it, test } from "vitest";
import { createTestGraph, resource } from "./test-graph";

const { values } = createTestGraph([
  resource("Plant-One", {
    tags: { site: "Zürich" },
    properties: {
      text: 'it\'s a "vault"',
      number: 7,
      fraction: 7.5,
      digits: "12",
      yes: true,
      list: ["b", "a", "B"],
      bag: { one: 1, two: { three: 3 } },
      "odd name": "odd",
      created: "2026-11-20T08:00:00Z",
      nothing: null,
      "Microsoft.IoTOperations": "namespaced",
    },
  }),
]);
const valueOf = (expression: string) => values(`resources | project x = ${expression}`)[0];

test.each([
  // == and !=: case counts
  ["name == 'Plant-One'", true],
  ["name == 'plant-one'", false],
  ["name != 'plant-one'", true],
  ["properties.number == 7", true],
  ["properties.yes == true", true],
  ["properties.yes == false", false],
  ["properties.yes == 'true'", true],
  ["properties.digits == 12", true],
  // =~ and !~
  ["name =~ 'PLANT-ONE'", true],
  ["name =~ 'plant'", false],
  ["name !~ 'PLANT-ONE'", false],
  ["'ZÜRICH' =~ tags.site", true],
  // contains
  ["name contains 'NT-O'", true],
  ["name contains ''", true],
  ["name !contains 'NT-O'", false],
  ["name contains_cs 'NT-O'", false],
  ["name contains_cs 'nt-O'", true],
  ["name !contains_cs 'NT-O'", true],
  // startswith, endswith
  ["name startswith 'PLANT'", true],
  ["name !startswith 'PLANT'", false],
  ["name startswith_cs 'PLANT'", false],
  ["name !startswith_cs 'PLANT'", true],
  ["name endswith 'ONE'", true],
  ["name !endswith 'ONE'", false],
  ["name endswith_cs 'ONE'", false],
  ["name !endswith_cs 'ONE'", true],
  // has: whole terms only
  ["name has 'plant'", true],
  ["name has 'lant'", false],
  ["name has 'plant-one'", true],
  ["name has 'plan'", false],
  ["name !has 'plan'", true],
  ["name has_cs 'plant'", false],
  ["name has_cs 'Plant'", true],
  ["name !has_cs 'plant'", true],
  ["'one_two' has 'one'", true],
  ["'aplant plant' has 'plant'", true],
  ["type has 'microsoft.keyvault'", true],
  // in
  ["name in ('a', 'Plant-One')", true],
  ["name in ('a', 'plant-one')", false],
  ["name !in ('a', 'plant-one')", true],
  ["name in~ ('a', 'plant-one')", true],
  ["name !in~ ('a', 'plant-one')", false],
  ["name in (dynamic(['a', 'Plant-One']))", true],
  ["name in~ (dynamic(['a', 'plant-one']))", true],
  ["properties.number in (6, 7)", true],
  // order
  ["properties.number > 6", true],
  ["properties.number >= 7", true],
  ["properties.number < 7", false],
  ["properties.number <= 7", true],
  ["properties.number between (7 .. 9)", true],
  ["properties.number between (8 .. 9)", false],
  ["properties.number !between (8 .. 9)", true],
  ["todatetime(properties.created) < now()", true],
  ["todatetime(properties.created) > ago(23h)", false],
  ["todatetime(properties.created) == datetime(2026-11-20 08:00)", true],
  // arithmetic
  ["1 + 2 * 3", 7],
  ["-(1 - 3)", 2],
  ["+3", 3],
  ["7 / 2", 3],
  ["-7 / 2", -3],
  ["7.0 / 2", 3.5],
  ["properties.number / 2", 3],
  ["properties.fraction / 2", 3.75],
  ["1 / 0", null],
  ["7 % 4", 3],
  ["-7 % 4", 1],
  // paths
  ["properties.bag.two.three", 3],
  ["properties['odd name']", "odd"],
  ["properties['Microsoft.IoTOperations']", "namespaced"],
  ["properties.list[0]", "b"],
  ["properties.list[-1]", "B"],
  ["properties.list[9]", null],
  ["properties.list.length", null],
  ["properties.toString", null],
  ["name", "Plant-One"],
  ["['name']", "Plant-One"],
  // logic
  ["true and not(false) or false", true],
  ["(true or false) and false", false],
  // literals
  ["true", true],
  ["1.5", 1.5],
  ["'a' 'b'", "ab"],
  ['"it\'s"', "it's"],
  ["'it\\'s'", "it's"],
  ["@'C:\\dir'", "C:\\dir"],
  ["'\\u0041\\ud83d\\ude00\\t'", "A😀\t"],
  ["datetime(2026-01-02)", "2026-01-02T00:00:00.000Z"],
  ["datetime(2026-01-02 03:04:05)", "2026-01-02T03:04:05.000Z"],
  ["datetime(null)", null],
  ["1d + 2h + 3m + 4s", "1.02:03:04"],
  ["0s - 1500ms", "-00:00:01.5000000"],
  ["guid(74be27de-1e4e-49d9-b579-fe0b331d3642)", "74be27de-1e4e-49d9-b579-fe0b331d3642"],
  [
    "dynamic({'a': [1, -2, \"it's\"], \"b\": null, 'c\"d': true})",
    { a: [1, -2, "it's"], b: null, 'c"d': true },
  ],
])("%s is %j", (expression, expected) => {
  expect(valueOf(expression)).toEqual(expected);
});

describe("null", () => {
  test.each([
    ["properties.absent == 'a'", false],
    ["properties.absent != 'a'", true],
    ["properties.absent == properties.nothing", null],
    ["properties.absent != properties.nothing", null],
    ["properties.absent =~ ''", true],
    ["properties.absent !contains 'a'", true],
    ["properties.absent > 1", null],
    ["properties.absent between (1 .. 2)", null],
    ["properties.absent in ('a')", false],
    ["properties.absent !in ('a')", true],
    ["properties.absent + 1", null],
    ["-properties.absent", null],
    ["properties.absent.deeper", null],
    ["not(properties.absent > 1)", null],
    // Three values: a known false or true decides, everything else stays unknown.
    ["properties.absent > 1 and true", null],
    ["properties.absent > 1 and false", false],
    ["false and properties.absent > 1", false],
    ["properties.absent > 1 or true", true],
    ["true or properties.absent > 1", true],
    ["properties.absent > 1 or false", null],
    ["not(properties.absent > 1 and true)", null],
    ["isnull(properties.nothing)", true],
    ["isnotnull(properties.number)", true],
    ["isnull(tostring(properties.nothing))", false],
    ["isempty(properties.nothing)", true],
    ["tostring(properties.nothing)", ""],
    ["toint(properties.nothing)", null],
    ["todatetime('no date')", null],
  ])("%s is %j", (expression, expected) => {
    expect(valueOf(expression)).toEqual(expected);
  });

  it("is not true for where", () => {
    expect(values("resources | where properties.absent > 1")).toEqual([]);
    expect(values("resources | where not(properties.absent > 1)")).toEqual([]);
  });
});
