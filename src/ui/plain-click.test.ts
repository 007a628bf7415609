import { expect, test } from "vitest";
import { isPlainClick } from "./plain-click";

const plain = { button: 0, metaKey: false, ctrlKey: false, shiftKey: false, altKey: false };

test("the left button alone is a plain click", () => {
  expect(isPlainClick(plain)).toBe(true);
});

test.each([
  { button: 1 },
  { metaKey: true },
  { ctrlKey: true },
  { shiftKey: true },
  { altKey: true },
])("%j asks the browser for something else", (change) => {
  expect(isPlainClick({ ...plain, ...change })).toBe(false);
});
