import { expect, test } from "vitest";
import { listProgress } from "./list-progress";

type Stream = Parameters<typeof listProgress>[0];

const stream = (
  status: Stream["status"],
  [loaded, total, instancesAsked, instancesToAsk]: [number, number, number, number],
  more: Partial<Stream> = {},
): Stream => ({
  ...{ status, progress: { loaded, total, firstByName: loaded, instancesAsked, instancesToAsk } },
  ...more,
});
const cached = (state: "coming" | "cut" | "whole") => ({ savedAt: 1, total: 5_000, state });

test("a list that was read is all here, also while it is read anew", () => {
  const updatedAt = 1;
  expect(listProgress(stream("ready", [5, 5, 0, 0], { updatedAt }))).toEqual({ isReading: false });
  expect(listProgress(stream("failed", [2, 5, 0, 0], { updatedAt }))).toEqual({ isReading: false });
  expect(listProgress(stream("loading", [2, 5, 0, 0], { updatedAt }))).toEqual({
    reading: { loaded: 2, total: 5, firstByName: 2, state: "reading" },
    isReading: true,
  });
});

test("what is missing comes from the index, then from instances whose number of rows nobody knows", () => {
  expect(listProgress(stream("loading", [2, 5, 0, 0])).missing).toEqual({
    total: 5,
    from: "index",
  });
  expect(listProgress(stream("loading", [5, 5, 1, 3]))).toEqual({
    asking: { asked: 1, total: 3, state: "reading" },
    missing: { from: "instances" },
    isReading: true,
  });
});

test.each(["paused", "failed", "stopped"] as const)("nothing brings them while %s", (status) => {
  const state = status === "paused" ? "paused" : "stopped";
  expect(listProgress(stream(status, [2, 5, 0, 0]))).toEqual({
    reading: { loaded: 2, total: 5, firstByName: 2, state },
    missing: { total: 5 },
    isReading: false,
  });
  expect(listProgress(stream(status, [5, 5, 1, 3]))).toMatchObject({
    asking: { asked: 1, total: 3, state },
    missing: {},
  });
});

test("rows of an earlier visit are all, once they are here", () => {
  const reading = stream("loading", [1, 3, 0, 0]);
  expect(listProgress(reading, cached("coming")).missing).toEqual({ total: 5_000, from: "cache" });
  expect(listProgress(stream("paused", [0, 0, 0, 0]), cached("coming")).missing?.from).toBe(
    "cache",
  );
  expect(listProgress(reading, cached("cut")).missing).toEqual({ total: 5_000, from: "index" });
  expect(listProgress(reading, cached("whole")).missing).toBeUndefined();
  const more = stream("loading", [1_000, 6_000, 0, 0]);
  expect(listProgress(more, cached("whole")).missing).toEqual({ total: 6_000, from: "index" });
});
