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

test("until it is read who uses what, nothing is stated of it, and only answers can be chosen", async ({
  page,
  azure,
  openAs,
}) => {
  await azure.reset("fleet");
  await azure.fault({
    match: {
      operation: "POST Microsoft.ResourceGraph/resources",
      body: "akriconnectortemplates",
    },
    effect: { delayMs: 6_000 },
  });
  // Room for charts.
  await page.setViewportSize({ width: 1280, height: 950 });
  const texts = await noteTexts(page, { main: "main", pills: "[aria-label='Active filters']" });
  await openAs("admin", `/endpoints?usage=${encodeURIComponent('["unused",""]')}`);
  await expect(page.getByLabel("Reading who uses what")).toBeVisible();
  await expect(text(page, "Looking among 5,000 registry endpoints")).toBeVisible();
  const charts = page.getByRole("region", { name: "Charts" });
  await expect(charts.getByText("None known yet.").first()).toBeVisible();
  await expect(charts.getByText("No rows.")).toHaveCount(0);
  await page.getByRole("button", { name: "Export" }).click();
  const file = page.getByRole("menuitem", { name: "Download CSV" });
  await expect(file).toBeDisabled();
  await expect(file).toContainText("The rows are still being looked for.");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Filter by Usage" }).click();
  await expect(
    page.getByText("Still reading who uses what: counts may grow", { exact: true }),
  ).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /^Used/ })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /none/ })).toHaveCount(0);
  await page.keyboard.press("Escape");

  await expect(page.getByRole("rowheader").first()).toBeVisible(LONG);
  await expect(main(page)).toContainText(/[1-4],\d{3} of 5,000 registry endpoints/);
  expect((await texts.of("main")).join("\n")).not.toContain("Nothing matches");
  const pills = new Set((await texts.of("pills")).map((one) => one.split("\n")[0]));
  expect(pills).toEqual(new Set(["Usage: Not used"]));
});
