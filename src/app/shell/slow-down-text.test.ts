import { expect, test } from "vitest";
import { countdown, slowDownText, slowDownTitle } from "./slow-down-text";

const at = new Date(2026, 6, 1, 10, 15, 7).getTime();

test("says what goes on, when, and in how many seconds", () => {
  const slowDown = { kind: "queries" as const, why: "throttled" as const, goesOnAt: at };
  expect(slowDownText(slowDown, at - 11_600)).toBe("Lists and searches go on at 10:15:07");
  expect(countdown(slowDown, at - 11_600)).toBe(" (in 12 s)");
});

test("says that calls are tried again once the wait is over", () => {
  const slowDown = { kind: "writes" as const, why: "throttled" as const, goesOnAt: at };
  expect(slowDownText(slowDown, at)).toBe("Changes are being tried again");
  expect(countdown(slowDown, at)).toBe("");
});

test("says that Azure is unavailable where it did not ask for less", () => {
  const throttled = { kind: "reads" as const, why: "throttled" as const, goesOnAt: at };
  const unavailable = { kind: "queries" as const, why: "unavailable" as const, goesOnAt: at };
  expect(slowDownTitle([unavailable])).toBe("Azure is unavailable for now.");
  expect(slowDownTitle([throttled, unavailable])).toBe("Azure asked to slow down.");
});
