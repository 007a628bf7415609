import { expect } from "../fixtures";
import {
  ENDPOINT,
  OPERATION_STATUS,
  fillWizard,
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
            error: { code: "ProvisioningFailed", message: "The cluster refused the resource." },
          },
        },
      });
      await pressCreate(stage);
      await waitForFailure(stage);
    },
    writes: 1,
    hides: [/is created/],
    failure: {
      says: [/ProvisioningFailed/, /The cluster refused the resource/, new RegExp(typed.name)],
      nextStep: /^Retry$/,
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
    failure: { says: [/[Cc]anceled/], nextStep: /^Retry$/ },
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
    fault: "the index does not show the new endpoint for ever",
    intent: "create",
    play: async (stage) => {
      await stage.azure.settings({ graph: { lagMs: "Infinity" } });
      await fillWizard(stage);
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
    shows: [new RegExp(typed.name)],
  },
];
