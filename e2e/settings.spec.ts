import type { Page } from "@playwright/test";
import { endpointIds, subscriptionNames } from "../emulator/scenarios/contoso-names";
import { axeFindings } from "./axe";
import { expect, test } from "./fixtures";
import { recordMovements, recordedMovements } from "./motion";

const row = (page: Page) => page.getByRole("row").nth(1);
const pill = (page: Page, subscription: string = subscriptionNames.americas) =>
  page.getByRole("button", { name: `Remove filter Subscription: ${subscription}` });

async function openSettings(page: Page) {
  await page.getByRole("button", { name: "Settings" }).click();
  return page.getByRole("dialog", { name: "Settings" });
}

/** The background of the theme, by element: an open panel hides the page from assistive technology. */
const background = (page: Page) => page.locator(".fui-FluentProvider").first();
const WHITE = "rgb(255, 255, 255)";
const GREY = "rgb(41, 41, 41)";
const BLACK = "rgb(0, 0, 0)";

test("keeps the theme that was chosen, whatever the system's, in every tab", async ({
  page,
  openAs,
}) => {
  await openAs("admin");
  // Without a sign-in: the theme is the browser's, not the account's.
  const otherTab = await page.context().newPage();
  await otherTab.goto("/");
  for (const [name, color, opposite] of [
    ["Light", WHITE, { colorScheme: "dark", contrast: "more" }],
    ["Dark", GREY, { colorScheme: "light", contrast: "more" }],
    ["High contrast", BLACK, { colorScheme: "light", contrast: "no-preference" }],
  ] as const) {
    await page.emulateMedia(opposite);
    await (await openSettings(page)).getByRole("radio", { name }).check();
    await expect(background(page)).toHaveCSS("background-color", color);
    await expect(background(otherTab)).toHaveCSS("background-color", color);
    await page.reload();
    await expect(row(page)).toBeVisible();
    await expect(background(page)).toHaveCSS("background-color", color);
  }

  const settings = await openSettings(page);
  await expect(settings.getByRole("radio", { name: "High contrast" })).toBeChecked();
  await settings.getByRole("radio", { name: "System" }).check();
  for (const [system, color] of [
    [{ colorScheme: "light", contrast: "no-preference" }, WHITE],
    [{ colorScheme: "dark", contrast: "no-preference" }, GREY],
    [{ colorScheme: "dark", contrast: "more" }, BLACK],
    [{ colorScheme: "light", contrast: "more" }, WHITE],
  ] as const) {
    await page.emulateMedia(system);
    await expect(background(page)).toHaveCSS("background-color", color);
  }
});

test("starts the list with the default subscriptions, as a filter to remove", async ({
  page,
  openAs,
}) => {
  await openAs("admin");
  const count = page.getByRole("main").getByText(/\d+ registry endpoints$/);
  await expect(count).toHaveText(/^\d+ registry/);
  const settings = await openSettings(page);
  await settings.getByRole("radio", { name: "Only the ones I choose" }).check();
  const tick = (name: string) => settings.getByRole("checkbox", { name }).check();
  await tick(subscriptionNames.americas);
  await expect(settings.getByText("The list starts with 1 of")).toBeVisible();
  await expect(page).toHaveURL(/subscription=/);
  // The list behind follows every change as long as the filter is the one of the settings.
  await tick(subscriptionNames.labs);
  await page.keyboard.press("Escape");
  await expect(pill(page)).toBeVisible();
  await expect(count).toHaveText(/^\d+ of \d+ registry/);

  await pill(page, subscriptionNames.labs).click();
  await expect(pill(page, subscriptionNames.labs)).toHaveCount(0);
  await openSettings(page);
  await tick(subscriptionNames.europe);
  await page.keyboard.press("Escape");
  await expect(pill(page)).toBeVisible();
  await expect(pill(page, subscriptionNames.europe)).toHaveCount(0);

  await pill(page).click();
  await expect(count).toHaveText(/^\d+ registry/);
  await page.reload();
  await expect(count).toHaveText(/^\d+ registry/);

  await page.getByRole("navigation").getByRole("link", { name: "Registry endpoints" }).click();
  await expect(pill(page)).toBeVisible();
  await page.getByRole("link", { name: "Create an endpoint" }).click();
  await expect(page).toHaveURL(/\/endpoints\/new$/);
});

test("does by keys what the list of shortcuts says, but not while typing", async ({
  page,
  openAs,
}) => {
  await openAs("admin", `/endpoints${endpointIds.default}`);
  await expect(page.getByRole("button", { name: "Edit" })).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("e");
  await expect(row(page)).toBeVisible();

  await page.keyboard.press("/");
  const search = page.getByRole("searchbox");
  await expect(search).toBeFocused();
  await page.keyboard.type("n?r/ge");
  await expect(search).toHaveValue("n?r/ge");
  await page.keyboard.press("Escape");
  await search.blur();

  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(list).toContainText("Go to the registry endpoints");
  await expect(list.getByRole("region", { name: "In the list" })).toContainText("Refresh");
  await expect(list.getByRole("region", { name: "In the rows" })).toContainText("Select a range");
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press("n");
  await expect(list).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(list).toHaveCount(0);
  await page.keyboard.press("Control+n");
  await page.keyboard.press("n");
  await expect(page).toHaveURL(/\/endpoints\/new$/);
});

test("has no shortcuts once they are turned off, but still their list", async ({
  page,
  openAs,
}) => {
  await openAs("admin");
  await expect(row(page)).toBeVisible();
  const settings = await openSettings(page);
  await settings.getByRole("switch", { name: "Single-key shortcuts" }).uncheck();
  await page.keyboard.press("Escape");
  await expect(settings).toHaveCount(0);
  await page.keyboard.press("/");
  await page.keyboard.press("n");
  await expect(page.getByRole("searchbox")).toBeVisible();
  await expect(page).toHaveURL(/\/endpoints(\?|$)/);
  await expect(page.getByRole("searchbox")).not.toBeFocused();
  await expect(page.getByRole("searchbox")).not.toHaveAttribute("aria-keyshortcuts");
  await (await openSettings(page)).getByRole("button", { name: "Show keyboard shortcuts" }).click();
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toContainText(
    "Single-key shortcuts are off.",
  );
});

test.describe("in a browser set to German", () => {
  test.use({ locale: "de-DE", timezoneId: "Europe/Berlin" });

  test("writes dates and times as people there do", async ({ page, openAs }) => {
    const german = /^\d{2}\.\d{2}\.\d{4}, \d{2}:\d{2}:\d{2} (MEZ|MESZ)/;
    await openAs("admin");
    const refreshed = page.getByText(/^Last refreshed/).locator("time");
    await expect(refreshed).toHaveText("just now");
    await expect(refreshed).toHaveAttribute("title", german);

    await row(page).getByRole("link").first().click();
    await expect(page.getByRole("main").locator("time").first()).toHaveText(german);

    const settings = await openSettings(page);
    await expect(settings.locator("time")).toHaveText(german);
    await expect(settings).toContainText("German (Germany), Europe/Berlin");
  });
});

test("moves nothing where the device asks for less motion", async ({ page, openAs }) => {
  await page.addInitScript(recordMovements);
  await openAs("admin");
  await expect(row(page)).toBeVisible();
  const openAndClose = async () => {
    await page.getByRole("button", { name: "Filter by Authentication" }).click();
    await expect(page.getByRole("checkbox", { name: /Anonymous/ })).toBeVisible();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Copy link" }).click();
    const settings = await openSettings(page);
    await settings.getByRole("switch").click();
    await settings.getByRole("button", { name: "Close" }).click();
    await expect(settings).toHaveCount(0);
  };
  await openAndClose();
  expect(await page.evaluate(recordedMovements)).toEqual([]);

  await page.emulateMedia({ reducedMotion: "no-preference" });
  await openAndClose();
  expect(await page.evaluate(recordedMovements)).not.toEqual([]);
});
