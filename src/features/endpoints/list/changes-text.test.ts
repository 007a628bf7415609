import { expect, test } from "vitest";
import { changesText } from "./changes-text";

const ids = (count: number) => new Set(Array.from({ length: count }, (_, at) => `${at}`));

test("says what was added, changed and taken away, and nothing of nothing", () => {
  expect(changesText({ added: ids(0), changed: ids(0), removed: ids(0) })).toBeUndefined();
  expect(changesText({ added: ids(1_200), changed: ids(0), removed: ids(1) })).toBe(
    "1,200 added, 1 gone",
  );
  expect(changesText({ added: ids(0), changed: ids(2), removed: ids(0) })).toBe("2 changed");
});
