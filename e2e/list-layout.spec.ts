import { expect, test } from "./fixtures";

test("keeps the chosen columns, their order and the height of rows in the URL", async ({
  page,
  openAs,
}) => {
  await openAs("admin", "/endpoints?q=contoso-shared");
  await page.getByRole("button", { name: "Columns", exact: true }).click();
  const panel = page.getByRole("dialog", { name: "Columns" });
  await panel.getByRole("checkbox", { name: "Site" }).uncheck();
  await panel.getByRole("checkbox", { name: "Tags" }).check();
  const up = panel.getByRole("button", { name: "Move Authentication up" });
  await up.focus();
  await page.keyboard.press("Enter");
  await expect(up).toBeFocused();
  await panel.getByRole("radio", { name: "Compact" }).check();
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(page).toHaveURL(/density=compact/);
  await page.reload();
  const headers = page.getByRole("columnheader");
  await expect(headers.filter({ hasText: "Tags" })).toBeVisible();
  await expect(headers.filter({ hasText: "Site" })).toHaveCount(0);
  const texts = (await headers.allInnerTexts()).map((text) => text.trim());
  expect(texts.indexOf("Authentication")).toBe(texts.indexOf("Host") - 1);
  await expect(page.getByRole("row").filter({ hasText: "contoso-shared" })).toContainText("=");
});

test("opens with the default view unless the address says something, and says what was changed", async ({
  page,
  openAs,
}) => {
  await openAs("admin", "/endpoints?q=contoso-shared&groupBy=host");
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name: "Save as a new view…" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Shared registries");
  await page.getByRole("checkbox", { name: "Open the list with this view" }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const views = page.getByRole("button", { name: /^Views/ });
  await expect(views).toHaveAccessibleName("Views, Shared registries");

  await page.goto("/endpoints");
  await expect(views).toHaveAccessibleName("Views, Shared registries");
  await expect(page.getByRole("searchbox")).toHaveValue("contoso-shared");
  await expect(page.getByRole("button", { name: "Grouped by Host" })).toBeVisible();
  await page.getByRole("searchbox").fill("acr-token");
  await expect(views).toHaveAccessibleName("Views, Shared registries, changed");

  await page.goto("/endpoints?q=ghcr");
  await expect(page.getByRole("searchbox")).toHaveValue("ghcr");
  await expect(views).toHaveAccessibleName("Views");
  await views.click();
  await page.getByRole("menuitemradio", { name: "All registry endpoints" }).click();
  await page.reload();
  await expect(page.getByRole("link", { name: "acr-token" })).toBeVisible();
  await expect(page.getByRole("searchbox")).toHaveValue("");
});

test("takes views elsewhere as a file, and brings back what was deleted", async ({
  page,
  openAs,
}) => {
  await openAs("admin", "/endpoints?q=contoso-shared");
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name: "Save as a new view…" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Shared");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Views, Shared" }).click();
  await page.getByRole("menuitem", { name: "Manage views…" }).click();
  const panel = page.getByRole("dialog", { name: "Saved views" });
  const download = page.waitForEvent("download");
  await panel.getByRole("button", { name: "Export" }).click();
  const path = await (await download).path();

  await panel.getByRole("button", { name: "Delete Shared" }).click();
  await expect(panel.getByRole("list", { name: "Saved views" })).toHaveCount(0);
  await panel.getByRole("button", { name: "Undo" }).click();
  await panel.getByRole("button", { name: "Rename Shared" }).click();
  await panel.getByRole("textbox").fill("Everywhere");
  await page.keyboard.press("Enter");
  const items = panel.getByRole("list", { name: "Saved views" }).getByRole("listitem");
  await expect(items).toHaveText(["Everywhere"]);

  await panel.getByLabel("File of views").setInputFiles(path);
  await expect(panel).toContainText("1 view imported.");
  await expect(items).toHaveText(["Everywhere", "Shared"]);
  const nothing = { name: "x.json", mimeType: "application/json", buffer: Buffer.from("[]") };
  await panel.getByLabel("File of views").setInputFiles(nothing);
  await expect(panel).toContainText("The file does not hold views of this list.");
  await panel.getByRole("button", { name: "Delete all" }).click();
  await expect(panel).toContainText("Deleted 2 views.");
  await expect(items).toHaveCount(0);
  await panel.getByRole("button", { name: "Undo" }).click();
  await panel.getByRole("button", { name: "Everywhere", exact: true }).click();
  await expect(page.getByRole("searchbox")).toHaveValue("contoso-shared");
});

test("puts rows together, and collapses what is of no interest", async ({ page, openAs }) => {
  await openAs("admin");
  await page.getByRole("button", { name: "Group by" }).click();
  await page.getByRole("menuitemradio", { name: "Authentication" }).click();
  await expect(page).toHaveURL(/groupBy=authentication/);
  const group = page.getByRole("button", { name: /^Anonymous/ });
  const anonymous = page
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader") })
    .filter({ hasText: "Anonymous" });
  await expect(anonymous.first()).toBeVisible();
  const head = page.getByRole("row").filter({ has: group });
  await expect(head).toHaveAttribute("aria-expanded", "true");
  await group.click();
  await expect(head).toHaveAttribute("aria-expanded", "false");
  await expect(anonymous).toHaveCount(0);
  await page.getByRole("button", { name: "Grouped by Authentication" }).click();
  await page.getByRole("menuitem", { name: "Expand all groups" }).click();
  await expect(anonymous.first()).toBeVisible();
});

test("filters by what a chart shows, and not any more", async ({ page, openAs }) => {
  await openAs("admin");
  await page.getByRole("button", { name: "Charts" }).click();
  const chart = page.getByRole("list", { name: "Authentication", exact: true });
  const bar = chart.getByRole("button", { name: /^Artifact secret \d+ \d+%$/ });
  await bar.click();
  await expect(bar).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("link", { name: "acr-token" })).toBeVisible();
  await expect(page.getByRole("link", { name: "contoso-americas" })).toHaveCount(0);
  await bar.click();
  await expect(page).not.toHaveURL(/auth=/);
  await page.reload();
  await expect(bar).toHaveAttribute("aria-pressed", "false");
});

test("the first filter is said beside the number of rows, and moves nothing", async ({
  page,
  openAs,
}) => {
  await openAs("admin");
  const main = page.getByRole("main");
  await expect(main).toContainText("Last refreshed");
  await expect(page.getByRole("button", { name: "Group by" })).toBeVisible();
  const tops = async () =>
    Promise.all(
      [page.getByRole("grid"), page.getByRole("button", { name: "Group by" })].map(async (part) =>
        part.evaluate((element) => element.getBoundingClientRect().top),
      ),
    );
  const before = await tops();
  await page.getByRole("button", { name: "Filter by Authentication" }).click();
  await page.getByRole("checkbox", { name: /^System managed identity/ }).check();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("list", { name: "Active filters" })).toBeVisible();
  expect(await tops()).toEqual(before);
});
