import fc from "fast-check";
import { expect, test } from "vitest";
import type { BulkRow } from "./bulk-row";
import { msLeft, steadyMsLeft } from "./time-left";

const row = (more: Partial<BulkRow>): BulkRow => ({
  ...{ id: "e", name: "e", host: "h", instanceId: "i", instanceName: "i", subscriptionName: "s" },
  ...{ state: "waiting" },
  ...more,
});
const rows = (count: number, more: Partial<BulkRow>) =>
  Array.from({ length: count }, () => row(more));
const due = { isDue: true } as const;

test("what is left takes as long as what is done", () => {
  const run = [...rows(30, { state: "deleted" }), ...rows(10, { state: "failed" })];
  run.push(...rows(8, { state: "deleting" }), ...rows(72, due));
  expect(msLeft({ begunAt: 1_000, due: 120 }, run, 41_000)).toBe(80_000);
});

test("what an earlier run did or left counts as neither", () => {
  const run = [...rows(500, { state: "deleted" }), ...rows(50, { state: "waiting" })];
  run.push(...rows(25, { state: "deleted" }), ...rows(25, { ...due, state: "failed" }));
  expect(msLeft({ begunAt: 0, due: 50 }, run, 50_000)).toBe(50_000);
});

test("a few rows, or seconds, say nothing", () => {
  const run = (done: number) => [...rows(done, { state: "deleted" }), ...rows(100 - done, due)];
  expect(msLeft({ begunAt: 0, due: 100 }, run(19), 60_000)).toBeUndefined();
  expect(msLeft({ begunAt: 0, due: 100 }, run(20), 9_999)).toBeUndefined();
  expect(msLeft({ begunAt: 0, due: 100 }, run(20), 10_000)).toBe(40_000);
  expect(msLeft({ begunAt: 0, due: 100 }, run(100), 60_000)).toBeUndefined();
});

test("what is told goes down freely, and up only where it is clearly longer", () => {
  expect(steadyMsLeft(undefined, 240_000)).toBe(240_000);
  expect(steadyMsLeft(240_000, 239_999)).toBe(239_999);
  expect(steadyMsLeft(240_000, 240_001)).toBe(240_000);
  expect(steadyMsLeft(240_000, 300_000)).toBe(240_000);
  expect(steadyMsLeft(240_000, 300_001)).toBe(300_001);
  expect(steadyMsLeft(240_000, undefined)).toBeUndefined();
});

test("an estimate that sways by a tenth never sends it up and down again", () => {
  const estimates = fc.array(fc.double({ min: 0.9, max: 1.1, noNaN: true }), { minLength: 2 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), estimates, (ms, sways) => {
      const told: number[] = [];
      for (const sway of sways) told.push(steadyMsLeft(told.at(-1), ms * sway) ?? 0);
      expect(told).toEqual([...told].sort((one, other) => other - one));
    }),
  );
});
