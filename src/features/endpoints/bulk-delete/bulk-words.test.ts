import { describe, expect, test } from "vitest";
import type { BulkRow, BulkRowState } from "../../../queries/bulk-deletion/bulk-row";
import type { BulkSnapshot } from "../../../queries/bulk-deletion/bulk-deletion";
import { isAtStake } from "./bulk-board";
import {
  bulkNotification,
  cutShortNotification,
  progressWords,
  stateWords,
  stopWords,
  timeLeftWords,
} from "./bulk-words";

const failure = { title: "“a” failed", message: "Locked.", nextStep: "Unlock.", canRetry: true };

function rowsOf(
  counts: Partial<Record<BulkRowState, number>>,
  more: Partial<BulkRow> = {},
): BulkRow[] {
  return Object.entries(counts).flatMap(([state, count]) =>
    Array.from({ length: count }, (_, at) => ({
      ...{ id: `${state}${at}`, name: state, host: "" },
      ...{ instanceId: "i", instanceName: "i", subscriptionName: "s" },
      state: state as BulkRowState,
      ...more,
      ...(state === "failed" ? { failure } : {}),
      ...(state === "deleted" ? { document: { properties: {} } } : {}),
    })),
  );
}

function run(
  counts: Partial<Record<BulkRowState, number>>,
  more: Partial<BulkSnapshot> = {},
): BulkSnapshot {
  return { rows: rowsOf(counts), status: "ended", doing: "deleting", ...more };
}

test("says how far a run is", () => {
  expect(progressWords(run({ deleted: 37, failed: 2, waiting: 73, deleting: 8 }))).toBe(
    "37 of 120 deleted, 2 failed",
  );
  expect(progressWords(run({ recreated: 1, deleted: 2, failed: 5 }, { doing: "recreating" }))).toBe(
    "1 of 3 created again",
  );
});

test.each([
  [1, "About a minute left"],
  [60_001, "About 2 minutes left"],
  [89 * 60_000, "About 89 minutes left"],
  [90 * 60_000, "About 2 hours left"],
  [10 * 3_600_000, "About 10 hours left"],
])("of %i ms says %s", (ms, words) => {
  expect(timeLeftWords(ms)).toBe(words);
});

test("one that is created again alone is no part of all that could be", () => {
  const rows = rowsOf({ recreating: 1, deleted: 66 });
  const one = { rows, doing: "recreating", due: new Set(["recreating0"]) } as const;
  expect(progressWords(one)).toBe("0 of 1 created again");
  expect(progressWords({ ...one, due: undefined })).toBe("0 of 67 created again");
});

test("says what a stop has left", () => {
  expect(stopWords(run({ deleted: 1, waiting: 2 }))).toBe(
    "1 registry endpoint was deleted. 2 others were not begun: they are as before.",
  );
});

test("a row that was not begun does not wait for ever", () => {
  const [row] = rowsOf({ waiting: 1 });
  if (row === undefined) throw new Error("There is no row.");
  expect([stateWords(row, false), stateWords(row, true)]).toEqual([
    ...["Waiting", "Not deleted: not begun"],
  ]);
});

describe("the notification", () => {
  test("of a run that worked is good news", () => {
    expect(bulkNotification(run({ deleted: 1_500 }))).toMatchObject({
      intent: "success",
      title: "1,500 registry endpoints deleted",
    });
  });

  test("says what failed, and why", () => {
    expect(bulkNotification(run({ deleted: 3, failed: 2 }))).toMatchObject({
      intent: "error",
      title: "3 of 5 deleted, 2 failed",
      body: "“a” failed: Locked.",
    });
  });

  test("says that it was stopped", () => {
    expect(
      bulkNotification(run({ deleted: 3, waiting: 2 }, { stoppedBy: "person" })),
    ).toMatchObject({ intent: "warning", title: "Stopped: 3 of 5 deleted" });
  });
});

describe("what leaving the page has ended", () => {
  const due = (counts: Parameters<typeof rowsOf>[0]) => rowsOf(counts, { isDue: true });

  test("names what is deleted and was not created again", () => {
    const told = cutShortNotification({
      rows: [...due({ deleted: 2 }), ...rowsOf({ recreating: 3, recreated: 4 })],
      doing: "recreating",
    });
    expect(told).toMatchObject({
      title: "Leaving the page ended the run: 2 registry endpoints were not created again",
      body: "Not begun: deleted of i, deleted of i.",
    });
  });

  test("counts those that are too many to name", () => {
    const rows = [...due({ waiting: 150 }), ...rowsOf({ deleting: 8 })];
    const { title, body } = cutShortNotification({ rows, doing: "deleting" }) ?? {};
    expect(title).toContain("150 registry endpoints were not deleted");
    expect(body).toMatch(/, waiting of i, and 50 others\.$/);
  });

  test("is nothing where all of it was sent", () => {
    expect(cutShortNotification(run({ deleted: 5, deleting: 8 }))).toBeUndefined();
  });

  test("is nothing where the person had stopped it", () => {
    const rows = due({ waiting: 2 });
    expect(cutShortNotification({ rows, doing: "deleting", stoppedBy: "person" })).toBeUndefined();
  });
});

test("a run that a failure has stopped is at stake while it has bodies", () => {
  expect([
    isAtStake(run({ deleted: 1 }, { stoppedBy: failure })),
    isAtStake(run({ waiting: 1 }, { stoppedBy: failure })),
    isAtStake(run({ deleted: 1 }, { stoppedBy: "person" })),
    isAtStake(run({ deleted: 1 })),
    isAtStake(run({ waiting: 1 }, { status: "running" })),
  ]).toEqual([true, false, false, false, true]);
});
