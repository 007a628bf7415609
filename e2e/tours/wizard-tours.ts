import type { Page } from "@playwright/test";
import { instanceIds } from "../../emulator/scenarios/contoso-names";
import { expect } from "../fixtures";
import { ENDPOINT_PUT, untilSent } from "../runs";
import {
  chooseMethod,
  create,
  expectCreated,
  fillBasics,
  goToReview,
  nameSecrets,
  next,
  openKeyVaultFields,
} from "../wizard";
import type { Tour } from "./tour";

const GOTHENBURG = instanceIds.gothenburg;
const PASSWORD = "Password secret";

const method = (label: string) => (page: Page) => chooseMethod(page, label);

/** Saves the secret of the panel that is open. */
async function saveSecret(page: Page, name: string): Promise<void> {
  const panel = page.getByRole("dialog").first();
  await panel.getByRole("textbox", { name: "Secret name" }).fill(name);
  await panel.getByLabel(/^Secret value/).fill("s3cret");
  await panel.getByRole("button", { name: "Save secret" }).click();
}

export const wizardTours: Tour[] = [
  {
    name: "the wizard",
    path: "/endpoints/new",
    stops: [
      {
        name: "wizard, basics",
        show: (page) => expect(page.getByRole("heading", { level: 1 })).toBeVisible(),
      },
      {
        name: "wizard with errors",
        show: async (page) => {
          await page.getByRole("button", { name: "Next" }).click();
          const name = page.getByRole("textbox", { name: "Registry endpoint name" });
          await expect(name).toHaveAttribute("aria-invalid", "true");
        },
      },
      {
        name: "question on leaving",
        show: async (page) => {
          await page.getByRole("textbox", { name: "Registry endpoint name" }).fill("half-typed");
          await page.getByRole("button", { name: "Cancel" }).click();
          await expect(page.getByRole("alertdialog").or(page.getByRole("dialog"))).toBeVisible();
        },
      },
      {
        name: "wizard, system identity",
        show: async (page) => {
          await page.keyboard.press("Escape");
          await fillBasics(page, { instanceId: GOTHENBURG, name: "axe-check", host: "quay.io" });
          await chooseMethod(page, "System managed identity");
        },
      },
      { name: "wizard, user identity", show: method("User managed identity") },
      { name: "wizard, anonymous", show: method("Anonymous") },
      {
        name: "wizard, trust",
        show: async (page) => {
          await next(page, "Trust");
          await page.getByRole("button", { name: "Add signing key" }).click();
          await page.getByRole("textbox", { name: "Name of key 1" }).fill("signing-certificate");
        },
      },
      {
        name: "wizard, review",
        show: async (page) => {
          await next(page, "Review + create");
          await expect(page.getByRole("tab", { name: "Bicep" })).toBeVisible();
        },
      },
      {
        name: "wizard, running",
        show: async (page, azure) => {
          await azure.freeze();
          await create(page);
          await untilSent(azure, "PUT", /registryEndpoints\/axe-check/);
          await expect(page.getByRole("list", { name: "Creation" })).toContainText("running");
        },
      },
      {
        name: "wizard, created",
        show: async (page, azure) => {
          await azure.thaw();
          await expectCreated(page);
        },
      },
    ],
  },
  {
    name: "secrets in the wizard",
    path: "/endpoints/new",
    stops: [
      {
        name: "wizard, Key Vault",
        show: async (page) => {
          await openKeyVaultFields(page, { instanceId: GOTHENBURG, name: "axe-check" });
          await expect(page.getByRole("textbox", { name: PASSWORD })).toBeVisible();
        },
      },
      {
        name: "secret picker",
        show: async (page) => {
          await page.getByRole("button", { name: "Choose secret: User name secret" }).click();
          await expect(page.getByRole("dialog").getByRole("listitem").first()).toBeVisible();
        },
      },
      {
        name: "new secret",
        show: async (page) => {
          await page.keyboard.press("Escape");
          await expect(page.getByRole("dialog")).toHaveCount(0);
          await page.getByRole("button", { name: `New secret: ${PASSWORD}` }).click();
          await expect(page.getByRole("dialog")).toBeVisible();
        },
      },
      {
        name: "new version of a secret",
        show: async (page) => {
          await saveSecret(page, "dockerhub-token");
          const question = page.getByRole("alertdialog").or(page.getByRole("dialog")).last();
          await expect(question).toContainText("Add a new version");
        },
      },
      {
        name: "wizard, chain that stopped",
        show: async (page, azure) => {
          const error = { code: "BadRequest", message: "Not today." };
          await azure.fault({ match: { operation: ENDPOINT_PUT }, effect: { status: 400, error } });
          await page.keyboard.press("Escape");
          await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
          await nameSecrets(page, "dockerhub-username", "dockerhub-token");
          await goToReview(page);
          await create(page);
          await expect(page.getByRole("main")).toContainText("Not today.", { timeout: 45_000 });
        },
      },
      {
        name: "clean up",
        show: async (page) => {
          await page.getByRole("button", { name: "Clean up" }).click();
          await expect(page.getByRole("dialog").getByRole("list")).toContainText("secret sync");
        },
      },
    ],
  },
];
