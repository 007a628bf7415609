import { expect, it, test } from "vitest";
import { createTestGraph, refusal } from "./test-graph";

const graph = createTestGraph();
const refused = (query: string) => refusal(() => graph.answer(query));

test.each([
  ["an unknown table", "virtualmachines | count", "UnknownTable", 1, 0, "virtualmachines"],
  ["an unknown column", "resources | project nme", "ParserFailure", 1, 20, "nme"],
  ["an unknown function", "resources | where foo(name)", "ParserFailure", 1, 18, "foo"],
  ["an unknown operator", "resources | wherever name", "ParserFailure", 1, 12, "wherever"],
  ["a missing expression", "resources | where", "ParserFailure", 1, 17, "<EOF>"],
  ["an open literal", "resources | where name == 'a", "ParserFailure", 1, 28, "<EOF>"],
  ["one = for two", "resources | where name = 'a'", "ParserFailure", 1, 18, "name = 'a'"],
  ["order by dynamic", "resources | order by tags", "ParserFailure", 1, 21, "tags"],
  ["a column twice", "resources | project name, name", "ParserFailure", 1, 26, "name"],
  ["the second line", "resources\n| project id\n| where nme == 'x'", "ParserFailure", 3, 8, "nme"],
  ["a query without a table", "project nme", "ParserFailure", 1, 8, "nme"],
  ["the first of several mistakes", "resources | project aa, bb", "ParserFailure", 1, 20, "aa"],
  ["only white space", "  ", "ParserFailure", 1, 2, ""],
  ["let", "let x = 1; resources", "ParserFailure", 1, 0, "let"],
  ["an operator that Azure has not", "resources | render table", "ParserFailure", 1, 12, "render"],
  ["a negative count", "resources | take -1", "ParserFailure", 1, 17, "-"],
  ["a computed count", "resources | take toint('1')", "ParserFailure", 1, 17, "toint('1')"],
  [
    "a function that is not known",
    "resources | project x = hash(name)",
    "UnsupportedExpression",
    1,
    24,
    "hash(name)",
  ],
  [
    "an operator on text that is not known",
    "resources | where name has_any ('a')",
    "UnsupportedExpression",
    1,
    18,
    "name has_any ('a')",
  ],
  [
    "a parameter of union",
    "union withsource = t resources",
    "ParserFailure",
    1,
    6,
    "withsource = t",
  ],
  [
    "four tables",
    "resources | union resources, resources, resources",
    "ParserFailure",
    1,
    12,
    "union",
  ],
  [
    "a parameter of mv-expand",
    "resources | mv-expand with_itemindex=i tags",
    "ParserFailure",
    1,
    22,
    "with_itemindex=i",
  ],
  [
    "several columns to expand",
    "resources | mv-expand tags, sku",
    "ParserFailure",
    1,
    12,
    "mv-expand",
  ],
  [
    "a fourth mv-expand",
    `resources${" | mv-expand tags".repeat(4)}`,
    "ParserFailure",
    1,
    63,
    "mv-expand",
  ],
])("%s is refused with its place", (_, query, code, line, characterPositionInLine, token) => {
  const { status, error } = refused(query);
  expect(status).toBe(400);
  expect(error.code).toBe("BadRequest");
  expect(error.details).toHaveLength(2);
  expect(error.details?.[0]).toEqual({
    code: "InvalidQuery",
    message:
      "Query is invalid. Please refer to the documentation for the Azure Resource Graph service and fix the error before retrying.",
  });
  expect(error.details?.[1]).toMatchObject({ code, line, characterPositionInLine, token });
});

it("says what was expected where one token is missing", () => {
  expect(refused("resources | where (name == 'a'").error.details?.[1]).toMatchObject({
    token: "<EOF>",
    expectedToken: ")",
  });
});
