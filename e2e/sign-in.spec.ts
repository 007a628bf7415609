import { readdir } from "node:fs/promises";
import { personaOf } from "../emulator/entra/personas";
import { endpointIds } from "../emulator/scenarios/contoso-names";
import { expect, signInAs, test } from "./fixtures";

test.use({ signsInAnew: true });

test("shows what the product is before sign-in, and asks Azure nothing", async ({
  page,
  azure,
}) => {
  await page.goto("/endpoints");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  expect(await azure.requestsTo("POST", /ResourceGraph/)).toEqual([]);
});

test("signs in when “Sign in” was pressed before the sign-in library was there", async ({
  page,
}) => {
  let release: (() => void) | undefined;
  const pressed = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/assets/open-session-*.js", async (route) => {
    await pressed;
    await route.continue();
  });
  await page.goto("/");
  await page.getByRole("button", { name: "Sign in" }).click();
  release?.();
  await expect(page.getByRole("button", { name: "Ada Marino" })).toBeVisible();
});

test("returns to the page that was asked for after sign-in", async ({ page, azure }) => {
  void azure;
  await page.goto(`/endpoints${endpointIds.healthyAcr}`);
  await signInAs(page, "admin");
  await expect(page.getByRole("heading", { level: 1, name: "contoso-edge" })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(`/endpoints${endpointIds.healthyAcr}`);
  expect(new URL(page.url()).hash).toBe("");
});

test("names the person and their tenant in the account menu", async ({ page, openAs }) => {
  await openAs("operator");
  await page.getByRole("button", { name: /^Account/ }).click();
  await expect(page.getByText(personaOf("operator").userPrincipalName)).toBeVisible();
  await expect(page.getByText("Contoso", { exact: false }).first()).toBeVisible();
});

test("switches to another account and shows that person's rows only", async ({ page, openAs }) => {
  await openAs("admin", "/endpoints?q=nightly");
  await expect(page.getByRole("link", { name: "nightly-builds" })).toBeVisible();
  await page.getByRole("button", { name: /^Account/ }).click();
  await page.getByRole("menuitem", { name: "Switch account" }).click();
  await page.getByRole("button", { name: personaOf("operator").displayName }).click();
  await expect(page.getByText("Nothing matches", { exact: true })).toBeVisible();
  await page.getByRole("searchbox").fill("contoso-shared");
  await expect(page.getByRole("link", { name: "contoso-shared" })).toBeVisible();
});

test("says so when an account switch is given up, and stays signed in", async ({
  page,
  openAs,
}) => {
  await openAs("operator");
  await page.getByRole("button", { name: /^Account/ }).click();
  await page.getByRole("menuitem", { name: "Switch account" }).click();
  await page.getByRole("button", { name: "Back" }).click();
  await expect(page.getByText("The account was not switched").last()).toBeVisible();
  await expect(page.getByText(/still signed in as Oscar Lind/).last()).toBeVisible();
  await expect(page.getByRole("row").nth(1)).toBeVisible();
});

test("says so when the way to the account picker is barred", async ({ page, openAs }) => {
  await openAs("operator");
  // The sign-in library refuses to begin while it believes that it is at it already.
  await page.evaluate(() =>
    sessionStorage.setItem("msal.interaction.status", '{"clientId":"another","type":"signin"}'),
  );
  await page.getByRole("button", { name: /^Account/ }).click();
  await page.getByRole("menuitem", { name: "Switch account" }).click();
  await expect(page.getByText("The account could not be switched").last()).toBeVisible();
});

test("explains a wrong config.json by the member that is wrong", async ({ page, world }) => {
  const config = (await (await fetch(`${world.app}/config.json`)).json()) as Record<
    string,
    unknown
  >;
  await page.route("**/config.json", (route) =>
    route.fulfill({ json: { ...config, resourceManager: "not a URL" } }),
  );
  await page.goto("/");
  await expect(page.getByRole("main")).toContainText("resourceManager");
});

test("says which file is missing and what to write into it", async ({ page }) => {
  await page.route("**/config.json", (route) => route.fulfill({ status: 404 }));
  await page.goto("/endpoints");
  const main = page.getByRole("main");
  await expect(main).toContainText("config.json is missing");
  await expect(main.getByRole("region", { name: "config.json" })).toContainText(
    '"authority": "https://login.microsoftonline.com/',
  );
});

test("the build trusts no local Azure: it holds no configuration", async () => {
  expect(await readdir("dist", { recursive: true })).not.toContain("config.json");
});
