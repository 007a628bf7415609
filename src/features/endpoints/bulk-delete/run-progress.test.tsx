import { SSRProvider } from "@fluentui/react-components";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { BulkSnapshot } from "../../../queries/bulk-deletion/bulk-deletion";
import type { WaitingReason } from "../../../queries/work/use-waiting";
import { RunProgress } from "./run-progress";

const target = { host: "h", instanceId: "i", instanceName: "i", subscriptionName: "s" };
const running: BulkSnapshot = {
  rows: [
    { ...target, id: "a", name: "a", state: "deleted" },
    { ...target, id: "b", name: "b", state: "waiting" },
  ],
  status: "running",
  doing: "deleting",
  msLeft: 200_000,
};

function textOf(change: Partial<BulkSnapshot> = {}, waiting?: WaitingReason): string {
  const markup = renderToStaticMarkup(
    <SSRProvider>
      <RunProgress run={{ ...running, ...change }} waiting={waiting} />
    </SSRProvider>,
  );
  return markup.replaceAll(/<[^>]*>/g, " ");
}

test("the time that is left stands beside how far the run is", () => {
  expect(textOf()).toMatch(/^\s*1 of 2 deleted\s+About 4 minutes left\s*$/);
});

test.each([
  ["it tells too little yet", { msLeft: undefined }, undefined],
  ["Azure asked for a long wait", { goesOnAt: 1 }, undefined],
  ["Azure asked to slow down", {}, "slow-down"],
  ["there is no network", {}, "offline"],
  ["it is being stopped", { status: "stopping" }, undefined],
] as const)("no time is told where %s", (_, change, waiting) => {
  expect(textOf(change, waiting)).toMatch(/^\s*1 of 2 deleted\s*$/);
});
