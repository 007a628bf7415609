import type { Page } from "@playwright/test";
import { expect, signInAs, test } from "./fixtures";
import { signInAgain } from "./runs";

test.use({ signsInAnew: true });

// As in a browser of a person: pages that were left are kept in memory for “Back”.
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    await use({ ...launchOptions, ignoreDefaultArgs: ["--disable-back-forward-cache"] });
  },
});

const row = (page: Page) => page.getByRole("row").nth(1);

async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole("button", { name: /^Account/ }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

test("signs out, leaving neither tokens nor work of the person behind", async ({
  page,
  openAs,
}) => {
  await openAs("admin");
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  await page.getByRole("button", { name: /^Account/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  const left = await page.evaluate(() =>
    Object.entries(sessionStorage)
      .filter(([key, value]) => key.startsWith("rep.") || /token/i.test(key + String(value)))
      .map(([key]) => key),
  );
  expect(left).toEqual([]);
});

test("going back after signing out shows nothing of the person", async ({ page, openAs }) => {
  await openAs("admin");
  await expect(row(page)).toBeVisible();
  await choose(page, "Sign out");
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  await expect(row(page)).toHaveCount(0);
});

test("a page that the browser kept in memory is loaded anew", async ({ page, openAs }) => {
  await openAs("admin");
  await expect(row(page)).toBeVisible();
  await page.evaluate(() => {
    document.title = "kept in memory";
    window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  });
  await expect(page).not.toHaveTitle("kept in memory");
  await expect(row(page)).toBeVisible();
});

test("signing out in one tab signs the others of the person out too", async ({ page, openAs }) => {
  await openAs("admin", "/endpoints/new");
  await page.getByRole("textbox", { name: "Registry endpoint name" }).fill("half-typed");
  const other = await page.context().newPage();
  await other.goto("/endpoints");
  await signInAgain(other);
  await expect(row(other)).toBeVisible();

  await choose(other, "Sign out");
  await expect(page.getByText("in another tab of this browser")).toBeVisible();
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  const left = await page.evaluate(() =>
    Object.entries(sessionStorage)
      .filter(
        ([key, value]) => key.startsWith("rep.") || /token|half-typed/i.test(key + String(value)),
      )
      .map(([key]) => key),
  );
  expect(left).toEqual([]);
});

test("another person in another tab does not end this tab's session", async ({ page, openAs }) => {
  await openAs("admin", "/endpoints?q=nightly");
  const other = await page.context().newPage();
  await other.context().clearCookies();
  await other.goto("/endpoints");
  await signInAs(other, "operator");
  await choose(other, "Sign out");
  await expect(other.getByRole("button", { name: "Sign in" })).toBeVisible();
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(page.getByRole("link", { name: "nightly-builds" })).toBeVisible();
});

test("saved views outlast signing out, and are nobody else's", async ({ page, openAs }) => {
  await openAs("admin", "/endpoints?q=contoso-shared");
  const views = page.getByRole("button", { name: /^Views/ });
  await views.click();
  await page.getByRole("menuitem", { name: "Save as a new view…" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Shared");
  await page.getByRole("checkbox", { name: "Open the list with this view" }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(views).toHaveAccessibleName("Views, Shared");
  await choose(page, "Sign out");
  await signInAs(page, "operator");

  await page.goto("/endpoints");
  await expect(row(page)).toBeVisible();
  await expect(page.getByRole("searchbox")).toHaveValue("");
  await views.click();
  await expect(page.getByRole("menuitemradio")).toHaveText(["All registry endpoints"]);
  await page.keyboard.press("Escape");
  await choose(page, "Sign out");
  await signInAs(page, "admin");

  await page.goto("/endpoints");
  await expect(views).toHaveAccessibleName("Views, Shared");
  await expect(page.getByRole("searchbox")).toHaveValue("contoso-shared");
});
