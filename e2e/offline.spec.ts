import { goToSaving, save } from "./editing";
import { expect, test } from "./fixtures";
import { createdId, listed, fillWizard, pressCreate, waitForCreated } from "./faults/acts";
import { acceptedPuts, PATIENT, untilSent } from "./runs";
import { nameOf } from "./names";

const NAME = nameOf(createdId);

test("what is asked for offline waits for the network, can be stopped, and is sent once", async ({
  page,
  azure,
  openAs,
  context,
}) => {
  const stage = { page, azure, openAs, context, announcements: [] };
  await fillWizard(stage);
  await azure.freeze();
  await context.setOffline(true);
  await expect(page.getByText("You are offline.")).toBeVisible();
  await pressCreate(stage);
  const main = page.getByRole("main");
  await expect(main.getByText("Waiting for the network")).toBeVisible();
  await main.getByRole("button", { name: "Stop" }).click();
  await expect(main).toContainText("Nothing of the endpoint itself was sent to Azure.");
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(main.getByText("Waiting for the network")).toBeVisible();
  expect(await azure.requestsTo("PUT", /registryEndpoints/)).toEqual([]);

  await context.setOffline(false);
  await untilSent(azure, "PUT", new RegExp(NAME));
  // The operation is followed again when there is a network again.
  await context.setOffline(true);
  await expect(main.getByText("How it went is asked")).toBeVisible();
  await expect(main.getByRole("button", { name: "Stop" })).toHaveCount(0);
  await azure.thaw();
  await context.setOffline(false);
  await waitForCreated(stage);
  expect(await acceptedPuts(azure, NAME)).toBe(1);
});

test("a creation that Azure puts off is stopped at once, and goes on when asked", async ({
  page,
  azure,
  openAs,
  context,
}) => {
  const stage = { page, azure, openAs, context, announcements: [] };
  await fillWizard(stage);
  await azure.fault({
    match: { method: "PUT" },
    count: 1,
    effect: { status: 429, headers: { "Retry-After": "3" } },
  });
  await pressCreate(stage);
  const main = page.getByRole("main");
  await main.getByRole("button", { name: "Stop" }).click();
  await expect(main).toContainText("Nothing of the endpoint itself was sent to Azure.");
  expect(await acceptedPuts(azure, NAME)).toBe(0);
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await waitForCreated(stage);
  expect(await acceptedPuts(azure, NAME)).toBe(1);
});

test("an edit and a deletion wait for the network, and are sent once", async ({
  page,
  azure,
  openAs,
  context,
}) => {
  // From its details, so that their page is here when the network is not.
  await openAs("admin", `/endpoints${listed.id}`);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByRole("radio", { name: /Other registry/ }).check();
  await page.getByRole("textbox", { name: "Hostname" }).fill("quay.io");
  await goToSaving(page);
  await context.setOffline(true);
  await expect(page.getByText("You are offline.")).toBeVisible();
  await save(page);
  await expect(page.getByRole("main").getByText("Waiting for the network")).toBeVisible();
  expect(await azure.requestsTo("PUT", /registryEndpoints/)).toEqual([]);
  await context.setOffline(false);
  await expect(page).toHaveURL(new RegExp(`/${listed.name}$`), PATIENT);
  await expect(page.getByRole("main")).toContainText("quay.io");
  expect(await acceptedPuts(azure, listed.name)).toBe(1);

  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await context.setOffline(true);
  await expect(page.getByText("You are offline.")).toBeVisible();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /^Delete/ }).click();
  await expect(dialog.getByText("Waiting for the network")).toBeVisible();
  expect(await azure.requestsTo("DELETE", /registryEndpoints/)).toEqual([]);
  await context.setOffline(false);
  await expect(page).toHaveURL(/\/endpoints$/, PATIENT);
  expect(await azure.requestsTo("DELETE", /registryEndpoints/)).toHaveLength(1);
});

test("a page that was not downloaded yet comes by itself once the network is back", async ({
  page,
  openAs,
  context,
}) => {
  await page.route(/create-endpoint-page/, (route) => route.abort("internetdisconnected"));
  await openAs("admin");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Create", exact: true }).click();
  const main = page.getByRole("main");
  await expect(main).toContainText("A part of the portal could not be downloaded");
  await page.unroute(/create-endpoint-page/);
  await context.setOffline(false);
  await expect(page.getByRole("textbox", { name: "Registry endpoint name" })).toBeVisible();
});
