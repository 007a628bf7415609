import { expect, test } from "vitest";
import { matchCount } from "./count-of";
import { sourcesText } from "./sources-text";

const none = { fromResourceGraph: 0, fromResourceManager: 0, instancesAsked: 0, fromOwnWrites: 0 };

test("says where rows come from, leaving out what gave none", () => {
  expect(sourcesText(none)).toBeUndefined();
  expect(sourcesText({ ...none, fromResourceGraph: 3 })).toBe("All from Azure Resource Graph");
  expect(
    sourcesText({ ...none, fromResourceGraph: 38, fromResourceManager: 7, instancesAsked: 2 }),
  ).toBe("38 from Azure Resource Graph, 7 that the index does not show, read from 2 instances");
  expect(sourcesText({ ...none, fromResourceManager: 7, instancesAsked: 2 })).toBe(
    "7 read from 2 instances",
  );
  expect(sourcesText({ ...none, fromOwnWrites: 1 })).toBe(
    "1 of your own that the index does not show yet",
  );
});

test("counts what matches, in words", () => {
  expect(matchCount(1, 1)).toBe("1 registry endpoint");
  expect(matchCount(3, 1_500)).toBe("3 of 1,500 registry endpoints");
  expect(matchCount(3, 1_500, true)).toBe("At least 3 of 1,500 registry endpoints");
  expect(matchCount(1_500, 1_500, true)).toBe("1,500 registry endpoints");
});
