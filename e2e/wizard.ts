import type { Page } from "@playwright/test";
import { nameOf } from "./names";
import { expect } from "./fixtures";

/** Fills the Basics step for an instance, a name and a host typed by hand, and goes on. */
export async function fillBasics(
  page: Page,
  basics: { instanceId: string; name: string; host: string },
): Promise<void> {
  await choose(page, "Instance", nameOf(basics.instanceId));
  await page.getByRole("textbox", { name: "Registry endpoint name" }).fill(basics.name);
  await page.getByRole("radio", { name: /Other registry/ }).check();
  await page.getByRole("textbox", { name: "Hostname" }).fill(basics.host);
  await next(page, "Authentication");
}

/** Chooses an authentication method by the portal's label. */
export async function chooseMethod(page: Page, label: string): Promise<void> {
  await page.getByRole("radio", { name: label, exact: true }).check();
}

/** Types into a searchable picker and takes the first match. */
export async function choose(page: Page, label: string, text: string): Promise<void> {
  const picker = page.getByRole("combobox", { name: label });
  await picker.click();
  await picker.fill(text);
  await page.getByRole("option", { name: text }).first().click();
}

/** Presses Next and waits for the step of that title. */
export async function next(page: Page, title: string): Promise<void> {
  await page.getByRole("button", { name: "Next" }).click();
  await expectStep(page, title);
}

export async function expectStep(page: Page, title: string): Promise<void> {
  await expect(
    page.getByRole("navigation", { name: "Steps" }).locator("[aria-current=step]"),
  ).toContainText(title);
}

/** From the Authentication step to the review. */
export async function goToReview(page: Page): Promise<void> {
  await next(page, "Trust");
  await next(page, "Review + create");
}

export async function create(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Create", exact: true }).click();
}

/** From the start to the Key Vault fields of the Authentication step, for a registry on Docker Hub. */
export async function openKeyVaultFields(
  page: Page,
  basics: { instanceId: string; name: string },
): Promise<void> {
  await fillBasics(page, { ...basics, host: "docker.io" });
  await chooseMethod(page, "Artifact secret");
  await page.getByRole("radio", { name: /Key Vault/ }).check();
}

/** Names both secrets of the layout "user name and password". */
export async function nameSecrets(page: Page, userName: string, password: string): Promise<void> {
  await page.getByRole("textbox", { name: "User name secret" }).fill(userName);
  await page.getByRole("textbox", { name: "Password secret" }).fill(password);
}

/** Waits for the page that says that the endpoint is created. */
export async function expectCreated(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "Go to endpoint" })).toBeVisible({
    timeout: 45_000,
  });
}
