import { busyNames } from "../emulator/scenarios/busy";
import { endpointIds, instanceIds } from "../emulator/scenarios/contoso-names";
import { expect, test } from "./fixtures";

test("lists endpoints of every visible subscription with what one looks for", async ({
  page,
  openAs,
}) => {
  await openAs("admin");
  await expect(page.getByRole("heading", { level: 1, name: "Registry endpoints" })).toBeVisible();
  for (const column of [
    "Name",
    "Host",
    "Authentication",
    "Instance",
    "Site",
    "Resource group",
    "Subscription",
    "Provisioning state",
  ]) {
    await expect(page.getByRole("columnheader", { name: column })).toBeVisible();
  }
  await page.getByRole("searchbox").fill("contoso-shared");
  const row = page.getByRole("row").filter({ hasText: "contoso-shared" });
  await expect(row).toContainText("User managed identity");
  await expect(row).toContainText("Gothenburg Assembly");
  await expect(row).toContainText("Contoso Manufacturing Europe");
  await expect(row).toContainText("Succeeded");
  // What a cell cuts off is said on hover.
  const site = row.getByRole("gridcell", { name: "Gothenburg Assembly" });
  await site.hover();
  await expect(site).toHaveAttribute("title", "Gothenburg Assembly");
  await page.getByRole("searchbox").hover();
  await expect(site).not.toHaveAttribute("title");
});

test("shows the columns that fit, and none cut off, in a narrow window", async ({
  page,
  openAs,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await openAs("admin");
  await expect(page.getByRole("columnheader", { name: "Provisioning state" })).toBeInViewport();
  await expect(page.getByRole("columnheader", { name: "Resource group" })).toHaveCount(0);
  const table = page.getByRole("grid", { name: "Registry endpoints" });
  const isCut = () =>
    table.evaluate(({ parentElement: box }) => box !== null && box.scrollWidth > box.clientWidth);
  expect(await isCut()).toBe(false);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(page.getByRole("columnheader", { name: "Resource group" })).toBeVisible();
  expect(await isCut()).toBe(false);
});

test("keeps search, filters and sort in the URL", async ({ page, openAs }) => {
  await openAs("admin");
  await page.getByRole("searchbox").fill("ghcr gothenburg");
  await expect(page.getByRole("link", { name: "ghcr-wasm" })).toBeVisible();
  await expect(page.getByRole("link", { name: "contoso-shared" })).toHaveCount(0);
  await page.getByRole("columnheader", { name: "Host" }).getByRole("button").click();
  await expect(page).toHaveURL(/q=ghcr/);
  await expect(page).toHaveURL(/sort=host/);
  await page.reload();
  await expect(page.getByRole("searchbox")).toHaveValue("ghcr gothenburg");
  await expect(page.getByRole("columnheader", { name: "Host" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  await expect(page.getByRole("link", { name: "ghcr-wasm" })).toBeVisible();
});

test("filters by authentication, and takes the filter away again", async ({
  page,
  openAs,
}) => {
  await openAs("admin");
  await page.getByRole("button", { name: "Filter by Authentication" }).click();
  await page.getByRole("checkbox", { name: /Artifact secret/ }).check();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: "acr-token" })).toBeVisible();
  await expect(page.getByRole("link", { name: "contoso-americas" })).toHaveCount(0);
  await expect(page).toHaveURL(/auth=/);
  await page.getByRole("button", { name: /Remove.*Artifact secret/ }).click();
  await page.getByRole("searchbox").fill("contoso-shared");
  await expect(page.getByRole("link", { name: "contoso-shared" })).toBeVisible();
});

test("leaves the filters where they are while the rest of the list comes in", async ({
  page,
  azure,
  openAs,
}) => {
  const operation = "GET Microsoft.IoTOperations/instances/registryEndpoints";
  await azure.fault({ match: { operation }, effect: { delayMs: 2_000 } });
  await openAs("admin");
  const filter = page.getByRole("button", { name: "Filter by Authentication" });
  await expect(filter).toBeVisible();
  await expect(page.getByRole("progressbar")).toBeVisible();
  const before = await filter.boundingBox();
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  expect(await filter.boundingBox()).toEqual(before);
});

test("says when nothing matches, and clears", async ({ page, openAs }) => {
  await openAs("admin", "/endpoints?q=nothing-has-this-name");
  await expect(page.getByText("Nothing matches", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Clear search and filters" }).click();
  await expect(page.getByRole("link", { name: "acr-token" })).toBeVisible();
});

test("offers to create the first endpoint where there is none", async ({ page, azure, openAs }) => {
  await azure.reset("empty");
  await openAs("admin");
  await expect(page.getByRole("main")).toContainText("No registry endpoints yet");
  await page
    .getByRole("main")
    .getByRole("button", { name: /Create/ })
    .last()
    .click();
  await expect(page).toHaveURL(/\/endpoints\/new/);
});

test("finds, sorts and counts beyond the first page of Resource Graph", async ({
  page,
  azure,
  openAs,
}) => {
  await azure.reset("busy");
  await openAs("admin");
  await expect(page.getByRole("main")).toContainText("Last refreshed");
  await expect(page.getByRole("main")).toContainText("1,500 registry endpoints");
  const queries = (await azure.requestsTo("POST", /ResourceGraph/)).filter(({ body = "" }) =>
    /registryendpoints.*extendedLocation/is.test(body),
  );
  expect(queries[0]?.body).not.toContain("skipToken");
  // Not always the next: what is shown meanwhile is asked for beside it.
  expect(queries.some(({ body }) => body?.includes("skipToken"))).toBe(true);

  const table = page.getByRole("grid");
  await expect(table).toHaveAttribute("aria-rowcount", "1501");
  const name = page.getByRole("columnheader", { name: "Name" });
  await expect(name).toHaveAttribute("aria-sort", "ascending");
  await name.getByRole("button").click();
  await expect(name).toHaveAttribute("aria-sort", "descending");
  const names = await page.getByRole("rowheader").allTextContents();
  expect(names).toEqual([...names].sort().reverse());

  await page.getByRole("searchbox").fill(busyNames.needle);
  await expect(page.getByRole("link", { name: busyNames.needle })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("1 of 1,500 registry endpoints");
});

test("reads instances that Resource Graph does not show from Resource Manager, and says so", async ({
  page,
  azure,
  openAs,
}) => {
  await azure.settings({ graph: { omitRegistryEndpoints: [instanceIds.gothenburg] } });
  await openAs("admin", "/endpoints?q=contoso-shared");
  await expect(page.getByRole("link", { name: "contoso-shared" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(
    /that the index does not show, read from 1 instance/,
  );
  await azure.settings({ graph: { omitRegistryEndpoints: "all" } });
  await page.reload();
  await expect(page.getByRole("link", { name: "contoso-shared" })).toBeVisible();
});

test("shows Azure's error and a retry when the list cannot be loaded", async ({
  page,
  azure,
  openAs,
}) => {
  await azure.fault({
    match: { operation: "POST Microsoft.ResourceGraph/resources" },
    effect: { status: 400, error: { code: "BadRequest", message: "The query was refused." } },
  });
  await openAs("admin");
  await expect(page.getByRole("main")).toContainText("The query was refused.");
  await azure.clearFaults();
  await page
    .getByRole("main")
    .getByRole("button", { name: /Try again|Refresh/ })
    .last()
    .click();
  await expect(page.getByRole("link", { name: "acr-token" })).toBeVisible();
});

test("goes on after a refresh of which every query failed", async ({ page, azure, openAs }) => {
  await openAs("admin");
  await expect(page.getByRole("main")).toContainText("All from Azure Resource Graph");
  await azure.fault({
    match: { operation: "POST Microsoft.ResourceGraph/resources" },
    count: 100,
    effect: { status: 500, error: { code: "InternalServerError", message: "Out of order." } },
  });
  await page.getByRole("button", { name: "Refresh" }).click();
  const failure = page.getByRole("main").getByText("Out of order.");
  await expect(failure.first()).toBeVisible();
  await expect(page.getByRole("main")).toContainText("InternalServerError");
  await expect(page.getByRole("main")).toContainText("Correlation id");
  await azure.clearFaults();
  await page.getByRole("main").getByRole("button", { name: "Try again" }).first().click();
  await expect(failure).toHaveCount(0);
  await expect(page.getByRole("main")).toContainText("Last refreshed");
});

test("opens what was just searched for, although the address follows the typing later", async ({
  page,
  openAs,
}) => {
  await openAs("admin");
  await page.getByRole("searchbox").fill("contoso-shared");
  await page.getByRole("link", { name: "contoso-shared" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "contoso-shared" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Edit", exact: true })).toBeVisible();
});

test("opens an endpoint from the list and comes back to the same view", async ({
  page,
  openAs,
}) => {
  await openAs("admin", "/endpoints?q=contoso-shared");
  await page.getByRole("link", { name: "contoso-shared" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "contoso-shared" })).toBeVisible();
  expect(new URL(page.url()).pathname.toLowerCase()).toBe(
    `/endpoints${endpointIds.userIdentity}`.toLowerCase(),
  );
  await page.goBack();
  await expect(page.getByRole("searchbox")).toHaveValue("contoso-shared");
  await expect(page.getByRole("link", { name: "contoso-shared" })).toBeFocused();
});
