import { chromium, type Page } from "@playwright/test";
import { mkdir } from "node:fs/promises";
import { personas } from "../emulator/entra/personas";
import { startLocalAzure } from "../emulator/hosts/node-host";
import { chromiumExecutable } from "./ensure-browser";
import { localConfig } from "./local-config";
import { startAppServer } from "./serve-app";

/** Takes the README's pictures of the build in `dist`, into `docs/images`. */
const azure = await startLocalAzure({ port: 0, scenario: "contoso" });
const app = await startAppServer({ port: 0, dist: "dist", config: localConfig(azure.url) });
const browser = await chromium.launch({
  executablePath: chromiumExecutable(),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  await mkdir("docs/images", { recursive: true });
  const page = await browser.newPage({
    baseURL: app.url,
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
  });
  await page.goto("/endpoints");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: personas[0]?.displayName ?? "" }).click();
  await page.getByRole("link", { name: "acr-token" }).waitFor();
  await save(page, "list");
  await takeFleet(page);

  await page.goto("/endpoints/new");
  await choose(page, "Instance", "aio-gothenburg");
  await page.getByRole("textbox", { name: "Registry endpoint name" }).fill("docker-hub");
  await page.getByRole("radio", { name: /Other registry/ }).check();
  await page.getByRole("textbox", { name: "Hostname" }).fill("docker.io");
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("radio", { name: "Artifact secret", exact: true }).check();
  await page.getByRole("textbox", { name: "User name secret" }).fill("dockerhub-username");
  await save(page, "wizard");

  await page.getByRole("button", { name: "Choose secret: Password secret" }).click();
  await page.getByRole("listitem").filter({ hasText: "dockerhub-token" }).waitFor();
  await save(page, "secret-picker");
} finally {
  await browser.close();
  await app.close();
  await azure.close();
}

/** The same person a year later, with a large company. */
async function takeFleet(page: Page): Promise<void> {
  azure.azure.reset("fleet");
  await page.goto("/endpoints?group=subscription");
  await page.getByText("Last refreshed").waitFor();
  await save(page, "fleet");
  azure.azure.reset("contoso");
}

async function choose(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole("combobox", { name: label }).fill(text);
  await page.getByRole("option", { name: text }).first().click();
}

async function save(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `docs/images/${name}.png`, animations: "disabled" });
}
