import { endpointIds, instanceIds, loginServers } from "../emulator/scenarios/contoso-names";
import { expect, test } from "./fixtures";
import { nameOf } from "./names";

test("shows every property and where to go from here", async ({ page, openAs }) => {
  await openAs("admin", `/endpoints${endpointIds.userIdentity}`);
  const main = page.getByRole("main");
  await expect(page.getByRole("heading", { level: 1, name: "contoso-shared" })).toBeVisible();
  for (const text of [
    loginServers.hashed,
    "User managed identity",
    "Gothenburg Assembly",
    "Succeeded",
    nameOf(instanceIds.gothenburg),
    "rg-aio-gothenburg",
  ]) {
    await expect(main).toContainText(text);
  }
  const portal = main.getByRole("link", { name: /Azure portal/ }).first();
  await expect(portal).toHaveAttribute("href", /^https:\/\/portal\.azure\.com\//);
  await expect(portal).toHaveAttribute("rel", /noreferrer/);
});

test("draws the chain of a synced secret, and names what uses the endpoint", async ({
  page,
  openAs,
}) => {
  await openAs("admin", `/endpoints${endpointIds.syncedSecret}`);
  const users = page.getByRole("region", { name: "Used by" });
  await expect(users.getByRole("link", { name: /fanuc-focas/ })).toHaveAttribute(
    "href",
    /akriConnectorTemplates\/fanuc-focas$/,
  );
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog"));
  await expect(dialog).toContainText("connector template “fanuc-focas” can no longer pull");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  const chain = page.getByRole("list", { name: "Links of the secret chain" });
  await expect(chain).toContainText("ghcr-username");
  await expect(chain).toContainText("ghcr-token");
  await expect(chain).toContainText("ghcr-pull");
});

test("shows why a synced secret is not on the cluster", async ({ page, openAs }) => {
  await openAs("admin", `/endpoints${endpointIds.expiredSecret}`);
  const main = page.getByRole("main");
  await expect(main).toContainText(/expired/i);
  await expect(main).toContainText("This endpoint cannot be pulled through at present");
  await main.getByRole("link", { name: "See the secret chain" }).click();
  await expect(page.getByRole("group", { name: "Secret chain" })).toBeInViewport();
});

test("says nothing of pulls that fail where the secret is in order", async ({ page, openAs }) => {
  await openAs("admin", `/endpoints${endpointIds.syncedSecret}`);
  await expect(page.getByRole("list", { name: "Links of the secret chain" })).toContainText(
    "Synced",
  );
  await expect(page.getByText("cannot be pulled through")).toHaveCount(0);
});

test("tells the exact time of a change, and what kind of registry a host is", async ({
  page,
  openAs,
}) => {
  await openAs("admin", `/endpoints${endpointIds.syncedSecret}`);
  const main = page.getByRole("main");
  await expect(main).toContainText("GitHub Container Registry");
  await expect(main).not.toContainText("Azure Container Registries");
  await expect(main.getByRole("time").first()).toContainText(/20\d\d.*\d:\d\d:\d\d.* \(.+\)/);
});

test("deletes an endpoint, follows the operation and updates the list", async ({
  page,
  azure,
  openAs,
}) => {
  await openAs("operator", `/endpoints${endpointIds.userIdentity}`);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog"));
  await expect(dialog).toContainText("contoso-shared");
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await dialog.getByRole("button", { name: /^Delete/ }).click();
  await expect(page).toHaveURL(/\/endpoints$/, { timeout: 30_000 });
  await page.getByRole("searchbox").fill("contoso-shared");
  await expect(page.getByText("Nothing matches", { exact: true })).toBeVisible();
  expect(await azure.requestsTo("DELETE", /registryEndpoints\/contoso-shared/)).toHaveLength(1);
  const read = await azure.arm("admin", "GET", endpointIds.userIdentity, "2026-07-01");
  expect(read.status).toBe(404);
});

test("asks to type the name before the system endpoint goes", async ({ page, openAs }) => {
  await openAs("admin", `/endpoints${endpointIds.default}`);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog"));
  const confirm = dialog.getByRole("button", { name: /^Delete/ });
  await expect(confirm).toBeDisabled();
  await dialog.getByRole("textbox").fill("default");
  await expect(confirm).toBeEnabled();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Delete", exact: true })).toBeFocused();
});

test("keeps the dialog and says why when a deletion fails", async ({ page, azure, openAs }) => {
  await azure.fault({
    match: { operation: "DELETE Microsoft.IoTOperations/instances/registryEndpoints" },
    count: 1,
    effect: { status: 409, error: { code: "ScopeLocked", message: "The scope is locked." } },
  });
  await openAs("admin", `/endpoints${endpointIds.userIdentity}`);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog"));
  await dialog.getByRole("button", { name: /^Delete/ }).click();
  await expect(dialog.getByText("The scope is locked.")).toHaveCount(1);
  await expect(dialog.getByText(/could not be deleted/)).toHaveCount(1);
  await expect(dialog.getByRole("heading")).toHaveText(/could not be deleted/);
  await expect(dialog).toContainText("ScopeLocked");
});

test("says so when an endpoint does not exist", async ({ page, openAs }) => {
  await openAs("admin", `/endpoints${instanceIds.lyon}/registryEndpoints/never-was`);
  await expect(page.getByRole("main")).toContainText(/not found|does not exist/i);
  await expect(
    page.getByRole("main").getByRole("link", { name: /registry endpoints/i }),
  ).toBeVisible();
});
