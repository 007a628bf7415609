import { expect, it, test } from "vitest";
import { createTestGraph, refusal, resource } from "./test-graph";

const { values } = createTestGraph([
  resource("Plant", { properties: { list: ["b", "a", "B"], bag: { one: 1 }, number: 7 } }),
]);
const valueOf = (expression: string) => values(`resources | project x = ${expression}`)[0];

test.each([
  ["tostring(7)", "7"],
  ["tostring(properties.bag)", '{"one":1}'],
  ["tolower('ÄB')", "äb"],
  ["toupper('äb')", "ÄB"],
  ["strlen('abc')", 3],
  ["strcat('a', 1, 'b')", "a1b"],
  ["trim(' ', '  a b ')", "a b"],
  ["trim('ab', 'ababxab')", "x"],
  ["trim(@'\\s+', ' \\t a ')", "a"],
  ["trim('[ab]+', 'abxba')", "x"],
  ["split('a/b/c', '/')", ["a", "b", "c"]],
  ["split('a/b/c', '/', 1)", ["b"]],
  ["split('a/b/c', '/')[2]", "c"],
  ["indexof('abcabc', 'c')", 2],
  ["indexof('abcabc', 'c', 3)", 5],
  ["indexof('abc', 'x')", -1],
  ["replace_string('a.b.c', '.', '$&')", "a$&b$&c"],
  ["replace_string('abc', '', 'x')", "abc"],
  ["substring('abcdef', 2)", "cdef"],
  ["substring('abcdef', 2, 3)", "cde"],
  ["substring('abcdef', -3, 2)", "de"],
  ["substring('abcdef', 9)", ""],
  ["isempty('')", true],
  ["isempty(' ')", false],
  ["isnotempty('a')", true],
  ["not(true)", false],
  ["iff(1 > 2, 'yes', 'no')", "no"],
  ["iif(2 > 1, 'yes', 'no')", "yes"],
  ["case(false, 'a', true, 'b', 'c')", "b"],
  ["case(false, 'a', false, 'b', 'c')", "c"],
  ["coalesce(tostring(properties.absent), '', 'c')", "c"],
  ["coalesce(properties.absent, properties.number)", 7],
  ["toint('12')", 12],
  ["toint(2.9)", 2],
  ["tolong('x')", null],
  ["toreal('2.5')", 2.5],
  ["todouble('2.5')", 2.5],
  ["tobool('True')", true],
  ["tobool('x')", null],
  ["todatetime('2026-11-21')", "2026-11-21T00:00:00.000Z"],
  ["todatetime('2026-11-21T08:30')", "2026-11-21T08:30:00.000Z"],
  ["todatetime('2026-11-21T08:30:00.0000000Z')", "2026-11-21T08:30:00.000Z"],
  ["todatetime('2026-11-21T08:30:00+02:00')", "2026-11-21T06:30:00.000Z"],
  ["todatetime('5')", null],
  ["parse_json('{\"a\":[1]}').a[0]", 1],
  ["todynamic('no json')", "no json"],
  ["array_length(properties.list)", 3],
  ["array_length(properties.bag)", null],
  ["set_has_element(properties.list, 'a')", true],
  ["set_has_element(properties.list, 'A')", false],
  ["bag_keys(properties.bag)", ["one"]],
  [
    "bag_pack('a', 1, '__proto__', 'b')",
    Object.fromEntries([
      ["a", 1],
      ["__proto__", "b"],
    ]),
  ],
  ["pack('a', name)", { a: "Plant" }],
  ["pack_array(1, 'b')", [1, "b"]],
  ["strcat_array(properties.list, ', ')", "b, a, B"],
  ["now()", "2026-11-21T08:00:00.000Z"],
  ["now(-1d)", "2026-11-20T08:00:00.000Z"],
  ["ago(90m)", "2026-11-21T06:30:00.000Z"],
  ["ago(10000000d)", null],
  ["now() - ago(1h)", "01:00:00"],
  ["bin(17, 5)", 15],
  ["bin(-1, 5)", -5],
  ["bin(17, 0)", null],
  ["bin(now(), 1d)", "2026-11-21T00:00:00.000Z"],
])("%s is %j", (expression, expected) => {
  expect(valueOf(expression)).toEqual(expected);
});

it("refuses to trim by a regular expression that it does not know", () => {
  const { error } = refusal(() => valueOf("trim('(a+)+$', name)"));
  expect(error.details?.[0]?.code).toBe("UnsupportedExpression");
});
