import { expect, test } from "vitest";
import type { WorkEnd } from "../../queries/work/work";
import { workNotification } from "./work-notification";

function failed(more: Partial<WorkEnd["record"]>): WorkEnd {
  const record: WorkEnd["record"] = {
    ...{ id: "/x/a", kind: "create", runId: "r", tabId: "t", startedAt: 1, phase: "preparing" },
    ...{ steps: [], made: { secretSync: false, entries: [], vaultSecrets: [] } },
    failure: {
      ...{ title: "“a” failed", message: "Sign in.", nextStep: "Sign in.", canRetry: true },
      code: "SignInRequired",
    },
    ...more,
  };
  return { record, status: "failed", isElsewhere: false, isAttended: false };
}

test("a sign-in that is over is asked for, and not told", () => {
  expect(workNotification(failed({}))).toBeUndefined();
});

test("what was not created again for want of a sign-in is named", () => {
  expect(workNotification(failed({ isBulk: true }))?.title).toBe("“a” failed");
});
