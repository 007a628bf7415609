import { accessFaults } from "./faults/access-faults";
import { conflictFaults } from "./faults/conflict-faults";
import { operationFaults } from "./faults/operation-faults";
import { checkOracles, watch } from "./faults/oracles";
import { signInFaults } from "./faults/sign-in-faults";
import { transportFaults } from "./faults/transport-faults";
import { rowsElsewhere } from "./faults/rows-elsewhere";
import { expect, test } from "./fixtures";

const rows = [
  ...signInFaults,
  ...accessFaults,
  ...conflictFaults,
  ...transportFaults,
  ...operationFaults,
];

test.describe("fault matrix", () => {
  for (const row of rows) {
    test(`${row.id} ${row.fault}`, async ({ page, context, azure, openAs }) => {
      const watched = await watch(page);
      const stage = { page, context, azure, openAs };
      await row.play(stage);
      await checkOracles(row, stage, watched);
    });
  }
});

/** Faults of each family: sign-in, access, conflicts, Azure's load, transport, operations, index, browser. */
const FAMILIES = { A: 9, B: 5, C: 7, D: 9, E: 7, F: 5, G: 3, H: 3 };

test("every fault of the matrix has a row, or says where it is played", () => {
  const all = Object.entries(FAMILIES).flatMap(([family, count]) =>
    Array.from({ length: count }, (_, index) => `${family}${index + 1}`),
  );
  const listed = [...rows, ...rowsElsewhere].map(({ id }) => id);
  expect(listed.sort()).toEqual(all.sort());
});
