import { randomUUID } from "node:crypto";
import { personaOf } from "../../emulator/entra/personas";
import { roleIds } from "../../emulator/providers/authorization/role-definition";
import {
  instanceIds,
  subscriptionIds,
  subscriptionNames,
} from "../../emulator/scenarios/contoso-names";
import { expect } from "../fixtures";
import { nameOf } from "../names";
import { goToReview, nameSecrets, openKeyVaultFields } from "../wizard";
import {
  OPERATION_STATUS,
  fillWizard,
  openList,
  pressCreate,
  pressRetry,
  typed,
  untilAnswered,
  untilComplete,
  waitForCreated,
  waitForFailure,
} from "./acts";
import type { FaultRow, Stage } from "./fault-row";
import { expectFailure } from "./oracles";

const FORBIDDEN = {
  status: 403,
  error: {
    code: "AuthorizationFailed",
    message:
      "The client 'ada' with object id 'x' does not have authorization to perform action 'Microsoft.IoTOperations/instances/registryEndpoints/write' over scope '/subscriptions/s/resourceGroups/rg' or the scope is invalid.",
  },
};
const WRITE_ACTION = /Microsoft\.IoTOperations\/instances\/registryEndpoints\/write/;

const TYPED_SECRETS = ["typed-user-name", "typed-password"] as const;

/** Every instance of the subscription that must not be read. */
const unreadable = Object.values(instanceIds).filter((id) => id.includes(subscriptionIds.americas));

const MINUTES_UNTIL_IT_WORKS = 5;

/** An administrator gives somebody the role that they lack. */
async function makeContributor({ azure }: Stage, principalId: string): Promise<void> {
  const scope = `/subscriptions/${subscriptionIds.europe}`;
  const provider = `${scope}/providers/Microsoft.Authorization`;
  const { status } = await azure.arm(
    "admin",
    "PUT",
    `${provider}/roleAssignments/${randomUUID()}`,
    "2022-04-01",
    {
      properties: {
        roleDefinitionId: `${provider}/roleDefinitions/${roleIds.contributor}`,
        principalId,
        principalType: "User",
      },
    },
  );
  expect(status).toBe(201);
}

export const accessFaults: FaultRow[] = [
  {
    id: "B1",
    fault: "403 for the endpoints of a whole subscription",
    intent: "list",
    play: async (stage) => {
      await stage.azure.settings({ graph: { omitRegistryEndpoints: unreadable } });
      await stage.azure.fault({
        match: { method: "GET", path: `${subscriptionIds.americas}/.*/registryEndpoints` },
        effect: FORBIDDEN,
      });
      await openList(stage);
      const main = stage.page.getByRole("main");
      const count = `${unreadable.length} instances of ${subscriptionNames.americas}`;
      await expect(main).toContainText(`The registry endpoints of ${count}`);
    },
    writes: 0,
    shows: [/1 of \d+ registry endpoints/],
    failure: {
      says: [/The list may not be complete/, ...unreadable.map((id) => new RegExp(nameOf(id)))],
      applied: "read",
      nextStep: /^Refresh$/,
      leadsTo: untilComplete,
    },
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
      applied: "no",
      nextStep: /^Retry$/,
      leadsTo: async (stage) => {
        await untilAnswered(stage, 403, 2);
        await waitForFailure(stage);
      },
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
      const { azure } = stage;
      await azure.settings({ roleAssignmentDelayMs: MINUTES_UNTIL_IT_WORKS * 60_000 });
      await fillWizard(stage, "reader");
      await makeContributor(stage, personaOf("reader").objectId);
      await pressCreate(stage);
      await waitForFailure(stage);
      await expectFailure(
        { says: [WRITE_ACTION, /can take some minutes/], applied: "no", nextStep: /^Retry$/ },
        stage,
      );
      await azure.advance(MINUTES_UNTIL_IT_WORKS * 60_000);
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
      await nameSecrets(page, ...TYPED_SECRETS);
    },
    writes: 0,
    typed: TYPED_SECRETS,
    failure: {
      says: [/Microsoft\.KeyVault\/vaults\/secrets\/read/],
      applied: "read",
      nextStep: /User name secret/,
      hasCorrelationId: false,
      leadsTo: async ({ page }) => {
        await goToReview(page);
        const review = page.getByRole("main");
        const { austin } = instanceIds;
        for (const member of [typed.name, "docker.io", nameOf(austin), ...TYPED_SECRETS]) {
          await expect(review).toContainText(member);
        }
      },
    },
  },
];
