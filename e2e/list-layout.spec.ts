import { expect, test } from "./fixtures";
import { groupHeads, storedEndpoints, type StoredEndpoint } from "./stored-endpoints";

const groupings = {
  Instance: "instance",
  Host: "host",
  Subscription: "subscription",
  Authentication: "authentication",
} as const satisfies Record<string, keyof StoredEndpoint>;

/** A bar of each: how many rows of the scenario it stands for, and what share of them. */
const otherCharts = [
  ["Registry kind", "Microsoft Artifact Registry", 13, "24%", /kind=/],
  ["Provisioning state", "Failed", 2, "4%", /state=/],
  ["AIO version", "1.2.154", 10, "18%", /version=/],
] as const;

test("keeps the chosen columns, their order and the height of rows in the URL", async ({
  page,
  openAs,
}) => {
  await openAs("admin", "/endpoints?q=contoso-shared");
  await page.getByRole("button", { name: /^Columns/ }).click();
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
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert")).toHaveText("Enter a name.");
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

  const choose = async (item: string) => {
    await views.click();
    await page.getByRole("menuitem", { name: item }).click();
    await expect(views).toHaveAccessibleName("Views, Shared registries");
  };
  await choose("Undo changes");
  await expect(page.getByRole("searchbox")).toHaveValue("contoso-shared");
  await page.getByRole("searchbox").fill("acr-token");
  await expect(views).toHaveAccessibleName("Views, Shared registries, changed");
  await choose("Save changes");
  await page.goto("/endpoints");
  await expect(page.getByRole("searchbox")).toHaveValue("acr-token");
  await expect(views).toHaveAccessibleName("Views, Shared registries");

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
  const manage = page.getByRole("menuitem", { name: "Manage views…" });
  await manage.click();
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
  const star = panel.getByRole("button", { name: "Open the list with Everywhere" });
  await expect(star).toHaveAttribute("aria-pressed", "false");
  await star.click();
  await expect(star).toHaveAttribute("aria-pressed", "true");
  await panel.getByRole("button", { name: "Everywhere", exact: true }).click();
  await expect(page.getByRole("searchbox")).toHaveValue("contoso-shared");

  await page.goto("/endpoints");
  const views = page.getByRole("button", { name: "Views, Everywhere" });
  await expect(views).toBeVisible();
  await expect(page.getByRole("searchbox")).toHaveValue("contoso-shared");
  await views.click();
  await manage.click();
  await star.click();
  await expect(star).toHaveAttribute("aria-pressed", "false");
  await page.goto("/endpoints");
  await expect(page.getByRole("link", { name: "acr-token" })).toBeVisible();
  await expect(page.getByRole("searchbox")).toHaveValue("");
});

test("puts rows together, and collapses what is of no interest", async ({
  page,
  azure,
  openAs,
}) => {
  // High enough to show every group.
  await page.setViewportSize({ width: 1280, height: 2_000 });
  const endpoints = await storedEndpoints(azure);
  await openAs("admin");
  let menu = page.getByRole("button", { name: "Group by" });
  for (const [by, field] of Object.entries(groupings)) {
    await menu.click();
    await page.getByRole("menuitemradio", { name: by }).click();
    menu = page.getByRole("button", { name: `Grouped by ${by}` });
    await menu.click();
    await page.getByRole("menuitem", { name: "Collapse all groups" }).click();
    const heads = page.getByRole("row", { expanded: false });
    await expect(heads, "each with its number of rows").toHaveText(groupHeads(endpoints, field));
    await expect(page.getByRole("rowheader")).toHaveCount(0);
  }
  await expect(page).toHaveURL(/groupBy=authentication/);
  const head = page.getByRole("row", { name: /^Anonymous/ });
  const group = head.getByRole("button");
  const anonymous = page
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader") })
    .filter({ hasText: "Anonymous" });
  await expect(head).toHaveAttribute("aria-expanded", "false");
  await group.click();
  await expect(head).toHaveAttribute("aria-expanded", "true");
  await expect(anonymous.first()).toBeVisible();
  const others = page.getByRole("row", { expanded: false });
  const closed = await others.count();
  await expect(page, "a link shows the same").toHaveURL(/collapsed=all.*expanded=/);
  await page.reload();
  await expect(head).toHaveAttribute("aria-expanded", "true");
  await expect(anonymous.first()).toBeVisible();
  await expect(others).toHaveCount(closed);
  await group.click();
  await expect(head).toHaveAttribute("aria-expanded", "false");
  await expect(anonymous).toHaveCount(0);
  await menu.click();
  await page.getByRole("menuitem", { name: "Expand all groups" }).click();
  await expect(anonymous.first()).toBeVisible();
});

test("filters by what each chart shows, and not any more; charts stay hidden or shown", async ({
  page,
  openAs,
}) => {
  await openAs("admin");
  const toggle = page.getByRole("button", { name: "Charts" });
  const charts = page.getByRole("region", { name: "Charts" });
  await toggle.click();
  await expect(charts.getByRole("list")).toHaveCount(4);
  const chart = page.getByRole("list", { name: "Authentication", exact: true });
  const bar = chart.getByRole("button", { name: /^Artifact secret \d+ \d+%$/ });
  // One stop of the Tab key, and arrows from bar to bar.
  const stops = page.getByRole("region", { name: "Charts" }).locator('button[tabindex="0"]');
  await expect(stops).toHaveCount(1);
  await stops.focus();
  await page.keyboard.press("ArrowDown");
  await expect(chart.getByRole("button").nth(1)).toBeFocused();
  await expect(stops).toHaveCount(1);
  await bar.click();
  await expect(bar).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("link", { name: "acr-token" })).toBeVisible();
  await expect(page.getByRole("link", { name: "contoso-americas" })).toHaveCount(0);
  // No charts of nothing.
  await page.getByRole("searchbox").fill("no-such-endpoint");
  await expect(page.getByText("Nothing matches", { exact: true })).toBeVisible();
  await expect(chart).toHaveCount(0);
  await page.getByRole("searchbox").fill("");
  await bar.click();
  await expect(page).not.toHaveURL(/auth=/);
  const main = page.getByRole("main");
  for (const [label, value, count, share, parameter] of otherCharts) {
    const bars = page.getByRole("list", { name: label, exact: true });
    const one = bars.getByRole("button", { name: `${value} ${count} ${share}`, exact: true });
    await one.click();
    await expect(page).toHaveURL(parameter);
    await expect(one).toHaveAttribute("aria-pressed", "true");
    await expect(
      page.getByText(`${count} of 55 registry endpoints`, { exact: true }),
    ).toBeVisible();
    await one.click();
    await expect(page).not.toHaveURL(parameter);
    await expect(main).not.toContainText("of 55 registry endpoints");
  }
  await page.reload();
  await expect(bar).toHaveAttribute("aria-pressed", "false");

  await toggle.click();
  await expect(charts).toHaveCount(0);
  // Also where they would have room.
  await page.setViewportSize({ width: 1280, height: 1_000 });
  await page.reload();
  await expect(toggle).toHaveAttribute("aria-pressed", "false");
  await expect(page.getByRole("rowheader").first()).toBeVisible();
  await expect(charts).toHaveCount(0);
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
