import { expect, test } from "vitest";
import { createTestGraph, refusal, resource } from "./test-graph";

const { values } = createTestGraph([resource("Plant-One"), resource("plant-12")]);
const matching = (pattern: string) =>
  values(`resources | where name matches regex '${pattern}' | project name | order by name asc`);

test.each([
  ["^Plant", ["Plant-One"]],
  ["(?i)^PLANT", ["Plant-One", "plant-12"]],
  ["[0-9]+$", ["plant-12"]],
  ["t-(?:One|1)", ["Plant-One", "plant-12"]],
  ["^[a-z](?:[a-z-]{0,61}[0-9]+)?$", ["plant-12"]],
  [String.raw`\\d{3}`, []],
])("matches regex %s", (pattern, names) => {
  expect(matching(pattern)).toEqual(names);
});

test.each(["(?=P)", "(?<!P)l", String.raw`(a)\\1`, String.raw`\\pL`, "[[:alpha:]]", "(a+)+", "("])(
  "the expression %s is refused: RE2 has it not, or reads it otherwise",
  (pattern) => {
    expect(refusal(() => matching(pattern)).status).toBe(400);
  },
);

test("the expression must be written out", () => {
  expect(refusal(() => values("resources | where name matches regex tolower(name)")).status).toBe(
    400,
  );
});
