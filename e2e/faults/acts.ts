import type { Locator } from "@playwright/test";
import { endpointIds, instanceIds } from "../../emulator/scenarios/contoso-names";
import { expect } from "../fixtures";
import { chooseMethod, expectStep, next } from "../wizard";
import type { Stage } from "./fault-row";

/** What every creation of the matrix types. */
export const typed = { name: "fault-check", host: "quay.io" } as const;

const instanceId = instanceIds.lyon;
export const createdId = `${instanceId}/registryEndpoints/${typed.name}`;
export const ENDPOINT = "Microsoft.IoTOperations/instances/registryEndpoints";
export const GRAPH = "POST Microsoft.ResourceGraph/resources";
export const OPERATION_STATUS = "GET Microsoft.IoTOperations/locations/operationStatuses";
/** An endpoint that the list shows and the details page opens. */
export const listed = { id: endpointIds.userIdentity, name: "contoso-shared" } as const;

/** Opens the wizard and goes to its review with an anonymous endpoint. */
export async function fillWizard({ page, openAs }: Stage, persona: "admin" | "reader" = "admin") {
  await openAs(persona, `/endpoints/new?instance=${encodeURIComponent(instanceId)}`);
  await page.getByRole("textbox", { name: "Registry endpoint name" }).fill(typed.name);
  await page.getByRole("radio", { name: /Other registry/ }).check();
  await page.getByRole("textbox", { name: "Hostname" }).fill(typed.host);
  await next(page, "Authentication");
  await chooseMethod(page, "Anonymous");
  await next(page, "Trust");
  await next(page, "Review + create");
}

export async function pressCreate({ page }: Stage): Promise<void> {
  await page.getByRole("button", { name: "Create", exact: true }).click();
}

export async function pressRetry({ page }: Stage): Promise<void> {
  await page.getByRole("button", { name: "Retry", exact: true }).click();
}

export async function waitForCreated({ page }: Stage): Promise<void> {
  await expect(page.getByRole("button", { name: "Go to endpoint" })).toBeVisible({
    timeout: 60_000,
  });
}

/** Waits for the failed creation, which leaves the person on the review. */
export async function waitForFailure({ page }: Stage): Promise<void> {
  await expect(page.getByRole("button", { name: "Retry", exact: true })).toBeVisible({
    timeout: 60_000,
  });
  await expectStep(page, "Review + create");
}

/** Opens the list narrowed to one name, and waits for its row. */
export async function openList({ page, openAs }: Stage): Promise<void> {
  await openAs("admin", `/endpoints?q=${listed.name}`);
  await expect(page.getByRole("link", { name: listed.name })).toBeVisible();
}

export async function refreshList({ page }: Stage): Promise<void> {
  await page.getByRole("button", { name: "Refresh", exact: true }).click();
}

/** Lets time pass for Azure and for the page, whose clock must have been installed. */
export async function passTime({ page, azure }: Stage, milliseconds: number): Promise<void> {
  await azure.advance(milliseconds);
  await page.clock.fastForward(milliseconds);
}

/** Waits until Azure has answered so many requests with a status. */
export async function untilAnswered(
  { azure }: Stage,
  status: number,
  count: number,
): Promise<void> {
  await expect
    .poll(async () => (await azure.requests()).filter((seen) => seen.status === status).length)
    .toBe(count);
}

/** The remark that calls wait because Azure asked for it. */
export function slowDownNote({ page }: Stage): Locator {
  return page.getByRole("group", { name: "Azure asked to slow down", exact: true });
}

/** Opens an endpoint and confirms its deletion. */
export async function deleteListed({ page, openAs }: Stage): Promise<void> {
  await openAs("admin", `/endpoints${listed.id}`);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog"));
  await dialog.getByRole("button", { name: /^Delete/ }).click();
}

/** Answers the question to sign in again, and comes back. */
export async function signInAgain({ page }: Stage): Promise<void> {
  const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog"));
  await dialog.getByRole("button", { name: "Sign in again" }).click();
  const account = page.getByRole("button", { name: /^Ada Marino/ });
  const back = page.getByRole("button", { name: /^Account/ });
  await expect(account.or(back)).toBeVisible();
  if (await account.isVisible()) await account.click();
  await expect(back).toBeVisible();
}
