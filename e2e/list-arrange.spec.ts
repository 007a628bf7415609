import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { groupHeads, storedEndpoints } from "./stored-endpoints";

/** A row by its number, the header being the first. */
const rowAt = (page: Page, number: number) => page.locator(`[role=row][aria-rowindex="${number}"]`);
const header = (page: Page, name: string) => page.getByRole("columnheader", { name });
const focusedRow = (page: Page) => page.getByRole("row").filter({ has: page.locator(":focus") });

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error("The element is not drawn.");
  return box;
}

/** What screen readers are told of columns is what there is. */
async function expectNumberedColumns(page: Page): Promise<void> {
  await expect(async () => {
    const numbers = await page
      .getByRole("columnheader")
      .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute("aria-colindex"))));
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    const columns = await page.getByRole("grid").getAttribute("aria-colcount");
    expect(Number(columns)).toBe(numbers.length);
    // The name is the header of its row.
    await expect(rowAt(page, 2).getByRole("gridcell")).toHaveCount(numbers.length - 1);
  }).toPass({ timeout: 20_000 });
}

test("pinned columns stay in view, keys move columns and go down a page, compact rows are lower", async ({
  page,
  openAs,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await openAs("admin");
  await expect(rowAt(page, 2)).toBeVisible();
  await expectNumberedColumns(page);
  const height = async () => (await boxOf(rowAt(page, 2))).height;
  const comfortable = await height();
  await page.getByRole("button", { name: /^Columns/ }).click();
  const panel = page.getByRole("dialog", { name: "Columns" });
  await panel.getByRole("button", { name: "Pin Host" }).click();
  for (const name of ["AIO version", "Location", "Tags"]) {
    await panel.getByRole("checkbox", { name }).check();
  }
  await panel.getByRole("radio", { name: "Compact" }).check();
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  expect(await height()).toBeLessThan(comfortable);
  await expectNumberedColumns(page);

  const host = rowAt(page, 3).getByRole("gridcell").nth(1);
  const pinned = [header(page, "Name"), rowAt(page, 3).getByRole("rowheader")];
  pinned.push(header(page, "Host"), host);
  const lefts = async (cells: Locator[]) =>
    Promise.all(cells.map(async (cell) => (await boxOf(cell)).x));
  // A layer of its own costs frames; it is none before it has to stay.
  await expect(host).not.toHaveCSS("position", "sticky");
  const before = await lefts(pinned);
  const [tagsBefore = 0] = await lefts([header(page, "Tags")]);
  await page.getByRole("grid").evaluate(({ parentElement: box }) => box?.scrollTo({ left: 400 }));
  await expect.poll(() => lefts([header(page, "Tags")])).toEqual([tagsBefore - 400]);
  await expect.poll(() => lefts(pinned)).toEqual(before);
  // With the mouse itself: it meets what lies on top.
  const { x, y, width } = await boxOf(host);
  await page.mouse.click(x + width / 2, y + 10);
  await expect(host).toBeFocused();

  const instance = header(page, "Instance");
  const labels = async () =>
    (await page.getByRole("columnheader").allInnerTexts()).map((text) => text.trim()).slice(1, 5);
  expect(await labels()).toEqual(["Name", "Host", "Authentication", "Instance"]);
  await instance.getByRole("button").focus();
  await page.keyboard.press("Control+Shift+ArrowLeft");
  await expect.poll(labels).toEqual(["Name", "Host", "Instance", "Authentication"]);
  await expect(instance.getByRole("button")).toBeFocused();
  // Pinned columns stay among themselves.
  await page.keyboard.press("Control+Shift+ArrowLeft");
  await page.keyboard.press("Control+Shift+ArrowRight");
  await expect.poll(labels).toEqual(["Name", "Host", "Authentication", "Instance"]);
  await page.keyboard.press("Control+Shift+ArrowLeft");
  await expect(page).toHaveURL(/columns=name(%2C|,)host(%2C|,)instance(%2C|,)authentication/);
  await expectNumberedColumns(page);

  await page.keyboard.press("ArrowDown");
  const number = async () => Number(await focusedRow(page).getAttribute("aria-rowindex"));
  await expect.poll(number).toBe(2);
  await page.keyboard.press("PageDown");
  await expect.poll(number).toBeGreaterThan(5);
  await expect(focusedRow(page)).toBeInViewport();
  const below = await number();
  await page.keyboard.press("PageDown");
  await expect.poll(number, "each page is as long").toBe(below + below - 2);
  await expect(focusedRow(page)).toBeInViewport();
  await page.keyboard.press("PageUp");
  await expect.poll(number).toBe(below);
});

test("cards have groups, the order of several columns, and charts", async ({
  page,
  azure,
  openAs,
}) => {
  const endpoints = await storedEndpoints(azure);
  await page.setViewportSize({ width: 400, height: 800 });
  await openAs("admin", "/endpoints?groupBy=subscription&sort=-authentication,name");
  const cards = page.getByRole("rowheader");
  const labs = ["contoso-labs", "contoso-labs", "nightly-builds", "ghcr-lab"];
  await expect.poll(async () => (await cards.allInnerTexts()).slice(0, 4)).toEqual(labs);

  // The first letter brings a button into the box, which moves nothing.
  const filters = page.getByRole("button", { name: "Filters" });
  await expect(filters).toBeEnabled();
  const place = await filters.boundingBox();
  await page.getByRole("searchbox").fill("c");
  await expect(page.getByRole("button", { name: "Clear search" })).toBeVisible();
  expect(await filters.boundingBox()).toEqual(place);
  await page.getByRole("button", { name: "Clear search" }).click();

  const sort = page.getByLabel("Sort by");
  await expect(sort).toHaveValue("authentication descending");
  await sort.selectOption("Name, Z to A");
  await expect(page).toHaveURL(/sort=-name/);
  const backwards = ["retired", "nightly-builds", "local-zot", "ghcr-lab"];
  await expect.poll(async () => (await cards.allInnerTexts()).slice(0, 4)).toEqual(backwards);

  const heads = page.getByRole("row", { expanded: false });
  const open = page.getByRole("row", { expanded: true }).getByRole("button");
  const groups = groupHeads(endpoints, "subscription");
  for (const head of groups.keys()) {
    await open.first().click();
    await expect(heads).toHaveCount(head + 1);
  }
  await expect(heads).toHaveText(groups);
  await expect(cards).toHaveCount(0);

  await page.getByRole("button", { name: "Charts" }).click();
  const charts = page.getByRole("region", { name: "Charts" });
  await charts.getByRole("button", { name: /^Failed \d/ }).click();
  const failed = endpoints.filter(({ state }) => state === "Failed");
  await expect(page.getByRole("main")).toContainText(`${failed.length} of ${endpoints.length} `);
  await expect(heads).toHaveText(groupHeads(failed, "subscription"));
});
