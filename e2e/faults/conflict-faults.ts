import { endpointIds, instanceIds, loginServers } from "../../emulator/scenarios/contoso-names";
import { changeMeanwhile, goToSaving, readEndpoint, save } from "../editing";
import { expect } from "../fixtures";
import { choose } from "../wizard";
import { ENDPOINT, createdId, deleteListed, fillWizard, pressCreate, waitForFailure } from "./acts";
import type { FaultRow } from "./fault-row";

const PUT = `PUT ${ENDPOINT}`;
const anonymous = { method: "Anonymous", anonymousSettings: {} };

export const conflictFaults: FaultRow[] = [
  {
    id: "C1",
    fault: "the instance was deleted meanwhile",
    intent: "create",
    play: async (stage) => {
      await fillWizard(stage);
      await stage.azure.changeStore({ delete: [instanceIds.lyon] });
      await pressCreate(stage);
      await waitForFailure(stage);
    },
    writes: 0,
    failure: {
      says: [/could not be created/, /no longer exists|not be found/],
      nextStep: /^Edit Basics$/,
    },
  },
  {
    id: "C2",
    fault: "404 for the DELETE: it is gone already",
    intent: "delete",
    play: async (stage) => {
      await stage.azure.fault({
        match: { operation: `DELETE ${ENDPOINT}` },
        effect: { status: 404, error: { code: "ResourceNotFound", message: "Not found." } },
      });
      await deleteListed(stage);
      await expect(stage.page).toHaveURL(/\/endpoints$/, { timeout: 30_000 });
    },
    writes: 0,
    shows: [/deleted/],
  },
  {
    id: "C3",
    fault: "409: another operation is in progress",
    intent: "create",
    play: async (stage) => {
      await fillWizard(stage);
      await stage.azure.fault({
        match: { operation: PUT },
        count: 1,
        effect: {
          status: 409,
          error: {
            code: "AnotherOperationInProgress",
            message: "Another operation is in progress.",
          },
        },
      });
      await pressCreate(stage);
      await waitForFailure(stage);
    },
    writes: 0,
    failure: { says: [/AnotherOperationInProgress/, /still working/], nextStep: /^Retry$/ },
  },
  {
    id: "C4",
    fault: "the endpoint was changed since it was loaded",
    intent: "edit",
    play: async ({ page, azure, openAs }) => {
      await openAs("operator", `/endpoints${endpointIds.userIdentity}/edit`);
      await choose(page, "Registry", loginServers.edge);
      await goToSaving(page);
      const { authentication } = (await readEndpoint(azure, endpointIds.userIdentity)).properties;
      await changeMeanwhile(azure, endpointIds.userIdentity, { host: "quay.io", authentication });
      await save(page);
      await expect(page.getByRole("dialog", { name: /was changed since/ })).toBeVisible();
    },
    // The other writer's.
    writes: 1,
    shows: [/quay\.io/, new RegExp(loginServers.edge)],
    failure: {
      says: [/Nothing of yours has been sent/],
      nextStep: /Apply and review/,
      hasCorrelationId: false,
    },
  },
  {
    id: "C5",
    fault: "the same name on many instances",
    intent: "details",
    play: async ({ page, openAs }) => {
      await openAs("admin", "/endpoints?q=default");
      await expect(page.getByRole("link", { name: "default", exact: true }).nth(3)).toBeVisible();
    },
    writes: 0,
    shows: [/aio-gothenburg/, /aio-lyon/],
  },
  {
    id: "C6",
    fault: "the name is taken while the form is filled",
    intent: "create",
    play: async (stage) => {
      await fillWizard(stage);
      await changeMeanwhileTo(stage);
      await pressCreate(stage);
      await expect(stage.page.getByText(/is taken|exists already/).first()).toBeVisible();
      const { properties } = await readEndpoint(stage.azure, createdId);
      expect(properties.host).toBe("docker.io");
    },
    // The other person's.
    writes: 1,
    failure: {
      says: [/is taken|exists already/],
      nextStep: /Registry endpoint name/,
      hasCorrelationId: false,
    },
  },
  {
    id: "C7",
    fault: "403: a policy forbids it",
    intent: "create",
    play: async (stage) => {
      await fillWizard(stage);
      await stage.azure.fault({
        match: { operation: PUT },
        count: 1,
        effect: {
          status: 403,
          error: {
            code: "RequestDisallowedByPolicy",
            message:
              'Resource \'fault-check\' was disallowed by policy. Policy identifiers: \'[{"policyAssignment":{"name":"Only our registries"}}]\'.',
          },
        },
      });
      await pressCreate(stage);
      await waitForFailure(stage);
    },
    writes: 0,
    failure: { says: [/RequestDisallowedByPolicy/, /Only our registries/], nextStep: /^Retry$/ },
  },
];

async function changeMeanwhileTo({ azure }: Parameters<FaultRow["play"]>[0]): Promise<void> {
  const { extendedLocation } = await readEndpoint(
    azure,
    `${instanceIds.lyon}/registryEndpoints/default`,
  );
  const { status } = await azure.arm("admin", "PUT", createdId, "2026-07-01", {
    extendedLocation,
    properties: { host: "docker.io", authentication: anonymous },
  });
  expect(status).toBe(201);
  await azure.advance(60_000);
}
