import { expect, test } from "vitest";
import { memoryStorage } from "../../lib/testing/memory-storage";
import { hasMissedDeparture, markDeparture, noteArrival } from "./missed-departures";

test("a tab that slept learns that its person has left, until they sign in there again", () => {
  const [tab, shared] = [memoryStorage(), memoryStorage()];
  noteArrival(tab, shared, "ada");
  expect(hasMissedDeparture(tab, shared, "ada")).toBe(false);
  markDeparture(shared, "grace", "1");
  expect(hasMissedDeparture(tab, shared, "ada")).toBe(false);
  markDeparture(shared, "ada", "2");
  expect(hasMissedDeparture(tab, shared, "ada")).toBe(true);
  noteArrival(tab, shared, "ada");
  expect(hasMissedDeparture(tab, shared, "ada")).toBe(false);
  markDeparture(shared, "ada", "3");
  expect(hasMissedDeparture(tab, shared, "ada")).toBe(true);
});

test("a tab that never signed in has nobody to miss, and a full storage breaks nothing", () => {
  const [tab, shared] = [memoryStorage(), memoryStorage()];
  markDeparture(shared, "ada", "1");
  expect(hasMissedDeparture(tab, shared, "ada")).toBe(false);
  const full = {
    ...memoryStorage(),
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  };
  expect(() => markDeparture(full, "ada", "2")).not.toThrow();
});
