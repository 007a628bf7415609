import { accessFaults } from "./faults/access-faults";
import { clientFaults } from "./faults/client-faults";
import { conflictFaults } from "./faults/conflict-faults";
import { contentFaults } from "./faults/content-faults";
import type { FaultRow } from "./faults/fault-row";
import { graphFaults } from "./faults/graph-faults";
import { operationFaults } from "./faults/operation-faults";
import { checkOracles, watch } from "./faults/oracles";
import { serverFaults } from "./faults/server-faults";
import { signInFaults } from "./faults/sign-in-faults";
import { throttlingFaults } from "./faults/throttling-faults";
import { transportFaults } from "./faults/transport-faults";
import { expect, test } from "./fixtures";
import { BRIEF_OPERATIONS } from "./runs";

const rows = [
  ...signInFaults,
  ...accessFaults,
  ...conflictFaults,
  ...throttlingFaults,
  ...serverFaults,
  ...transportFaults,
  ...contentFaults,
  ...operationFaults,
  ...graphFaults,
  ...clientFaults,
];

/** Rows that sign in again, in the same tab or another. */
const ofSessions = [...signInFaults, ...clientFaults];

test.describe("fault matrix", () => {
  test.use(BRIEF_OPERATIONS);
  test.describe(() => {
    test.use({ signsInAnew: true });
    ofSessions.forEach(play);
  });
  rows.filter((row) => !ofSessions.includes(row)).forEach(play);
});

function play(row: FaultRow): void {
  test(`${row.id} ${row.fault}`, async ({ page, context, azure, openAs }) => {
    const watched = await watch(context);
    const { announcements } = watched;
    const stage = { page, context, azure, openAs, announcements };
    await row.play(stage);
    await checkOracles(row, stage, watched);
  });
}

/** Faults of each family: sign-in, access, conflicts, Azure's load, transport, operations, index, browser. */
const FAMILIES = { A: 9, B: 5, C: 7, D: 9, E: 7, F: 5, G: 3, H: 3 };

test("every fault of the matrix has a row", () => {
  const all = Object.entries(FAMILIES).flatMap(([family, count]) =>
    Array.from({ length: count }, (_, index) => `${family}${index + 1}`),
  );
  expect(rows.map(({ id }) => id).sort()).toEqual(all.sort());
});
