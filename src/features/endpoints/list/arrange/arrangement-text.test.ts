import { expect, test } from "vitest";
import { groupText, sortText } from "./arrangement-text";

test("says what rows are sorted by, in order, and how", () => {
  expect(
    sortText([
      { column: "name", direction: "asc" },
      { column: "host", direction: "desc" },
    ]),
  ).toBe("Sorted by Name, ascending, then Host, descending");
});

test("says what rows are grouped by, and in how many groups as far as that is known", () => {
  expect(groupText("instance", 500, true)).toBe("Grouped by Instance, 500 groups");
  expect(groupText("host", 1, false)).toBe("Grouped by Host, 1 group so far");
  expect(groupText(undefined, 0, true)).toBe("Not grouped");
});
