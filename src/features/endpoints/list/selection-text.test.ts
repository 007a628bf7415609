import { expect, test } from "vitest";
import { selectionText } from "./selection-text";

test("says how many are selected, and how many of them the filters hide", () => {
  expect(selectionText(0, 0)).toBe("Nothing selected");
  expect(selectionText(1_200, 0)).toBe("1,200 selected");
  expect(selectionText(12, 3)).toBe("12 selected, 3 of them not shown");
  expect(selectionText(3, 3)).toBe("3 selected, none of them shown");
});
