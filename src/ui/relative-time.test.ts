import fc from "fast-check";
import { expect, test } from "vitest";
import { formatDateAndTime, formatRelativeTime } from "./relative-time";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test.each([
  [0, "just now"],
  [59 * SECOND, "just now"],
  [MINUTE, "1 minute ago"],
  [90 * SECOND, "1 minute ago"],
  [59 * MINUTE, "59 minutes ago"],
  [2 * HOUR, "2 hours ago"],
  [DAY, "yesterday"],
  [3 * DAY, "3 days ago"],
  [8 * DAY, "last week"],
  [400 * DAY, "last year"],
  [-5 * SECOND, "just now"],
  [-30 * SECOND, "in less than a minute"],
  [-3 * DAY, "in 3 days"],
])("%d milliseconds ago is %s", (age, words) => {
  expect(formatRelativeTime(1_000_000_000_000 - age, 1_000_000_000_000)).toBe(words);
});

test("the past is never said to come", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (age) => {
      expect(formatRelativeTime(0, age)).not.toMatch(/^in |next|tomorrow/);
    }),
  );
});

test("a date is written out, and what is none stays as Azure has it", () => {
  expect(formatDateAndTime("2026-03-01T12:00:00Z")).toContain("2026");
  expect(formatDateAndTime("yesterday")).toBe("yesterday");
});
