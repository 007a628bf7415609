import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { instanceIds } from "../emulator/scenarios/contoso-names";
import { fleetNames } from "../emulator/scenarios/fleet/fleet";
import { expect, test } from "./fixtures";
import { keptRowCount } from "./kept-rows";
import { GRAPH, openPaused, PAGES } from "./paused-list";

const acrTokenId = `${instanceIds.austin}/registryEndpoints/acr-token`;

/** Background of a row that is marked, in the light theme. */
const MARKED = "rgb(255, 254, 245)";

const main = (page: Page) => page.getByRole("main");

/** The text of a file that the menu of exports makes. */
async function downloaded(page: Page, item: string): Promise<string> {
  await page.getByRole("button", { name: "Export" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: item }).click();
  return readFile(await (await downloading).path(), "utf8");
}

test("shows the first page at once, what is looked for from the first second, and pauses", async ({
  page,
  azure,
  openAs,
}) => {
  await openPaused({ page, azure, openAs });

  // Not among those that are here: Azure is asked.
  await azure.fault({
    match: { operation: GRAPH, body: fleetNames.needle },
    count: 1,
    effect: { delayMs: 2_000 },
  });
  await page.getByRole("searchbox").fill(fleetNames.needle);
  await expect(main(page)).toContainText("Looking among 5,000 registry endpoints");
  await expect(page.getByRole("link", { name: fleetNames.needle })).toBeVisible();
  await expect(main(page)).toContainText("1 of 5,000 registry endpoints");
  await page.getByRole("searchbox").fill("");
  await expect(main(page)).toContainText("The first 1,000 are shown until all are read");
  await expect(page.getByRole("grid")).toHaveAttribute("aria-rowcount", "5001");
  await page.getByRole("button", { name: "Filter by Authentication" }).click();
  await expect(page.getByText(/^Counts of [\d,]+ of 5,000 loaded$/)).toBeVisible();
  await page.keyboard.press("Escape");

  // It survives that other pages are looked at.
  await page.getByRole("link", { name: "Create an endpoint" }).click();
  await page.getByRole("link", { name: "Registry endpoints" }).first().click();
  await expect(main(page)).toContainText("read, paused");
  await page.getByRole("button", { name: "Go on reading" }).click();
  await expect(main(page)).toContainText("Last refreshed");
  await expect(main(page)).not.toContainText("of 5,000 registry endpoints");
  await expect(main(page)).not.toContainText("until all are read");
  const pages = (await azure.requestsTo("POST", /ResourceGraph/)).filter(({ body }) =>
    body?.includes(PAGES),
  );
  expect(pages.filter(({ status }) => status === 200)).toHaveLength(5);

  // All of them go into a file, with the columns that are shown.
  await page.getByRole("button", { name: /^Columns/ }).click();
  const panel = page.getByRole("dialog", { name: "Columns" });
  await panel.getByRole("checkbox", { name: "Site" }).uncheck();
  await panel.getByRole("checkbox", { name: "Tags" }).check();
  await page.keyboard.press("Escape");
  const lines = (await downloaded(page, "Download CSV")).trimEnd().split("\r\n");
  const shown = (await page.getByRole("columnheader").allInnerTexts()).map((text) => text.trim());
  const labels = shown.filter((text) => text !== "" && text !== "Actions");
  expect(labels).toContain("Tags");
  expect(labels).not.toContain("Site");
  expect(lines[0]).toBe(`\ufeff${labels.map((label) => `"${label}"`).join()}`);
  expect(lines).toHaveLength(fleetNames.endpointCount + 1);
  const rows = JSON.parse(await downloaded(page, "Download JSON")) as object[];
  expect(rows).toHaveLength(fleetNames.endpointCount);
  expect(Object.keys(rows[0] ?? {})).toHaveLength(labels.length);
});

test("a word that is typed while rows arrive is asked of Azure once, in at most two queries", async ({
  page,
  azure,
  openAs,
}) => {
  const word = "azurecr";
  await page.clock.install();
  await azure.reset("fleet");
  await azure.fault({
    match: { operation: GRAPH, body: PAGES },
    skip: 1,
    effect: { delayMs: 15_000 },
  });
  await openAs("admin");
  await expect(main(page)).toContainText("The first 1,000 are shown until all are read");
  const queries = async () =>
    (await azure.requestsTo("POST", /ResourceGraph/)).filter(
      ({ body = "" }) => /registryendpoints/i.test(body) && !body.includes(PAGES),
    );
  expect(await queries(), "the first rows of all are what the reading begins with").toEqual([]);

  // A letter every tenth of a second of the page's time, however busy this machine is.
  const now = await page.evaluate(() => Date.now());
  await page.clock.pauseAt(now + 10_000);
  await page.getByRole("searchbox").focus();
  for (const letter of word) {
    await page.keyboard.press(letter);
    await page.clock.runFor(100);
  }
  await page.clock.resume();
  // More than one answer holds: the rows are one query, their number is another.
  await expect(main(page).getByText(/^1,\d{3} of 5,000 registry endpoints$/)).toBeVisible();
  const asked = (await queries()).map(({ body = "" }) => body);
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.length).toBeLessThanOrEqual(2);
  for (const body of asked) expect(body).toContain(word);
  await expect(main(page), "rows still arrive").toContainText("of 5,000 registry endpoints read");
});

test("counts of charts and groups say what they are of while rows arrive", async ({
  page,
  azure,
  openAs,
}) => {
  await openPaused({ page, azure, openAs });
  await page.getByRole("button", { name: "Charts" }).click();
  const charts = page.getByRole("region", { name: "Charts" });
  const chart = charts.getByRole("region", { name: "Authentication" });
  await expect(chart).toContainText(/^Authentication\s*of [12],\d{3} loaded/);
  await page.getByRole("button", { name: "Group by" }).click();
  await page.getByRole("menuitemradio", { name: "Authentication" }).click();
  const head = page.getByRole("row", { level: 1 }).first();
  await expect(head).toContainText(/\(\d+\) of the first 1,000$/);
  await page.getByRole("button", { name: "Filter by Registry kind" }).click();
  await page.getByRole("checkbox", { name: /Amazon ECR/ }).check();
  await page.keyboard.press("Escape");
  await expect(head).toContainText(/\(\d+\) of [12],\d{3} loaded$/);
  await page.getByRole("button", { name: "Go on reading" }).click();
  await expect(page.getByRole("main")).toContainText("Last refreshed");
  await expect(head).toContainText(/\(\d+\)$/);
  await expect(charts).not.toContainText("loaded");
});

test("all are selected while rows arrive: those that are here, or the others too", async ({
  page,
  azure,
  openAs,
}) => {
  await openPaused({ page, azure, openAs });
  await expect(main(page)).toContainText("The first 1,000 are shown until all are read");
  await page.getByRole("checkbox", { name: "Select all rows" }).click();
  const bar = page.getByRole("group", { name: "Selection" });
  await expect(bar).toContainText("1,000 selected, all that are here; 4,000 more are not here yet");
  await bar.getByRole("button", { name: "Select those too" }).click();
  await expect(bar).toContainText("1,000 selected; 4,000 more will be once they are here");
  await page.getByRole("button", { name: "Go on reading" }).click();
  await expect(bar).toContainText("5,000 selected");
});

test("a return visit shows the rows of the last one, until Azure has answered", async ({
  page,
  azure,
  openAs,
}) => {
  await azure.settings({ graph: { lagMs: 0 } });
  await openAs("admin");
  await expect(main(page)).toContainText("All from Azure Resource Graph");
  await expect.poll(() => keptRowCount(page)).toBeGreaterThan(50);
  await azure.changeStore({ delete: [acrTokenId] });
  await azure.fault({ match: { operation: GRAPH }, count: 2, effect: { delayMs: 4_000 } });
  await page.reload();
  await expect(main(page)).toContainText("From your last visit, just now; refreshing…");
  await expect(page.getByRole("link", { name: "acr-token" })).toBeVisible();
  await expect(page.getByRole("link", { name: "acr-token" })).toHaveCount(0);
  await expect(main(page)).not.toContainText("From your last visit");

  await page.getByRole("button", { name: /^Account/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  expect(await keptRowCount(page)).toBe(0);
});

test("a refresh keeps the rows, the place and the selection, and says what has changed", async ({
  page,
  azure,
  openAs,
}) => {
  await azure.settings({ graph: { lagMs: 0 } });
  await openAs("admin");
  const row = (name: string | RegExp) => page.getByRole("row", { name }).first();
  await row(/acr-token/)
    .getByRole("checkbox")
    .check();
  await page.getByRole("grid").hover();
  await page.mouse.wheel(0, 700);
  await expect(row(/acr-token/)).not.toBeInViewport();
  const top = () =>
    page.getByRole("grid").evaluate(({ parentElement: box }) => box?.scrollTop ?? 0);
  const place = await top();
  expect(place).toBeGreaterThan(300);
  const [stored] = (
    await azure.stored("Microsoft.IoTOperations/instances/registryEndpoints")
  ).filter((one) => one.id.toLowerCase() === acrTokenId.toLowerCase());
  await azure.changeStore({
    put: [{ ...stored, properties: { ...stored?.properties, host: "moved.example" } }],
  });
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(main(page)).toContainText("1 changed");
  await expect(main(page)).toContainText("1 selected");
  expect(await top()).toBe(place);
  await page.getByRole("grid").hover();
  await page.mouse.wheel(0, -700);
  await expect(row(/acr-token/)).toContainText("moved.example");
});

test("marks the rows that a refresh has added or changed, for a moment", async ({
  page,
  azure,
  openAs,
}) => {
  await page.clock.install();
  await azure.settings({ graph: { lagMs: 0 } });
  await openAs("admin", "/endpoints?q=instance:aio-austin");
  const row = (name: string) => page.getByRole("row").filter({ hasText: name });
  await expect(row("acr-token")).toBeVisible();
  await expect(main(page)).toContainText("Last refreshed");
  const { body } = await azure.arm("admin", "GET", acrTokenId, "2026-07-01");
  const stored = body as { properties: object };
  const properties = { ...stored.properties, host: "moved.example" };
  const name = "acr-token-two";
  await azure.changeStore({
    put: [
      { ...stored, properties },
      { ...stored, name, id: acrTokenId.replace("acr-token", name) },
    ],
  });
  // The page's time goes on in steps, so that the moment cannot pass unseen.
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.getByRole("button", { name: "Refresh" }).click();
  const marked = async () => {
    await page.clock.runFor(50);
    return page
      .getByRole("row")
      .evaluateAll(
        (rows, color) =>
          rows
            .filter((one) => getComputedStyle(one).backgroundColor === color)
            .map((one) => one.querySelector("a")?.textContent),
        MARKED,
      );
  };
  await expect.poll(marked, { intervals: [50] }).toEqual(["acr-token", name]);
  await expect(main(page)).toContainText("1 added, 1 changed");
  await page.clock.runFor(2_000);
  expect(await marked()).toEqual([]);
  await expect(row("moved.example")).toBeVisible();
});

test("says who uses what, once that is asked", async ({ page, openAs }) => {
  await openAs("admin");
  await page.getByRole("button", { name: "More filters" }).click();
  await page.getByRole("menuitem", { name: "Usage" }).click();
  await page.getByRole("checkbox", { name: /^Used/ }).check();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/usage=/);
  await expect(page.getByRole("link", { name: "contoso-edge" })).toBeVisible();
  await expect(page.getByRole("link", { name: "acr-token" })).toHaveCount(0);
});
