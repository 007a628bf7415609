import { expect, test } from "vitest";
import { selectionText } from "./selection-text";

test("says how many are selected, and how many of them the filters hide", () => {
  expect(selectionText(0, 0)).toBe("Nothing selected");
  expect(selectionText(1_200, 0)).toBe("1,200 selected");
  expect(selectionText(12, 3)).toBe("12 selected, 3 of them not shown");
  expect(selectionText(3, 3)).toBe("3 selected, none of them shown");
});

test("says of a list that is still loading what is not selected, or will be", () => {
  expect(selectionText(1_000, 0, { missing: 99_000, isGrowing: false })).toBe(
    "1,000 selected, all that are here; 99,000 more are not here yet",
  );
  expect(selectionText(1_000, 1, { missing: 99_000, isGrowing: true })).toBe(
    "1,000 selected, 1 of them not shown; 99,000 more will be once they are here",
  );
});
