import { readFile } from "node:fs/promises";
import type { BrowserContext, Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const GRAPH = "/providers/Microsoft.ResourceGraph/resources";

/** What pops up and goes. */
const toasts = (page: Page) => page.getByRole("region", { name: "New notifications" });
/** What the clipboard holds. The portal's own pages may not read it, and are not asked. */
async function copiedText(context: BrowserContext): Promise<string> {
  const page = await context.newPage();
  await page.setContent("<textarea></textarea>");
  await page.getByRole("textbox").focus();
  await page.keyboard.press("Control+V");
  const text = await page.getByRole("textbox").inputValue();
  await page.close();
  return text;
}

const names = (page: Page) => page.getByRole("rowheader");

test("finds words, phrases, columns and what is not there, and marks what it found", async ({
  page,
  openAs,
}) => {
  // With room for the site and the resource group, where it is found as well.
  await page.setViewportSize({ width: 1680, height: 800 });
  await openAs("admin", "/endpoints?q=host:ghcr gothenburg");
  await expect(page.getByRole("searchbox")).toHaveValue("host:ghcr gothenburg");
  const row = page.getByRole("row", { name: /ghcr-wasm/ });
  await expect(row.locator("mark")).toHaveText(["ghcr", "gothenburg", "Gothenburg", "gothenburg"]);
  await page.getByRole("searchbox").fill("host:ghcr -gothenburg");
  await expect(row).toHaveCount(0);
  // Words are found in any order and anywhere, a phrase is not.
  await page.getByRole("searchbox").fill("assembly ghcr gothenburg");
  await expect(row).toBeVisible();
  await page.getByRole("searchbox").fill('"assembly gothenburg"');
  await expect(names(page)).toHaveCount(0);
  await page.getByRole("searchbox").fill('"gothenburg assembly" ghcr');
  await expect(row.locator("mark")).toHaveText(["ghcr", "ghcr", "Gothenburg Assembly"]);
  await page.getByRole("button", { name: "What the search understands" }).click();
  await expect(page.getByText("tag:env=prod")).toBeVisible();
});

test("a word of another column offers the search there, which marks what it finds", async ({
  page,
  openAs,
}) => {
  await openAs("admin", "/endpoints?q=failed");
  await expect(page.getByRole("searchbox")).toHaveAttribute(
    "placeholder",
    /^Search name, host, site, tags…/,
  );
  await expect(page.getByRole("main")).toContainText(
    "Words are looked for in name, host, instance, site, subscription, resource group, and tags.",
  );
  const offer = page.getByRole("button", { name: /^Search state:failed \(\d+\)$/ });
  const [, count = ""] = /\((\d+)\)/.exec(await offer.innerText()) ?? [];
  await offer.click();
  await expect(page.getByRole("searchbox")).toHaveValue("state:failed");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await expect(names(page)).toHaveCount(Number(count));
  await expect(
    page
      .getByRole("row", { name: /Failed/ })
      .first()
      .locator("mark"),
  ).toHaveText(["Failed"]);
  // A column that does not have it, and a name that is no column's.
  for (const [typed, offered] of [
    ["registry:ghcr", "ghcr"],
    ["country:SE", "tag:country=SE"],
  ] as const) {
    await page.getByRole("searchbox").fill(typed);
    const other = page.getByRole("button", { name: new RegExp(`^Search ${offered} \\(\\d+\\)$`) });
    const [found] = /\d+/.exec((await other.textContent()) ?? "") ?? [];
    await other.click();
    await expect(page.getByRole("searchbox")).toHaveValue(offered);
    await expect(
      page.getByText(`${found} of 55 registry endpoints`, { exact: true }),
    ).toBeVisible();
  }
});

test("filters by several values of any field, with counts, and sorts by several columns", async ({
  page,
  openAs,
}) => {
  await openAs("admin");
  await page.getByRole("button", { name: "More filters" }).click();
  await page.getByRole("menuitem", { name: "AIO version" }).click();
  // Open at once, with the focus inside; and closed, on the filter that was added.
  const versions = page.getByRole("group", { name: "AIO version" });
  await expect(versions.getByRole("checkbox").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(versions).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Filter by AIO version" })).toBeFocused();
  await page.getByRole("button", { name: "Filter by Registry kind" }).click();
  const kinds = page.getByRole("group", { name: "Registry kind" });
  const github = kinds.getByRole("checkbox", { name: /GitHub/ });
  const [, count = ""] = /(\d+)$/.exec((await github.locator("..").innerText()).trim()) ?? [];
  // The numbers stand one below the other.
  const ends = await kinds
    .getByText(/^\d+$/)
    .evaluateAll((counts) => counts.map((one) => one.getBoundingClientRect().right));
  expect(ends.length).toBeGreaterThan(1);
  expect(new Set(ends).size).toBe(1);
  await github.check();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/kind=/);
  // A status says it too.
  const main = page.getByRole("main");
  await expect(main.getByText(new RegExp(`^${count} of \\d+ registry endpoints$`))).toBeVisible();

  await page.getByRole("columnheader", { name: "Instance" }).getByRole("button").click();
  const name = page.getByRole("columnheader", { name: /^Name/ });
  await name.getByRole("button").click({ modifiers: ["Shift"] });
  await expect(page).toHaveURL(/sort=instance(%2C|,)name/);
  await expect(page.getByRole("columnheader", { name: "Instance" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  await expect(name).toHaveAccessibleName("Name, sorted ascending as number 2 of 2");
  await page.reload();
  await expect(name).toHaveAccessibleName(/^Name, sorted ascending/);
  await page.getByRole("button", { name: /Remove filter Registry kind: GitHub/ }).click();
  await expect(page).not.toHaveURL(/kind=/);
});

test("takes away what is found: as files, and as the query that finds it", async ({
  page,
  openAs,
}) => {
  await openAs("admin", "/endpoints?q=ghcr");
  await expect(names(page).first()).toBeVisible();
  const found = await names(page).allTextContents();
  const download = async (item: string) => {
    await page.getByRole("button", { name: "Export" }).click();
    const downloading = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: item }).click();
    const file = await downloading;
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
  };
  const csv = await download("Download CSV");
  expect(csv.name).toBe("registry-endpoints.csv");
  expect(csv.text.split("\r\n")[0]).toContain('"Name","Host","Authentication","Instance"');
  expect(csv.text.trimEnd().split("\r\n")).toHaveLength(found.length + 1);
  const json = await download("Download JSON");
  const rows = JSON.parse(json.text) as { name: string }[];
  expect(rows.map((row) => row.name)).toEqual(found);
});

test("opens the query that finds it in the Azure portal, and copies it", async ({
  page,
  context,
  azure,
  openAs,
  watchdog,
}) => {
  await context.grantPermissions(["clipboard-write"]);
  await context.route(/portal\.azure\.com/, (route) => route.fulfill({ body: "Azure portal" }));
  await openAs("admin", "/endpoints?q=contoso&sort=-host");
  await expect(names(page).first()).toBeVisible();
  await page.getByRole("button", { name: "Export" }).click();
  const opening = page.waitForEvent("popup");
  await page.getByRole("menuitem", { name: "Open query in the Azure portal" }).click();
  const [, opened = ""] = (await opening).url().split("/#blade/HubsExtension/ArgQueryBlade/query/");
  expect(watchdog.strangers.splice(0)).toEqual(["https://portal.azure.com/"]);
  await expect(toasts(page)).toContainText("Copied the query");
  const copied = await copiedText(context);
  expect(copied).toBe(decodeURIComponent(opened));
  expect(copied, "every row, however many").not.toMatch(/\btake\b|\blimit\b/);
  const answer = await azure.arm("admin", "POST", GRAPH, "2022-10-01", { query: copied });
  const { totalRecords } = answer.body as { totalRecords: number };
  expect(totalRecords).toBeGreaterThan(10);
  await expect(page.getByRole("grid")).toHaveAttribute("aria-rowcount", `${totalRecords + 1}`);

  // Resource Graph does not know of use.
  await page.goto('/endpoints?usage=["used"]');
  await page.getByRole("button", { name: "Export" }).click();
  for (const name of ["Copy query", "Open query in the Azure portal"]) {
    const item = page.getByRole("menuitem", { name });
    await expect(item).toHaveAttribute("aria-disabled", "true");
    await expect(item).toContainText("Azure Resource Graph cannot filter by usage.");
  }
});

test("a copied link opens the same list, and says that it was copied", async ({
  page,
  context,
  openAs,
}) => {
  await context.grantPermissions(["clipboard-write"]);
  await openAs("admin", "/endpoints?q=ghcr&columns=name,instance");
  await page.getByRole("columnheader", { name: "Instance" }).getByRole("button").click();
  await expect(page).toHaveURL(/sort=instance/);
  const rows = await names(page).allTextContents();
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(toasts(page)).toContainText("Copied the link to this view");
  // It is of no use later.
  await expect(page.getByRole("button", { name: /^Notifications/ })).not.toHaveAccessibleName(/\d/);
  const link = await copiedText(context);
  await page.getByRole("searchbox").fill("acr");
  await expect(page).toHaveURL(/q=acr/);
  await page.goto(link);
  await expect(page.getByRole("searchbox")).toHaveValue("ghcr");
  await expect(page.getByRole("columnheader")).toHaveCount(4);
  expect(await names(page).allTextContents()).toEqual(rows);
});
