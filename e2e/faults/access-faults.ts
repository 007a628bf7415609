import { instanceIds } from "../../emulator/scenarios/contoso-names";
import { expect } from "../fixtures";
import { nameOf } from "../names";
import { openKeyVaultFields } from "../wizard";
import {
  ENDPOINT,
  OPERATION_STATUS,
  fillWizard,
  openList,
  pressCreate,
  pressRetry,
  typed,
  waitForCreated,
  waitForFailure,
} from "./acts";
import type { FaultRow } from "./fault-row";

const FORBIDDEN = {
  status: 403,
  error: {
    code: "AuthorizationFailed",
    message:
      "The client 'ada' with object id 'x' does not have authorization to perform action 'Microsoft.IoTOperations/instances/registryEndpoints/write' over scope '/subscriptions/s/resourceGroups/rg' or the scope is invalid.",
  },
};
const WRITE_ACTION = /Microsoft\.IoTOperations\/instances\/registryEndpoints\/write/;

export const accessFaults: FaultRow[] = [
  {
    id: "B1",
    fault: "403 for the endpoints of one instance",
    intent: "list",
    play: async (stage) => {
      await stage.azure.settings({ graph: { omitRegistryEndpoints: [instanceIds.turin] } });
      await stage.azure.fault({
        match: { method: "GET", path: `${nameOf(instanceIds.turin)}/registryEndpoints` },
        effect: FORBIDDEN,
      });
      await openList(stage);
      await expect(stage.page.getByRole("main")).toContainText(nameOf(instanceIds.turin));
    },
    writes: 0,
    shows: [/1 of \d+ registry endpoints/],
    failure: { says: [/aio-turin/], nextStep: /^Refresh$/ },
  },
  {
    id: "B2",
    fault: "403 for the PUT",
    intent: "create",
    play: async (stage) => {
      await fillWizard(stage, "reader");
      await pressCreate(stage);
      await waitForFailure(stage);
    },
    writes: 0,
    failure: {
      says: [/could not be created/, WRITE_ACTION, new RegExp(typed.name), /administrator/],
      nextStep: /^Retry$/,
    },
  },
  {
    id: "B3",
    fault: "403 for the operation's status: the person has rights on the resource only",
    intent: "create",
    play: async (stage) => {
      await fillWizard(stage);
      await stage.azure.fault({ match: { operation: OPERATION_STATUS }, effect: FORBIDDEN });
      await pressCreate(stage);
      await waitForCreated(stage);
    },
    writes: 1,
  },
  {
    id: "B4",
    fault: "403 for the PUT until the new role assignment works",
    intent: "create",
    play: async (stage) => {
      await fillWizard(stage);
      await stage.azure.fault({
        match: { operation: `PUT ${ENDPOINT}` },
        count: 1,
        effect: FORBIDDEN,
      });
      await pressCreate(stage);
      await waitForFailure(stage);
      await expect(stage.page.getByRole("main")).toContainText("can take some minutes");
      await pressRetry(stage);
      await waitForCreated(stage);
    },
    writes: 1,
  },
  {
    id: "B5",
    fault: "403 for the secrets of the vault",
    intent: "create",
    play: async ({ page, openAs }) => {
      await openAs("operator", "/endpoints/new");
      await openKeyVaultFields(page, { instanceId: instanceIds.austin, name: typed.name });
      await page.getByRole("textbox", { name: "User name secret" }).fill(typed.name);
    },
    writes: 0,
    failure: {
      says: [/Microsoft\.KeyVault\/vaults\/secrets\/read/],
      nextStep: /User name secret/,
      hasCorrelationId: false,
    },
  },
];
