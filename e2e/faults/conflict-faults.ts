import { endpointIds, instanceIds, loginServers } from "../../emulator/scenarios/contoso-names";
import { changeMeanwhile, goToSaving, readEndpoint, save } from "../editing";
import { expect } from "../fixtures";
import { nameOf } from "../names";
import { choose, expectStep, next } from "../wizard";
import {
  ENDPOINT,
  createdId,
  deleteListed,
  fillWizard,
  passTime,
  pressCreate,
  typed,
  waitForCreated,
  waitForFailure,
} from "./acts";
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
      applied: "no",
      nextStep: /^Edit Basics$/,
      leadsTo: async ({ page }) => {
        await expectStep(page, "Basics");
        const name = page.getByRole("textbox", { name: "Registry endpoint name" });
        await expect(name).toHaveValue(typed.name);
        await expect(page.getByRole("textbox", { name: "Hostname" })).toHaveValue(typed.host);
      },
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
      const { page, azure } = stage;
      await page.clock.install();
      await fillWizard(stage);
      await azure.fault({
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
      const main = page.getByRole("main");
      await expect(main).toContainText("Waiting for another operation on it to end");
      await expect(main).not.toContainText("is taken");
      await passTime(stage, 4_000);
      expect(await azure.requestsTo("PUT", /registryEndpoints/)).toHaveLength(1);
      await passTime(stage, 1_500);
      await waitForCreated(stage);
    },
    writes: 1,
    spacing: { path: /registryEndpoints/, afterStatus: 409, atLeastMs: 5_000 },
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
    typed: [loginServers.edge],
    shows: [/quay\.io/],
    failure: {
      says: [/was changed since you opened it/],
      applied: "no",
      nextStep: /^Cancel$/,
      hasCorrelationId: false,
      leadsTo: async ({ page }) => {
        await expect(page.getByRole("dialog")).toHaveCount(0);
        await expect(page.getByRole("main")).toContainText(loginServers.edge);
      },
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
    typed: [typed.name, typed.host, nameOf(instanceIds.lyon)],
    failure: {
      says: [/is taken|exists already/],
      applied: "no",
      nextStep: /Registry endpoint name/,
      hasCorrelationId: false,
      leadsTo: async (stage) => {
        const { page } = stage;
        const name = page.getByRole("textbox", { name: "Registry endpoint name" });
        await name.fill(`${typed.name}-2`);
        await next(page, "Authentication");
        await expect(page.getByRole("radio", { name: typed.method, exact: true })).toBeChecked();
      },
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
    failure: {
      says: [/RequestDisallowedByPolicy/, /Only our registries/],
      applied: "no",
      nextStep: /^Retry$/,
      leadsTo: waitForCreated,
    },
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
