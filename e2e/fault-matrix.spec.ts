import { accessFaults } from "./faults/access-faults";
import { conflictFaults } from "./faults/conflict-faults";
import { operationFaults } from "./faults/operation-faults";
import { checkOracles, watch } from "./faults/oracles";
import { signInFaults } from "./faults/sign-in-faults";
import { transportFaults } from "./faults/transport-faults";
import { test } from "./fixtures";

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
