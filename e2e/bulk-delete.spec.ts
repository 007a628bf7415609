import type { Page } from "@playwright/test";
import { instanceIds } from "../emulator/scenarios/contoso-names";
import { axeFindings } from "./axe";
import type { Stage } from "./faults/fault-row";
import { expect, test } from "./fixtures";
import type { LocalAzureControl } from "./local-azure-control";
import { PATIENT } from "./runs";

const TYPE = "Microsoft.IoTOperations/instances/registryEndpoints";
const DELETE = `DELETE ${TYPE}`;
const DELETIONS = /registryEndpoints\//;

const GOTHENBURG = "/endpoints?q=instance:aio-gothenburg";

/** Selects rows of Gothenburg, or all of the list where none is named, and opens the review of their deletion. */
async function review(page: Page, names: readonly string[] = []) {
  await expect(page.getByRole("main")).toContainText(/\d+ of \d+ registry endpoints/);
  const boxes =
    names.length === 0
      ? ["Select all rows"]
      : names.map((name) => `Select ${name} on aio-gothenburg`);
  for (const name of boxes) await page.getByRole("checkbox", { name, exact: true }).click();
  await page.getByRole("button", { name: "Delete…" }).click();
  const panel = page.getByRole("dialog");
  await expect(panel).toBeVisible();
  return panel;
}

/** Opens the review of the deletion of all that is not `default`, and confirms it. */
async function confirmAll({ page, openAs }: Pick<Stage, "page" | "openAs">) {
  await openAs("admin", "/endpoints?q=-name:default");
  const panel = await review(page);
  await panel.getByRole("textbox", { name: /delete to confirm/ }).fill("delete");
  return panel;
}

/** What a person set of some endpoints of Gothenburg. */
async function settingsOf(azure: LocalAzureControl, names: readonly string[]) {
  return (await azure.stored(TYPE))
    .filter(({ id, name }) => id.startsWith(`${instanceIds.gothenburg}/`) && names.includes(name))
    .map(({ name, properties: { host, authentication } }) => ({ name, host, authentication }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

async function namesIn(azure: LocalAzureControl): Promise<string[]> {
  const all = await azure.stored(TYPE);
  return all
    .filter(({ id }) => id.startsWith(`${instanceIds.gothenburg}/`))
    .map(({ name }) => name);
}

test("deletes what is selected once its users were seen and `default` was typed", async ({
  page,
  azure,
  openAs,
}) => {
  await openAs("admin", GOTHENBURG);
  const panel = await review(page);
  // Not in the field that would let `default` go: what goes is to be read first.
  await expect(panel.getByRole("heading").first()).toBeFocused();
  await expect(panel.getByText(/are in use/)).toBeVisible();
  await expect.poll(() => azure.requestsTo("GET", /\/permissions/i)).not.toEqual([]);
  await expect(panel).not.toContainText("You may not delete");
  const rows = panel.getByRole("listitem");
  await expect(rows.first()).toContainText(/In use by/);
  const used = rows.filter({ hasText: "ghcr-wasm" });
  await expect(used.getByRole("link").first()).toHaveAttribute("href", /akriConnectorTemplates/i);
  expect(await axeFindings(page)).toEqual([]);
  await panel.getByRole("button", { name: "Leave out contoso-edge of aio-gothenburg" }).click();
  const remove = panel.getByRole("button", { name: /^Delete \d+ endpoints?$/ });
  const before = (await namesIn(azure)).length;
  // All but the one that was left out and `default`.
  await expect(remove).toHaveText(`Delete ${before - 2} endpoints`);
  const title = panel.getByRole("heading").first();
  await expect(title).toHaveText(`Delete ${before - 2} of ${before} registry endpoints?`);
  await expect(panel).toContainText("2 selected endpoints will stay");
  await panel.getByRole("textbox", { name: /Type default to delete 1 endpoint/ }).fill("default");
  await expect(remove).toHaveText(`Delete ${before - 1} endpoints`);
  await remove.click();
  await expect(panel).toContainText(`${before - 1} of ${before - 1} deleted`, PATIENT);
  expect(await namesIn(azure)).toEqual(["contoso-edge"]);
  expect(await axeFindings(page)).toEqual([]);
  await panel.getByRole("button", { name: "Close" }).last().click();
  await expect(page.getByRole("row", { name: /contoso-edge/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /ghcr-wasm/ })).toHaveCount(0);
  // What was left out is meant to stay: it is no longer selected either.
  await expect(page.getByRole("group", { name: "Selection" })).toHaveCount(0);
});

test("says what a person may not delete, before anything is sent", async ({
  page,
  azure,
  openAs,
}) => {
  // What cannot be read says nothing: Gothenburg is not counted.
  await azure.fault({
    match: { path: "/instances/aio-gothenburg/providers/Microsoft.Authorization/permissions" },
    effect: { status: 403, error: { code: "AuthorizationFailed", message: "Not for you." } },
  });
  await openAs("reader", "/endpoints?q=-name:default");
  const panel = await review(page);
  const all = (await azure.stored(TYPE)).filter(({ name }) => name !== "default");
  const denied = all.filter(({ id }) => !id.startsWith(`${instanceIds.gothenburg}/`));
  const instances = new Set(denied.map(({ id }) => id.split("/registryEndpoints/")[0]));
  const title = `You may not delete ${denied.length} endpoints of ${instances.size} instances`;
  await expect(panel).toContainText(title);
  await expect(panel).toContainText(`do not include ${TYPE}/delete`);
  expect(await axeFindings(page)).toEqual([]);
  const remove = panel.getByRole("button", { name: /^Delete \d+ endpoints?$/ });
  await expect(remove).toHaveText(`Delete ${all.length} endpoints`);
  await panel.getByRole("button", { name: "Leave them out" }).press("Enter");
  await expect(panel).not.toContainText("You may not delete");
  await expect(remove).toHaveText(`Delete ${all.length - denied.length} endpoints`);
  await expect(remove).toBeFocused();
  await page.keyboard.press("Escape");

  await azure.clearFaults();
  await page.goto(GOTHENBURG);
  await review(page, ["contoso-shared", "ghcr-wasm"]);
  await expect(panel).toContainText("You may not delete 2 endpoints of 1 instance");
  await expect(remove).not.toHaveAttribute("aria-disabled", "true");
  await panel.getByRole("button", { name: "Leave them out" }).click();
  await expect(panel).not.toContainText("You may not delete");
  await expect(remove).toHaveText("Delete 0 endpoints");
  await expect(remove).toHaveAttribute("aria-disabled", "true");
  expect(await azure.requestsTo("DELETE", DELETIONS)).toEqual([]);
});

test("goes on where Azure refused, tells its end elsewhere, and creates again what it deleted", async ({
  page,
  azure,
  openAs,
}) => {
  await azure.fault({
    match: { operation: DELETE, path: "/registryEndpoints/contoso-shared" },
    count: 1,
    effect: { status: 409, error: { code: "ScopeLocked", message: "The scope is locked." } },
  });
  await azure.fault({
    match: { operation: DELETE, path: "/registryEndpoints/harbor-plant" },
    count: 1,
    effect: { status: 429, headers: { "Retry-After": "3" } },
  });
  await openAs("admin", GOTHENBURG);
  const names = ["contoso-shared", "harbor-plant", "community-samples"];
  const before = await settingsOf(azure, names);
  const panel = await review(page, names);
  await panel.getByRole("button", { name: /^Delete \d+ endpoints?$/ }).click();
  await panel.getByRole("button", { name: "Close" }).last().click();
  await page.getByRole("link", { name: "Show the run" }).click(PATIENT);
  await expect(panel).toContainText(/2 of 3 deleted, 1 failed/);
  const failed = panel.getByRole("listitem").first();
  await expect(failed).toContainText("The scope is locked.");
  await expect(failed).toContainText("ScopeLocked");
  await expect(failed).toContainText("Correlation id");
  await panel.getByRole("button", { name: "Try the failed ones again" }).click();
  await expect(panel).toContainText("3 of 3 deleted", PATIENT);
  const sent = await azure.requestsTo("DELETE", DELETIONS);
  expect(sent.map(({ status }) => status).sort()).toEqual([202, 202, 202, 409, 429]);
  expect(await settingsOf(azure, names)).toEqual([]);
  const title = panel.getByRole("heading").first();
  await panel.getByRole("button", { name: "Create harbor-plant of aio-gothenburg again" }).click();
  await expect(title).toHaveText("“harbor-plant” created again", PATIENT);
  await expect(panel).toContainText("1 of 1 created again");
  await expect(page.getByText("“harbor-plant” created again")).toHaveCount(2);
  await panel.getByRole("button", { name: "Create all again" }).click();
  await expect(title).toHaveText("2 registry endpoints created again", PATIENT);
  await expect(panel).toContainText("2 of 2 created again");
  expect(before).toHaveLength(3);
  expect(await settingsOf(azure, names)).toEqual(before);
});

test("sends nothing more once it is stopped, and says what was not done", async ({
  page,
  azure,
  openAs,
}) => {
  const panel = await confirmAll({ page, openAs });
  await azure.freeze();
  await panel.getByRole("button", { name: /^Delete \d+ endpoints?$/ }).click();
  await expect.poll(async () => (await azure.requestsTo("DELETE", DELETIONS)).length).toBe(8);
  await panel.getByRole("button", { name: "Stop" }).click();
  await expect(panel).toContainText("Nothing more is sent");
  await azure.thaw();
  await expect(panel).toContainText(
    /8 registry endpoints were deleted\. \d+ others were not begun: they are as before/,
    PATIENT,
  );
  expect(await azure.requestsTo("DELETE", DELETIONS)).toHaveLength(8);

  // Its words are not true any more once something is done again.
  const toast = page.getByText(/^Stopped: 8 of \d+ deleted$/);
  await expect(toast).toBeVisible();
  await azure.freeze();
  const again = panel.getByRole("button", { name: /^Create .+ of .+ again$/ });
  await again.first().click();
  await expect(toast).toHaveCount(0);
  await azure.thaw();
  await expect(panel).toContainText("1 of 1 created again", PATIENT);
  await expect(panel).toContainText(
    /\d+ others of the deletion were not begun: they are as before/,
  );
  await panel.getByRole("button", { name: /^Delete the remaining \d+$/ }).click();
  await expect(panel).toContainText(/(\d+) of \1 deleted/, PATIENT);
});

test("waits until it is known who uses what, unless told not to", async ({
  page,
  azure,
  openAs,
}) => {
  const queries = "POST Microsoft.ResourceGraph/resources";
  await openAs("admin", GOTHENBURG);
  await azure.fault({
    match: { operation: queries, body: "dataflowgraphs" },
    effect: { delayMs: 3_000 },
  });
  let panel = await review(page, ["community-samples"]);
  const remove = panel.getByRole("button", { name: "Delete 1 endpoint" });
  await expect(panel).toContainText("They can be deleted once that is known.");
  await expect(remove).toHaveAttribute("aria-disabled", "true");
  await expect(remove).not.toHaveAttribute("aria-disabled", "true");
  await expect(panel).not.toContainText("Looking for what uses");
  await page.keyboard.press("Escape");

  await azure.clearFaults();
  await azure.fault({
    match: { operation: queries, body: "dataflowgraphs" },
    effect: { delayMs: 60_000 },
  });
  await page.getByRole("button", { name: "Delete…" }).click();
  panel = page.getByRole("dialog");
  await expect(remove).toHaveAttribute("aria-disabled", "true");
  await panel.getByRole("button", { name: "Do not wait" }).focus();
  await page.keyboard.down("Enter");
  await expect(panel).toContainText("although it is not known of all");
  await expect(remove).toBeFocused();
  await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  expect(await azure.requestsTo("DELETE", DELETIONS)).toEqual([]);
  expect(await axeFindings(page)).toEqual([]);
  await remove.press("Enter");
  await expect(panel).toContainText("1 of 1 deleted", PATIENT);
});

test.describe("a reload in the middle", () => {
  // What goes on signs in by itself.
  test.use({ signsInAnew: true });

  test("is asked about, follows what was sent, and sends nothing again", async ({
    page,
    azure,
    openAs,
  }) => {
    await openAs("admin", GOTHENBURG);
    const panel = await review(page, ["contoso-shared", "ghcr-wasm"]);
    await azure.freeze();
    await panel.getByRole("button", { name: /^Delete \d+ endpoints?$/ }).click();
    await expect.poll(async () => (await azure.requestsTo("DELETE", DELETIONS)).length).toBe(2);
    const asked = page.waitForEvent("dialog").then((dialog) => dialog.accept());
    await page.reload();
    await asked;
    await expect(page.getByRole("main")).toContainText(/Deleting/, PATIENT);
    await azure.thaw();
    await page.getByRole("button", { name: /^Notifications/ }).click();
    const told = page.getByRole("dialog", { name: "Notifications" }).getByRole("listitem");
    await expect(told.filter({ hasText: "deleted" })).toHaveCount(2, PATIENT);
    expect(await azure.requestsTo("DELETE", DELETIONS)).toHaveLength(2);
  });

  test("while creating again follows what was sent, and names what was not", async ({
    page,
    azure,
    openAs,
  }) => {
    const panel = await confirmAll({ page, openAs });
    await panel.getByRole("button", { name: /^Delete \d+ endpoints?$/ }).click();
    const again = panel.getByRole("button", { name: "Create all again" });
    await expect(again).toBeVisible(PATIENT);
    await azure.freeze();
    await again.click();
    await expect.poll(async () => (await azure.requestsTo("PUT", DELETIONS)).length).toBe(8);
    const asked = page.waitForEvent("dialog").then((dialog) => dialog.accept());
    await page.reload();
    await asked;
    await azure.thaw();
    await page.getByRole("button", { name: /^Notifications/ }).click();
    const told = page.getByRole("dialog", { name: "Notifications" }).getByRole("listitem");
    await expect(told.filter({ hasText: /^Registry endpoint “.+” created/ })).toHaveCount(
      8,
      PATIENT,
    );
    await expect(
      told.filter({
        hasText: /\d+ registry endpoints were not created again.*Not begun:/,
      }),
    ).toHaveCount(1);
    expect(await azure.requestsTo("PUT", DELETIONS)).toHaveLength(8);
  });
});
