import type { Page } from "@playwright/test";
import { endpointIds, instanceIds } from "../emulator/scenarios/contoso-names";
import { goToSaving, readEndpoint, save } from "./editing";
import { expect, test } from "./fixtures";
import { acceptedPuts, ENDPOINT_PUT, PATIENT, signInAgain, untilSent } from "./runs";
import { chooseMethod, create, expectCreated, expectStep, fillBasics, goToReview } from "./wizard";

// Another tab takes over, which signs in by what the first one left.
test.use({ signsInAnew: true });

const LYON = instanceIds.lyon;

async function openReview(page: Page, name: string): Promise<void> {
  await fillBasics(page, { instanceId: LYON, name, host: "quay.io" });
  await chooseMethod(page, "Anonymous");
  await goToReview(page);
}

/** Opens an endpoint to edit, changes its host and goes to the review. */
async function openEdited(
  page: Page,
  openAs: (persona: "admin", path: string) => Promise<void>,
): Promise<void> {
  await openAs("admin", `/endpoints${endpointIds.userIdentity}/edit`);
  await page.getByRole("radio", { name: /Other registry/ }).check();
  await page.getByRole("textbox", { name: "Hostname" }).fill("quay.io");
  await goToSaving(page);
}

/** Opens the history of notifications and answers those with this text. */
async function notifications(page: Page, text: string) {
  await page.getByRole("button", { name: /^Notifications/ }).click();
  const panel = page.getByRole("dialog", { name: "Notifications" });
  return panel.getByRole("listitem").filter({ hasText: text });
}

test("a creation goes on after a reload, in the wizard", async ({ page, azure, openAs }) => {
  await openAs("admin", "/endpoints/new");
  await openReview(page, "reloaded");
  await azure.freeze();
  await create(page);
  await untilSent(azure, "PUT", /registryEndpoints\/reloaded/);
  await page.reload();
  await expectStep(page, "Review");
  await expect(page.getByRole("list", { name: "Creation" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Creating…" })).toBeVisible();
  await azure.thaw();
  await expectCreated(page);
  expect(await acceptedPuts(azure, "reloaded")).toBe(1);
  await expect(await notifications(page, "“reloaded” created")).toHaveCount(1);
});

test("a creation goes on in another page when its own is closed", async ({
  page,
  azure,
  openAs,
  context,
}) => {
  await openAs("admin", "/endpoints/new");
  await openReview(page, "closed-page");
  await azure.freeze();
  await create(page);
  await untilSent(azure, "PUT", /registryEndpoints\/closed-page/);
  await page.close();

  const next = await context.newPage();
  await next.goto("/endpoints?q=closed-page");
  await signInAgain(next);
  const row = next.getByRole("row", { name: /closed-page/ });
  await expect(row).toContainText(/Creating/, PATIENT);
  await azure.thaw();
  await expect(next.getByRole("link", { name: "Open endpoint" })).toBeVisible(PATIENT);
  await next.getByRole("link", { name: "Open endpoint" }).click();
  await expect(next.getByRole("heading", { level: 1, name: "closed-page" })).toBeVisible();
  expect(await acceptedPuts(azure, "closed-page")).toBe(1);
});

test("a creation goes on while the person is elsewhere in the portal", async ({
  page,
  azure,
  openAs,
}) => {
  await openAs("admin", "/endpoints/new");
  await openReview(page, "left-alone");
  await azure.freeze();
  await create(page);
  await untilSent(azure, "PUT", /registryEndpoints\/left-alone/);
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page).toHaveURL(/\/endpoints$/);
  await page.getByRole("searchbox").first().fill("left-alone");
  await expect(page.getByRole("row", { name: /left-alone/ })).toContainText(/Creating/);
  await azure.thaw();
  await page.getByRole("link", { name: "Open endpoint" }).click(PATIENT);
  await expect(page.getByRole("heading", { level: 1, name: "left-alone" })).toBeVisible();
  expect(await acceptedPuts(azure, "left-alone")).toBe(1);
});

test("a failure is told wherever the person is, and leads back to the form", async ({
  page,
  azure,
  openAs,
}) => {
  await azure.fault({
    match: { operation: ENDPOINT_PUT },
    count: 1,
    effect: { lro: { outcome: "Failed", error: { code: "NoRoom", message: "No room." } } },
  });
  await openAs("admin", "/endpoints/new");
  await openReview(page, "fails-later");
  await azure.freeze();
  await create(page);
  await untilSent(azure, "PUT", /registryEndpoints\/fails-later/);
  await page.getByRole("button", { name: "Close" }).click();
  await azure.thaw();
  await page.getByRole("link", { name: "Continue or clean up" }).click(PATIENT);
  await expectStep(page, "Review");
  await expect(page.getByRole("main")).toContainText("No room.");
  await page.getByRole("button", { name: "Retry", exact: true }).click();
  await expectCreated(page);
});

test("a deletion goes on after a reload", async ({ page, azure, openAs }) => {
  await openAs("admin", `/endpoints${endpointIds.userIdentity}`);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await azure.freeze();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await untilSent(azure, "DELETE", /registryEndpoints\/contoso-shared/);
  await page.reload();
  await expect(page.getByRole("main")).toContainText(/Deleting/);
  await azure.thaw();
  await expect(await notifications(page, "“contoso-shared” deleted")).toHaveCount(1, PATIENT);
  expect(await azure.requestsTo("DELETE", /registryEndpoints\/contoso-shared/)).toHaveLength(1);
});

test("a deletion goes on in another page when its own is closed", async ({
  page,
  azure,
  openAs,
  context,
}) => {
  await openAs("admin", `/endpoints${endpointIds.userIdentity}`);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await azure.freeze();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await untilSent(azure, "DELETE", /registryEndpoints\/contoso-shared/);
  await page.close();

  const next = await context.newPage();
  await next.goto("/endpoints?q=contoso-shared");
  await signInAgain(next);
  const row = next.getByRole("row", { name: /contoso-shared/ });
  await expect(row).toContainText(/Deleting/, PATIENT);
  await azure.thaw();
  await expect(row).toHaveCount(0, PATIENT);
  await expect(await notifications(next, "“contoso-shared” deleted")).toHaveCount(1, PATIENT);
  expect(await azure.requestsTo("DELETE", /registryEndpoints\/contoso-shared/)).toHaveLength(1);
});

test("an edit goes on after a reload, on its review", async ({ page, azure, openAs }) => {
  await openEdited(page, openAs);
  await azure.freeze();
  await save(page);
  await untilSent(azure, "PUT", /registryEndpoints\/contoso-shared/);
  await page.reload();
  await expectStep(page, "Review");
  await expect(page.getByRole("list", { name: "Saving" })).toBeVisible();
  await azure.thaw();
  await expect(page).toHaveURL(/registryEndpoints\/contoso-shared$/, PATIENT);
  expect(await acceptedPuts(azure, "contoso-shared")).toBe(1);
  expect((await readEndpoint(azure, endpointIds.userIdentity)).properties.host).toBe("quay.io");
});

test("an edit goes on in another page when its own is closed", async ({
  page,
  azure,
  openAs,
  context,
}) => {
  await openEdited(page, openAs);
  await azure.freeze();
  await save(page);
  await untilSent(azure, "PUT", /registryEndpoints\/contoso-shared/);
  await page.close();

  const next = await context.newPage();
  await next.goto("/endpoints?q=contoso-shared");
  await signInAgain(next);
  const row = next.getByRole("row", { name: /contoso-shared/ });
  await expect(row).toContainText(/Updating/, PATIENT);
  await azure.thaw();
  await next.getByRole("link", { name: "Open endpoint" }).click(PATIENT);
  await expect(next.getByRole("main")).toContainText("quay.io");
  expect(await acceptedPuts(azure, "contoso-shared")).toBe(1);
});

test("two tabs see one creation, and each tells its end once", async ({
  page,
  azure,
  openAs,
  context,
}) => {
  await openAs("admin", "/endpoints/new");
  const other = await context.newPage();
  await other.goto("/endpoints/new");
  await signInAgain(other);
  await openReview(page, "both-tabs");
  await openReview(other, "both-tabs");
  await expect(other.getByText("is also open in another tab")).toBeVisible();
  await azure.freeze();
  await create(page);
  await untilSent(azure, "PUT", /registryEndpoints\/both-tabs/);
  await expect(other.getByRole("button", { name: "Creating…" })).toBeVisible();
  await azure.thaw();
  for (const tab of [page, other]) {
    await expectCreated(tab);
    await expect(await notifications(tab, "“both-tabs” created")).toHaveCount(1);
  }
  expect(await acceptedPuts(azure, "both-tabs")).toBe(1);
});

test("a creation whose tab is closed goes over to the other tab", async ({
  page,
  azure,
  openAs,
  context,
}) => {
  await openAs("admin", "/endpoints/new");
  await openReview(page, "handed-over");
  const other = await context.newPage();
  await other.goto("/endpoints");
  await signInAgain(other);
  await azure.freeze();
  await create(page);
  await untilSent(azure, "PUT", /registryEndpoints\/handed-over/);
  await page.close();
  await azure.thaw();
  await expect(other.getByRole("link", { name: "Open endpoint" })).toBeVisible(PATIENT);
  await expect(await notifications(other, "“handed-over” created")).toHaveCount(1);
  expect(await acceptedPuts(azure, "handed-over")).toBe(1);
});
