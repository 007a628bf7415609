import type { Locator, Page } from "@playwright/test";
import { endpointIds, instanceIds } from "../../emulator/scenarios/contoso-names";
import { expect } from "../fixtures";
import { nameOf } from "../names";
import { chooseMethod, expectStep, next } from "../wizard";
import type { Stage } from "./fault-row";

/** What every creation of the matrix types. */
export const typed = { name: "fault-check", host: "quay.io", method: "Anonymous" } as const;

const instanceId = instanceIds.lyon;
/** The same as the form reads. */
export const typedWords = [typed.name, typed.host, nameOf(instanceId), typed.method];
export const createdId = `${instanceId}/registryEndpoints/${typed.name}`;
export const ENDPOINT = "Microsoft.IoTOperations/instances/registryEndpoints";
export const GRAPH = "POST Microsoft.ResourceGraph/resources";
export const OPERATION_STATUS = "GET Microsoft.IoTOperations/locations/operationStatuses";
/** An endpoint that the list shows and the details page opens. */
export const listed = { id: endpointIds.userIdentity, name: "contoso-shared" } as const;

/** Where the wizard begins, with an instance chosen. */
export const wizardPath = `/endpoints/new?instance=${encodeURIComponent(instanceId)}`;

/** Opens the wizard and goes to its review with an anonymous endpoint. */
export async function fillWizard(stage: Stage, persona: "admin" | "reader" = "admin") {
  await stage.openAs(persona, wizardPath);
  await fillForm(stage);
}

/** The same in a wizard that is open. */
export async function fillForm({ page }: Stage): Promise<void> {
  await page.getByRole("textbox", { name: "Registry endpoint name" }).fill(typed.name);
  await page.getByRole("radio", { name: /Other registry/ }).check();
  await page.getByRole("textbox", { name: "Hostname" }).fill(typed.host);
  await next(page, "Authentication");
  await chooseMethod(page, typed.method);
  await next(page, "Trust");
  await next(page, "Review + create");
}

/** How far the list is scrolled, and which rows are in sight. */
async function sightOf(page: Page): Promise<unknown> {
  return page.getByRole("grid").evaluate((table) => {
    let scroller: Element = table;
    while (scroller.scrollHeight <= scroller.clientHeight && scroller.parentElement) {
      scroller = scroller.parentElement;
    }
    const { top, bottom } = scroller.getBoundingClientRect();
    // More rows are drawn beyond the edges: how many, follows the height of the box a moment later.
    const links = [...table.querySelectorAll("a")].filter((link) => {
      const box = link.getBoundingClientRect();
      return box.bottom > top && box.top < bottom;
    });
    return { top: scroller.scrollTop, links: links.map((link) => link.textContent) };
  });
}

/**
 * Opens the list on more rows than fit, scrolled down, and answers what fails when it no longer shows the
 * same ones.
 */
export async function openScrolledList(stage: Stage): Promise<() => Promise<void>> {
  const { page, azure } = stage;
  await azure.settings({ graph: { lagMs: 0 } });
  const { body } = await azure.arm("admin", "GET", listed.id, "2026-07-01");
  const others = Array.from({ length: 40 }, (_, index) => {
    const name = `${listed.name}-${index}`;
    return { ...(body as object), name, id: `${instanceId}/registryEndpoints/${name}` };
  });
  await azure.changeStore({ put: others });
  await openList(stage);
  await untilRefreshed(stage);
  await page.getByRole("grid").hover();
  await page.mouse.wheel(0, 240);
  await expect.poll(() => sightOf(page)).toMatchObject({ top: 240 });
  const before = await sightOf(page);
  return async () => {
    // A line below the rows tells of the reading.
    await expect(page.getByRole("button", { name: "Refresh", exact: true })).toBeEnabled();
    expect(await sightOf(page), "the scroll position is kept").toEqual(before);
  };
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

/** The row that the list is narrowed to. */
export function listedRow({ page }: Stage): Locator {
  return page.getByRole("link", { name: listed.name, exact: true });
}

/** Opens the list narrowed to one name, and waits for its row. */
export async function openList(stage: Stage): Promise<void> {
  await stage.openAs("admin", `/endpoints?q=${listed.name}`);
  await expect(listedRow(stage)).toBeVisible();
}

/** Waits until the list no longer says that it lacks something. */
export async function untilComplete({ page }: Stage): Promise<void> {
  await expect(page.getByRole("main")).not.toContainText("not be complete");
}

export async function refreshList({ page }: Stage): Promise<void> {
  await page.getByRole("button", { name: "Refresh", exact: true }).click();
}

/** Waits until a refresh is over, and the row is there. */
export async function untilRefreshed(stage: Stage): Promise<void> {
  const refresh = stage.page.getByRole("button", { name: "Refresh", exact: true });
  await expect(refresh).toBeEnabled();
  await expect(listedRow(stage)).toBeVisible();
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
  return page.getByRole("group", { name: "Azure asked to slow down.", exact: true });
}

/** The remark that calls wait because Azure cannot serve them. */
export function unavailableNote({ page }: Stage): Locator {
  return page.getByRole("group", { name: "Azure is unavailable for now.", exact: true });
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
