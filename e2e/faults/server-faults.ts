import { expect } from "../fixtures";
import {
  ENDPOINT,
  GRAPH,
  createdId,
  fillWizard,
  listed,
  passTime,
  pressCreate,
  pressRetry,
  untilAnswered,
  untilComplete,
  waitForCreated,
  waitForFailure,
} from "./acts";
import type { FaultRow, Stage } from "./fault-row";
import { expectFailure } from "./oracles";

const PUT = `PUT ${ENDPOINT}`;
const BROKEN = {
  status: 500,
  error: { code: "InternalServerError", message: "It broke." },
};
/** Longer than anybody waits in a test: whoever asked has to be told, and stops. */
const SLOW = { delayMs: 30_000 };

/** Methods of the calls on the created endpoint itself, oldest first. */
async function callsOnCreated({ azure }: Stage): Promise<string> {
  const calls = (await azure.requests()).filter(
    ({ method, path }) => method !== "OPTIONS" && path.startsWith(`${createdId}?`),
  );
  return calls.map(({ method }) => method).join(" ");
}

/** What is asked for is slow: the page says so after ten seconds, is stopped, and reads it again. */
async function stopAndReadAgain({ page, azure }: Stage): Promise<void> {
  const main = page.getByRole("main");
  await expect(main.locator("[aria-busy=true]")).toBeVisible();
  await expect(main).not.toContainText("Still waiting");
  await page.clock.fastForward(10_000);
  await expect(main).toContainText("Still waiting for Azure");
  await page.getByRole("button", { name: "Stop loading" }).click();
  await expect(main).toContainText("Loading was stopped");
  const again = page.getByRole("button", { name: "Load again" });
  await expect(again).toBeFocused();
  await azure.clearFaults();
  await again.click();
}

export const serverFaults: FaultRow[] = [
  {
    id: "D5",
    fault: "500 once, for a query and for the PUT",
    intent: "create",
    play: async (stage) => {
      await stage.azure.fault({ match: { operation: GRAPH }, count: 1, effect: BROKEN });
      await fillWizard(stage);
      await stage.azure.fault({ match: { operation: PUT }, count: 1, effect: BROKEN });
      await pressCreate(stage);
      await waitForCreated(stage);
      expect(await callsOnCreated(stage)).toContain("PUT GET PUT GET");
    },
    writes: 1,
  },
  {
    id: "D7",
    fault: "an answer takes half a minute",
    intent: "list",
    play: async (stage) => {
      const { page, azure, openAs } = stage;
      await page.clock.install();
      await azure.fault({ match: { operation: `GET ${ENDPOINT}` }, effect: SLOW });
      await openAs("admin", `/endpoints${listed.id}`);
      await stopAndReadAgain(stage);
      await expect(page.getByRole("region", { name: "Essentials" })).toBeVisible();

      await azure.fault({ match: { operation: GRAPH }, effect: SLOW });
      await page.goto(`/endpoints?q=${listed.name}`);
      await stopAndReadAgain(stage);
      await expect(page.getByRole("link", { name: listed.name })).toBeVisible();
    },
    writes: 0,
    hides: [/Still waiting|was stopped/],
  },
  {
    id: "D8",
    fault: "the PUT is never answered: once before it is applied, once after",
    intent: "create",
    play: async (stage) => {
      await stage.page.clock.install();
      await fillWizard(stage);
      await stage.azure.fault({
        match: { operation: PUT },
        count: 1,
        // It ends before the next test begins, and long after the page has given it up.
        effect: { delayMs: 4_000, reset: "before" },
      });
      await stage.azure.fault({
        match: { operation: PUT },
        count: 1,
        effect: { delayAfterMs: 4_000, reset: "after" },
      });
      await pressCreate(stage);
      await expect.poll(() => callsOnCreated(stage)).toContain("PUT");
      await passTime(stage, 119_000);
      await expect(stage.page.getByRole("button", { name: "Creating…" })).toBeVisible();
      expect(await callsOnCreated(stage)).toMatch(/PUT$/);
      await passTime(stage, 2_000);
      // Read and found missing, then sent again: this time it is applied, and the page does not learn of it.
      await expect.poll(() => callsOnCreated(stage)).toMatch(/PUT GET PUT$/);
      await passTime(stage, 121_000);
      await waitForFailure(stage);
      await expectFailure(
        { says: [/did not answer within/], applied: "unknown", nextStep: /^Retry$/ },
        stage,
      );
      await pressRetry(stage);
      await waitForCreated(stage);
      expect((await callsOnCreated(stage)).match(/PUT/g)).toHaveLength(2);
    },
    writes: 1,
    unanswered: 1,
  },
  {
    id: "D9",
    fault: "Resource Graph fails altogether",
    intent: "list",
    play: async (stage) => {
      const { page, azure, openAs } = stage;
      await page.clock.install();
      await azure.fault({ match: { operation: GRAPH }, effect: BROKEN });
      await openAs("admin", `/endpoints?q=${listed.name}`);
      for (const [at, second] of [1, 2, 4].entries()) {
        await untilAnswered(stage, 500, 2 * (at + 1));
        await passTime(stage, second * 1_250);
      }
      await expect(page.getByRole("link", { name: listed.name })).toBeVisible();
    },
    writes: 0,
    failure: {
      says: [
        /may not be complete/,
        /Azure Resource Graph failed \(InternalServerError: It broke\./,
      ],
      applied: "read",
      nextStep: /^Refresh$/,
      leadsTo: untilComplete,
    },
  },
];
