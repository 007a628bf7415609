import type { Page } from "@playwright/test";
import { busyNames } from "../emulator/scenarios/busy";
import { instanceIds } from "../emulator/scenarios/contoso-names";
import { expect, test } from "./fixtures";

test("lists endpoints of every visible subscription with what one looks for", async ({
  page,
  openAs,
}) => {
  // With room for all of them.
  await page.setViewportSize({ width: 1680, height: 800 });
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

/** Columns whose texts are short enough to be read in any window. */
const SHORT = ["Name", "Authentication", "Subscription", "Provisioning state"];

/** The labels of columns, and the texts of short ones, that are cut off. */
async function cutTexts(page: Page): Promise<string[]> {
  return page.getByRole("grid", { name: "Registry endpoints" }).evaluate((grid, short) => {
    const isWide = ({ clientWidth, scrollWidth }: Element) => scrollWidth > clientWidth;
    const isCut = (element: Element) =>
      [element, ...element.querySelectorAll("*")].some(
        (one) => getComputedStyle(one).textOverflow === "ellipsis" && isWide(one),
      );
    const labels = [...grid.querySelectorAll("[role=columnheader]")];
    const texts = [...grid.querySelectorAll("[role=row]")].flatMap(({ children }) =>
      [...children].filter((_, at) => short.includes(labels[at]?.textContent ?? "")),
    );
    const read = [...labels.filter(({ textContent }) => textContent !== "Actions"), ...texts];
    return read.filter(isCut).map(({ textContent }) => textContent);
  }, SHORT);
}

test("shows the columns that fit, and none cut off, in windows of any width", async ({
  page,
  openAs,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await openAs("admin");
  const header = (name: string) => page.getByRole("columnheader", { name });
  const table = page.getByRole("grid", { name: "Registry endpoints" });
  const isScrolling = () =>
    table.evaluate(({ parentElement: box }) => box !== null && box.scrollWidth > box.clientWidth);
  const first = ["Name", "Host", "Instance", "Provisioning state"];
  for (const [width, columns] of [
    [1024, first],
    [1280, [...first, "Authentication"]],
    [1440, [...first, "Authentication", "Subscription"]],
    [1680, [...first, "Authentication", "Subscription", "Resource group", "Site"]],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    // With the box that selects and the menu.
    await expect(page.getByRole("columnheader")).toHaveCount(columns.length + 2);
    for (const name of columns) await expect(header(name)).toBeInViewport();
    expect(await isScrolling()).toBe(false);
    expect(await cutTexts(page)).toEqual([]);
  }
  // The arrow of a sort has room as well.
  await header("Provisioning state").getByRole("button").click();
  await expect(header("Provisioning state")).toHaveAttribute("aria-sort", "ascending");
  expect(await cutTexts(page)).toEqual([]);
});

test("says which columns have no room, and shows them all the same where that is wanted", async ({
  page,
  openAs,
}) => {
  await openAs("admin");
  const site = page.getByRole("columnheader", { name: "Site" });
  await expect(page.getByRole("columnheader", { name: "Instance" })).toBeVisible();
  await expect(site).toHaveCount(0);
  const columns = page.getByRole("button", { name: "Columns (3 hidden)", exact: true });
  await columns.click();
  const panel = page.getByRole("dialog", { name: "Columns" });
  const noRoom = panel.getByRole("checkbox", { name: /hidden at this width$/ });
  await expect(noRoom).toHaveCount(3);
  await page.setViewportSize({ width: 1024, height: 800 });
  await expect(noRoom, "as wide as the window is now").toHaveCount(4);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(noRoom).toHaveCount(3);
  const instance = panel.getByRole("checkbox", { name: "Instance", exact: true });
  await instance.uncheck();
  await expect(noRoom, "columns that one has chosen stay").toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Columns", exact: true }).click();
  await instance.check();
  await expect(noRoom, "as the table is now").toHaveCount(3);
  await panel.getByRole("button", { name: "Show hidden columns" }).click();
  await expect(noRoom).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Columns", exact: true })).toBeFocused();
  await expect(site).toBeAttached();
  await expect(page.getByRole("columnheader")).toHaveCount(10);
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

test("filters by authentication, and takes the filter away again", async ({ page, openAs }) => {
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
  // All has failed that was asked: nothing mends itself once Azure does not fail any more.
  const again = page.getByRole("main").getByRole("button", { name: "Try again" });
  await expect(again.first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Refresh" })).toBeEnabled();
  await azure.clearFaults();
  await again.first().click();
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
