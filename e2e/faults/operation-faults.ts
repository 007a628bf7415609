import { expect } from "../fixtures";
import { untilSent } from "../runs";
import { expectStep } from "../wizard";
import {
  ENDPOINT,
  OPERATION_STATUS,
  fillWizard,
  passTime,
  pressCreate,
  typed,
  waitForCreated,
  waitForFailure,
} from "./acts";
import type { FaultRow } from "./fault-row";

const PUT = `PUT ${ENDPOINT}`;

export const operationFaults: FaultRow[] = [
  {
    id: "F1",
    fault: "the operation fails with a nested reason",
    intent: "create",
    play: async (stage) => {
      await fillWizard(stage);
      await stage.azure.fault({
        match: { operation: PUT },
        count: 1,
        effect: {
          lro: {
            outcome: "Failed",
            error: {
              code: "ProvisioningFailed",
              message: "The resource could not be reconciled.",
              details: [
                {
                  code: "ClusterError",
                  message: "The cluster did not accept it.",
                  innererror: { code: "QuotaReached", message: "The namespace is full." },
                },
              ],
            },
          },
        },
      });
      await pressCreate(stage);
      await waitForFailure(stage);
    },
    writes: 1,
    hides: [/is created/],
    failure: {
      says: [/ProvisioningFailed/, /The namespace is full/, new RegExp(typed.name)],
      applied: "accepted",
      nextStep: /^Retry$/,
      leadsTo: waitForCreated,
    },
  },
  {
    id: "F2",
    fault: "the operation is canceled",
    intent: "create",
    play: async (stage) => {
      await fillWizard(stage);
      await stage.azure.fault({
        match: { operation: PUT },
        count: 1,
        effect: { lro: { outcome: "Canceled" } },
      });
      await pressCreate(stage);
      await waitForFailure(stage);
    },
    writes: 1,
    hides: [/is created/],
    failure: {
      says: [/[Cc]anceled/],
      applied: "accepted",
      nextStep: /^Edit Basics$/,
      leadsTo: ({ page }) => expectStep(page, "Basics"),
    },
  },
  {
    id: "F3",
    fault: "the operation goes on for ever",
    intent: "create",
    play: async (stage) => {
      const { page } = stage;
      await page.clock.install();
      await fillWizard(stage);
      await stage.azure.fault({
        match: { operation: PUT },
        count: 1,
        effect: { lro: { outcome: "never" } },
      });
      await pressCreate(stage);
      await untilSent(stage.azure, "GET", /operationStatuses/i);
      await expect(page.getByRole("button", { name: "Creating…" })).toBeVisible();
      await passTime(stage, 31 * 60_000);
      const main = page.getByRole("main");
      await expect(main).toContainText(`“${typed.name}” is still being created`);
      await expect(main).toContainText("has not finished it after 30 minutes");

      // Leaving loses nothing, and whoever comes back waits on.
      await page.getByRole("button", { name: "Close" }).click();
      await page.getByRole("searchbox").fill(typed.name);
      await expect(page.getByRole("link", { name: typed.name })).toBeVisible();
      await page.reload();
      await page.getByRole("link", { name: "Continue or clean up" }).click();
      await expectStep(page, "Review");
      await page.getByRole("button", { name: "Keep waiting" }).click();
      await expect(page.getByRole("button", { name: "Creating…" })).toBeVisible();
    },
    writes: 1,
    hides: [/is created/],
  },
  {
    id: "F4",
    fault: "the operation's address is no longer known",
    intent: "create",
    play: async (stage) => {
      await fillWizard(stage);
      await stage.azure.fault({
        match: { operation: OPERATION_STATUS },
        effect: { status: 404, error: { code: "ResourceNotFound", message: "Gone." } },
      });
      await pressCreate(stage);
      await waitForCreated(stage);
    },
    writes: 1,
  },
  {
    id: "F5",
    fault: "it succeeds, and neither a read nor the index shows the new endpoint",
    intent: "create",
    play: async (stage) => {
      await stage.azure.settings({ graph: { lagMs: "Infinity" } });
      await fillWizard(stage);
      // The look before the PUT, then twice although the operation has succeeded.
      await stage.azure.fault({
        match: { operation: `GET ${ENDPOINT}`, path: `${typed.name}\\?` },
        count: 3,
        effect: { status: 404, error: { code: "ResourceNotFound", message: "Not found." } },
      });
      await pressCreate(stage);
      await waitForCreated(stage);
      await stage.page
        .getByRole("navigation", { name: "Portal" })
        .getByRole("link")
        .first()
        .click();
      await stage.page.getByRole("searchbox").fill(typed.name);
      await expect(stage.page.getByRole("link", { name: typed.name })).toBeVisible();
    },
    writes: 1,
    shows: [new RegExp(typed.name), /of your own that the index does not show yet/],
  },
];
