import type { Page } from "@playwright/test";
import { axeFindings } from "./axe";
import { expect, test } from "./fixtures";

const grid = (page: Page) => page.getByRole("grid", { name: "Registry endpoints" });
/** A row by its number, the header being the first. */
const rowAt = (page: Page, number: number) => grid(page).locator(`[aria-rowindex="${number}"]`);
const header = (page: Page, name: string | RegExp) => page.getByRole("columnheader", { name });
const selected = (page: Page) => page.getByRole("group", { name: "Selection" });

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test("the list is one stop of the Tab key, and arrows lead through its cells and its header", async ({
  page,
  openAs,
}) => {
  await openAs("admin");
  await expect(rowAt(page, 2)).toBeVisible();
  await page.getByRole("button", { name: "Export" }).focus();
  await press(page, "Tab");
  const first = rowAt(page, 2).getByRole("link");
  await expect(first).toBeFocused();
  // Its ring is around the name, not on it.
  await expect(first).toHaveCSS("outline-offset", "1px");
  await press(page, "ArrowRight");
  await expect(rowAt(page, 2).getByRole("gridcell").nth(1)).toBeFocused();
  await press(page, "ArrowUp");
  await expect(header(page, "Host").getByRole("button")).toBeFocused();
  await press(page, "Enter");
  await expect(header(page, "Host")).toHaveAttribute("aria-sort", "ascending");
  await press(page, "ArrowRight", "Shift+Enter");
  const second = "Authentication, sorted ascending as number 2 of 2";
  await expect(header(page, /^Authentication/)).toHaveAccessibleName(second);
  // The header keeps the focus although every row is another one.
  await expect(header(page, /^Authentication/).getByRole("button")).toBeFocused();

  await press(page, "Control+End");
  const count = Number(await grid(page).getAttribute("aria-rowcount"));
  const menuOfLast = rowAt(page, count).getByRole("button", { name: /^Actions/ });
  await expect(menuOfLast).toBeFocused();
  await expect(menuOfLast).toBeInViewport();
  await press(page, "Enter");
  await expect(page.getByRole("menu")).toBeVisible();
  await press(page, "Escape");
  await expect(menuOfLast).toBeFocused();
  await press(page, "PageUp", "Home");
  await expect(rowAt(page, count)).not.toBeFocused();
  await expect(grid(page).locator("input:focus")).toBeInViewport();

  // Back where one was, with one stop before and one behind.
  await press(page, "Control+Home", "ArrowRight", "Shift+Tab", "Tab");
  await expect(rowAt(page, 2).getByRole("link")).toBeFocused();
  await expect(grid(page).locator('[tabindex="0"]')).toHaveCount(1);
  const name = await rowAt(page, 2).getByRole("link").innerText();
  await press(page, "ArrowRight", "Enter");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
});

test("rows are selected by keyboard, and stay it through sorting, filters and refreshing", async ({
  page,
  openAs,
}) => {
  await openAs("admin");
  await expect(rowAt(page, 2)).toBeVisible();
  await rowAt(page, 3).getByRole("link").focus();
  await press(page, "Space", "Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowUp");
  await expect(selected(page)).toContainText("2 selected");
  await expect(rowAt(page, 4)).toHaveAttribute("aria-selected", "true");
  await expect(rowAt(page, 5)).toHaveAttribute("aria-selected", "false");
  await expect(page.getByRole("status").filter({ hasText: "2 selected" })).toBeAttached();
  const box = page.getByRole("checkbox", { name: "Select all rows" });
  expect(await box.evaluate((input: HTMLInputElement) => input.indeterminate)).toBe(true);
  const names = await page.getByRole("row", { selected: true }).getByRole("link").allInnerTexts();

  await header(page, "Name").getByRole("button").click();
  await expect(header(page, "Name")).toHaveAttribute("aria-sort", "descending");
  await expect(selected(page)).toContainText("2 selected");
  await page.getByRole("searchbox").fill(names[0] ?? "");
  await expect(selected(page)).toContainText("2 selected, 1 of them not shown");
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(page.getByText("Last refreshed just now")).toBeVisible();
  await expect(page.getByRole("row", { selected: true })).toHaveCount(1);

  // All that is found, whatever is drawn; and what is hidden stays selected.
  await page.getByRole("searchbox").fill("ghcr");
  await expect(page.getByRole("main").getByText(/^[2-9] of 55 registry endpoints$/)).toBeVisible();
  await rowAt(page, 2).getByRole("link").focus();
  await press(page, "Control+a");
  await expect(box).toBeChecked();
  const found = Number(await grid(page).getAttribute("aria-rowcount")) - 1;
  await expect(selected(page)).toContainText(new RegExp(`^${found + 2} selected, 2 of them not`));
  await press(page, "Escape");
  await expect(selected(page)).toHaveCount(0);
  await expect(rowAt(page, 2).getByRole("link")).toBeFocused();
});

test("rows are selected by mouse: boxes, ranges with Shift, single ones with Ctrl", async ({
  page,
  openAs,
}) => {
  await openAs("admin");
  const cell = (row: number) => rowAt(page, row).getByRole("gridcell").nth(1);
  await rowAt(page, 3).getByRole("checkbox").check();
  // With Fluent's look, whatever the browser's own is.
  await expect(rowAt(page, 3).getByRole("checkbox")).toHaveCSS("appearance", "none");
  await cell(6).click({ modifiers: ["Shift"] });
  await cell(9).click({ modifiers: ["ControlOrMeta"] });
  await expect(selected(page)).toContainText("5 selected");
  // A click alone leaves the selection as it is.
  await cell(12).click();
  await expect(cell(12)).toBeFocused();
  await expect(selected(page)).toContainText("5 selected");
  await page.getByRole("button", { name: "Clear selection" }).click();
  await expect(cell(12)).toBeFocused();
  await page.getByRole("checkbox", { name: "Select all rows" }).check();
  await expect(selected(page)).toContainText("55 selected");

  // What stays in view moves nothing sideways when it is clicked.
  await page.setViewportSize({ width: 700, height: 800 });
  const scrolled = () => grid(page).evaluate(({ parentElement: box }) => box?.scrollLeft);
  await grid(page).evaluate(({ parentElement: box }) => box?.scrollTo({ left: 10_000 }));
  const atEnd = await scrolled();
  expect(atEnd).toBeGreaterThan(0);
  // With the mouse itself: a locator's click scrolls first.
  const box = await rowAt(page, 3).getByRole("checkbox").boundingBox();
  await page.mouse.click((box?.x ?? 0) + 8, (box?.y ?? 0) + 8);
  await expect(rowAt(page, 3).getByRole("checkbox")).toBeFocused();
  await expect(selected(page)).toContainText("54 selected");
  expect(await scrolled()).toBe(atEnd);
  await press(page, "Space");
  expect(await scrolled()).toBe(atEnd);

  await page.setViewportSize({ width: 400, height: 800 });
  // What can be done with the list shares a line.
  const tops = ["Charts", "Export"].map(async (name) =>
    page.getByRole("button", { name }).evaluate((tool) => tool.getBoundingClientRect().top),
  );
  expect(new Set(await Promise.all(tops)).size).toBe(1);
  await rowAt(page, 2).getByRole("checkbox").uncheck();
  await expect(selected(page)).toContainText("54 selected");
  // Cards have no header, and a telephone no Ctrl+A.
  const all = page.getByRole("checkbox", { name: "Select all rows" });
  expect(await all.evaluate((input: HTMLInputElement) => input.indeterminate)).toBe(true);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByText("Select all", { exact: true }).click();
  await expect(selected(page)).toContainText("55 selected");
  await expect(all).toBeChecked();
  await all.uncheck();
  await expect(selected(page)).toHaveCount(0);
});

test("a column gets another width by keyboard and by its handle", async ({ page, openAs }) => {
  await openAs("admin");
  await expect(rowAt(page, 2)).toBeVisible();
  const host = header(page, "Host");
  const handle = page.getByRole("separator", { name: "Width of Host" });
  const width = async () => Math.round((await host.boundingBox())?.width ?? 0);
  const before = await width();
  const headers = page.getByRole("columnheader");
  const labels = await headers.allInnerTexts();
  await host.getByRole("button").focus();
  await press(page, "F2", "ArrowRight", "ArrowRight");
  await expect(handle).toBeFocused();
  await expect(handle).toHaveAttribute("aria-valuenow", String(before + 20));
  await press(page, "Enter");
  await expect(host.getByRole("button")).toBeFocused();
  expect(await width()).toBe(before + 20);
  await press(page, "F2", "End", "Escape");
  expect(await width()).toBe(before + 20);

  const box = await handle.boundingBox();
  const [x, y] = [(box?.x ?? 0) + 4, (box?.y ?? 0) + 10];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 40, y, { steps: 3 });
  await page.mouse.up();
  expect(await width()).toBe(before - 20);
  await expect(rowAt(page, 2).getByRole("gridcell").nth(1)).toHaveCSS("width", `${before - 20}px`);

  // No column comes where one is narrower, or leaves where one is wide: the table scrolls.
  await expect(headers).toHaveText(labels);
  await host.getByRole("button").focus();
  await press(page, "F2", "End", "Enter");
  expect(await width()).toBeGreaterThan(before);
  await expect(headers).toHaveText(labels);
});

test("groups are rows of their own, which the arrows open and close", async ({ page, openAs }) => {
  await openAs("admin", "/endpoints?groupBy=authentication");
  const tree = page.getByRole("treegrid", { name: "Registry endpoints" });
  const head = tree.locator('[aria-rowindex="2"]');
  await expect(head).toHaveAttribute("aria-expanded", "true");
  const count = Number(await tree.getAttribute("aria-rowcount"));
  await head.getByRole("button").focus();
  await press(page, "ArrowLeft");
  await expect(head).toHaveAttribute("aria-expanded", "false");
  await expect(head.getByRole("button")).toBeFocused();
  await expect(head.getByRole("button", { expanded: false })).toBeVisible();
  expect(Number(await tree.getAttribute("aria-rowcount"))).toBeLessThan(count);
  await press(page, "Enter");
  await expect(head).toHaveAttribute("aria-expanded", "true");
  await press(page, "ArrowDown");
  await expect(tree.locator('[aria-rowindex="3"]')).toHaveAttribute("aria-level", "2");
  await expect(tree.locator('[aria-rowindex="3"] :focus')).toHaveCount(1);

  // A click beside the button is one on it.
  await head.click({ position: { x: 500, y: 10 } });
  await expect(head).toHaveAttribute("aria-expanded", "false");
  await expect(head.getByRole("button")).toBeFocused();
  const name = header(page, "Name").getByRole("button");
  await name.click({ modifiers: ["Shift"] });
  await expect(name).toBeFocused();
});

test("the head of a group that had the focus has it again on coming back", async ({
  page,
  openAs,
}) => {
  await openAs("admin", "/endpoints?groupBy=authentication");
  const head = page.getByRole("treegrid").getByRole("button", { name: /^Artifact secret/ });
  await head.focus();
  await page.getByRole("link", { name: "Create an endpoint" }).click();
  await expect(page.getByRole("textbox", { name: "Registry endpoint name" })).toBeVisible();
  await page.goBack();
  await expect(head).toBeFocused();
});
