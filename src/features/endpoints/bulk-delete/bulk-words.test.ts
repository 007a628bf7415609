import { describe, expect, test } from "vitest";
import type { BulkRow, BulkRowState } from "../../../queries/bulk-deletion/bulk-row";
import type { BulkSnapshot } from "../../../queries/bulk-deletion/bulk-deletion";
import { isAtStake } from "./bulk-board";
import {
  bulkNotification,
  cutShortNotification,
  endWords,
  progressWords,
  runTitle,
  stateWords,
  timeLeftWords,
} from "./bulk-words";

const refused = {
  ...{ title: "“notRecreated” could not be created again", message: "Refused." },
  ...{ nextStep: "Wait.", canRetry: true },
};
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
      ...(state === "notRecreated" ? { failure: refused } : {}),
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
  const rows = [
    ...rowsOf({ recreated: 1, deleted: 2 }, { isOfRun: true }),
    ...rowsOf({ failed: 5 }),
  ];
  expect(progressWords({ rows, doing: "recreating" })).toBe("1 of 3 created again");
});

test("what stopped the run is told of it, and what was not tried again is not counted as failed", () => {
  const signIn = { title: "Signed out", message: "Sign in again.", nextStep: "", canRetry: true };
  const rows = [
    ...rowsOf({ deleted: 3, waiting: 4 }, { isDue: false }),
    ...rowsOf({ failed: 2 }, { isDue: true }),
  ];
  const stopped: BulkSnapshot = { rows, status: "ended", doing: "deleting", stoppedBy: signIn };
  expect(bulkNotification(stopped)).toMatchObject({
    ...{ intent: "error", title: "Stopped: 3 of 9 deleted", body: "Signed out: Sign in again." },
  });
  const byPerson = bulkNotification({ ...stopped, stoppedBy: "person" });
  expect(byPerson).toMatchObject({ intent: "warning", title: "Stopped: 3 of 9 deleted" });
  expect(byPerson.body).toBeUndefined();
});

test("what was created again is no part of a deletion that goes on", () => {
  const goesOn = { recreated: 16, deleted: 30, waiting: 60, notRecreated: 1 };
  expect(progressWords(run(goesOn))).toBe("31 of 91 deleted");
  const over = run({ recreated: 16, deleted: 90 });
  expect(runTitle(over)).toBe("90 registry endpoints deleted");
  expect(bulkNotification(over)).toMatchObject({
    ...{ intent: "success", title: "90 registry endpoints deleted" },
  });
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

describe("one that is created again alone", () => {
  /** One in a state, beside others that were created again before, that could be, and that were not deleted. */
  const one = (state: BulkRowState, more: Partial<BulkSnapshot> = {}): BulkSnapshot => ({
    rows: [
      ...rowsOf({ failed: 1, recreated: 3, deleted: 60, waiting: 2 }),
      ...rowsOf({ [state]: 1 }, { isOfRun: true }),
    ],
    status: "ended",
    doing: "recreating",
    ...more,
  });

  test("is counted alone", () => {
    expect(progressWords(one("recreating"))).toBe("0 of 1 created again");
    expect(progressWords(one("recreated"))).toBe("1 of 1 created again");
  });

  test("is named in the title", () => {
    expect([
      runTitle(one("recreating", { status: "running" })),
      runTitle(one("recreated")),
      runTitle(one("notRecreated")),
    ]).toEqual([
      "Creating “recreating” again…",
      "“recreated” created again",
      "“notRecreated” could not be created again",
    ]);
  });

  test("is named in the notification, with its own failure", () => {
    const told = bulkNotification(one("recreated"));
    expect(told).toMatchObject({ intent: "success", title: "“recreated” created again" });
    expect(told.body).toBeUndefined();
    expect(bulkNotification(one("notRecreated"))).toMatchObject({
      intent: "error",
      title: "“notRecreated” could not be created again",
      body: "Refused.",
    });
    const { rows, ...again } = one("notRecreated", { stoppedBy: "person" });
    const untried = {
      ...again,
      rows: rows.map((row) => ({ ...row, isDue: row.isOfRun === true })),
    };
    const toldOfUntried = bulkNotification(untried);
    expect(toldOfUntried, "it failed before, and was not tried again").toMatchObject({
      intent: "warning",
      title: "Stopped: “notRecreated” was not created again",
    });
    expect(toldOfUntried.body).toBeUndefined();
    expect(bulkNotification(one("deleted", { stoppedBy: "person" }))).toMatchObject({
      intent: "warning",
      title: "Stopped: “deleted” was not created again",
    });
  });
});

describe("the end of a run", () => {
  test("says what a stop has left", () => {
    const stopped = { stoppedBy: "person" } as const;
    expect(endWords(run({ deleted: 1, failed: 1, waiting: 2 }, stopped))).toBe(
      "1 registry endpoint was deleted. 1 failed, and says why below. 2 others were not begun: they are as before.",
    );
    const rows = [
      ...rowsOf({ recreated: 5, deleted: 1 }, { isOfRun: true }),
      ...rowsOf({ waiting: 1 }),
    ];
    expect(endWords({ rows, doing: "recreating", ...stopped })).toBe(
      "5 registry endpoints were created again. 1 other was not begun: it is still deleted. " +
        "1 other of the deletion was not begun: it is as before.",
    );
  });

  test("says what was not begun to be deleted, whatever was done since", () => {
    const rows = [...rowsOf({ recreated: 1 }, { isOfRun: true }), ...rowsOf({ waiting: 4 })];
    expect(endWords({ rows, doing: "recreating" })).toBe(
      "4 others of the deletion were not begun: they are as before.",
    );
    expect(endWords({ rows, doing: "recreating", stoppedBy: "person" })).toBe(
      "“recreated” created again. 4 others of the deletion were not begun: they are as before.",
    );
    expect(endWords(run({ deleted: 3, waiting: 4 }))).toBe(
      "4 others were not begun: they are as before.",
    );
  });

  test("says nothing where all was begun", () => {
    expect(endWords(run({ deleted: 3, failed: 2 }))).toBe("");
  });
});

test("a row that was not begun does not wait for ever", () => {
  const wordsOf = (isDue: boolean, isOver: boolean) =>
    rowsOf({ waiting: 1 }, { isDue }).map((row) => stateWords(row, isOver));
  expect(wordsOf(true, false)).toEqual(["Waiting"]);
  // What a stop has left, while something else is done.
  expect(wordsOf(false, false)).toEqual(["Not deleted: not begun"]);
  expect(wordsOf(true, true)).toEqual(["Not deleted: not begun"]);
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
