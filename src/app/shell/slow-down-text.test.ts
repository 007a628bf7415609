import { expect, test } from "vitest";
import { countdown, slowDownText } from "./slow-down-text";

const at = new Date(2026, 6, 1, 10, 15, 7).getTime();

test("says what goes on, when, and in how many seconds", () => {
  const slowDown = { kind: "queries" as const, goesOnAt: at };
  expect(slowDownText(slowDown, at - 11_600)).toBe("Lists and searches go on at 10:15:07");
  expect(countdown(slowDown, at - 11_600)).toBe(" (in 12 s)");
});

test("says that calls are tried again once the wait is over", () => {
  const slowDown = { kind: "writes" as const, goesOnAt: at };
  expect(slowDownText(slowDown, at)).toBe("Changes are being tried again");
  expect(countdown(slowDown, at)).toBe("");
});
