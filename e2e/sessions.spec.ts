import type { Page } from "@playwright/test";
import { fabrikam } from "../emulator/scenarios/contoso-names";
import { expect, signInAs, test } from "./fixtures";
import { expectStep, next } from "./wizard";

/** Serves the app as it is set up for people of every directory. */
async function forManyDirectories(page: Page, app: string): Promise<void> {
  const config = (await (await fetch(`${app}/config.json`)).json()) as { authority: string };
  const authority = new URL("/organizations", config.authority).href;
  await page.route("**/config.json", (route) => route.fulfill({ json: { ...config, authority } }));
}

async function chooseDirectory(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: /^Account/ }).click();
  await page.getByRole("menuitem", { name: "Switch directory" }).click();
  await page.getByRole("dialog").getByRole("button", { name }).click();
  // The shell is back, and the panel has gone with the page that it was on.
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Account/ })).toBeVisible();
}

/** Fills the wizard up to its Authentication step. */
async function fillBasics(page: Page, name: string): Promise<void> {
  await page.getByRole("textbox", { name: "Registry endpoint name" }).fill(name);
  await page.getByRole("radio", { name: /Other registry/ }).check();
  await page.getByRole("textbox", { name: "Hostname" }).fill("quay.io");
  await next(page, "Authentication");
}

test("a guest switches the directory and back, and neither shows anything of the other", async ({
  page,
  azure,
  world,
}) => {
  await forManyDirectories(page, world.app);
  await page.goto(`/endpoints/new?instance=${encodeURIComponent(fabrikam.instanceId)}`);
  await signInAs(page, "guest");
  await fillBasics(page, "at-home");
  const { href } = new URL(page.url());

  await chooseDirectory(page, "Contoso");
  expect(page.url()).toBe(href);
  await expect(page.getByRole("main")).not.toContainText("at-home");
  await page.goto("/endpoints");
  await expect(page.getByRole("main")).not.toContainText(
    fabrikam.instanceId.split("/").at(-1) ?? "",
  );
  await page.goto(href);

  await chooseDirectory(page, "Fabrikam");
  await expectStep(page, "Authentication");
  await page.getByRole("button", { name: "Previous" }).click();
  await expect(page.getByRole("textbox", { name: "Registry endpoint name" })).toHaveValue(
    "at-home",
  );

  const refused = (await azure.requests()).filter(({ status }) => status === 401);
  expect(refused, "no token was sent to the other directory's resources").toEqual([]);
});
