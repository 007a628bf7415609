import type { Page } from "@playwright/test";
import { fleetNames } from "../emulator/scenarios/fleet/fleet";
import { areRowsKept } from "./kept-rows";
import { expect, test } from "./fixtures";
import { noteTexts } from "./seen-texts";

const ASK_INSTANCE = "GET Microsoft.IoTOperations/instances/registryEndpoints";
/** Hundreds of instances answer one after the other. */
const LONG = { timeout: 60_000 };

const main = (page: Page) => page.getByRole("main");
const text = (page: Page, exact: string) => main(page).getByText(exact, { exact: true });

test("while instances are asked, nothing is stated of those that have not answered", async ({
  page,
  azure,
  openAs,
}) => {
  await azure.reset("fleet");
  await azure.settings({ graph: { omitRegistryEndpoints: "all" } });
  const texts = await noteTexts(page, { main: "main" });
  await openAs("admin");
  await expect(main(page)).toContainText(/[\d,]+ registry endpoints so far/);
  await page.getByRole("button", { name: "Pause reading" }).click();
  await expect(main(page)).toContainText(/Asking 500 instances.* of 500 answered, paused/);
  await page.getByRole("button", { name: "Filter by Authentication" }).click();
  await expect(page.getByText(/^Counts of [\d,]+ loaded$/)).toBeVisible();
  await page.keyboard.press("Escape");

  // Its instance is one of the last.
  await page.getByRole("searchbox").fill(fleetNames.needle);
  await expect(text(page, "Nothing matches so far")).toBeVisible();
  await expect(main(page)).toContainText(/0 of [\d,]+ registry endpoints so far/);
  await page.getByRole("button", { name: "Go on reading" }).click();
  await expect(page.getByLabel("Asking the instances")).toBeVisible();
  await expect(page.getByRole("link", { name: fleetNames.needle })).toBeVisible(LONG);
  await expect(text(page, "1 of 5,000 registry endpoints")).toBeVisible(LONG);
  const seen = (await texts.of("main")).join("\n");
  expect(seen).not.toMatch(/^Nothing matches$/m);
  expect(seen, "no count was one of all").not.toMatch(/^0 of [\d,]+ registry endpoints$/m);

  await expect.poll(() => areRowsKept(page), LONG).toBe(true);
  await azure.fault({ match: { operation: ASK_INSTANCE }, effect: { delayMs: 10_000 } });
  await page.goto("/endpoints");
  await expect(main(page)).toContainText("From your last visit");
  await expect(text(page, "5,000 registry endpoints")).toBeVisible();
});
