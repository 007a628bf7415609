import type { Page } from "@playwright/test";
import { fleetNames } from "../emulator/scenarios/fleet/fleet";
import { stressNames } from "../emulator/scenarios/fleet/stress";
import { passTime, slowDownNote } from "./faults/acts";
import { expect, test } from "./fixtures";
import type { LocalAzureControl } from "./local-azure-control";

/** The reading behind the list, and no other query. */
const PAGES = "extendedLocation, properties";
/** Reading 100,000 rows takes a while. */
const LONG = { timeout: 90_000 };

const main = (page: Page) => page.getByRole("main");

async function queries(azure: LocalAzureControl) {
  const asked = await azure.requestsTo("POST", /ResourceGraph/);
  return asked.map(({ status, body = "" }) => ({ status, isOfPages: body.includes(PAGES) }));
}

test("100,000 endpoints: rows at once, Azure's answers until all are read, then the page's own", async ({
  page,
  azure,
  openAs,
}) => {
  const { endpointCount, needle } = stressNames;
  await azure.reset("stress");
  await openAs("admin");
  await expect(page.getByRole("rowheader").first()).toBeVisible(LONG);
  await page.getByRole("button", { name: "Pause reading" }).click();
  await expect(main(page)).toContainText("of 100,000 registry endpoints read, paused");

  // It is the last one, and Azure finds and counts it.
  await page.getByRole("searchbox").fill(needle);
  await expect(page.getByRole("link", { name: needle })).toBeVisible();
  await expect(main(page)).toContainText("1 of 100,000 registry endpoints");
  await page.getByRole("searchbox").fill("");
  await expect(page.getByRole("grid")).toHaveAttribute("aria-rowcount", `${endpointCount + 1}`);
  const before = (await queries(azure)).filter(({ isOfPages }) => isOfPages).length;
  expect(before).toBeLessThan(endpointCount / 2_000);
  const read = `${before},000 of 100,000 registry endpoints read, paused`;
  await expect(main(page)).toContainText(read);

  await azure.settings({ graph: { quota: 1_000 } });
  await page.getByRole("button", { name: "Go on reading" }).click();
  await expect(main(page)).toContainText("Last refreshed", LONG);
  await expect(main(page)).toContainText("100,000 registry endpoints");
  await expect(page.getByRole("grid")).toHaveAttribute("aria-rowcount", `${endpointCount + 1}`);
  const asked = await queries(azure);
  expect(asked.filter(({ isOfPages }) => isOfPages)).toHaveLength(endpointCount / 1_000);

  const header = page.getByRole("columnheader", { name: "Name" });
  await header.getByRole("button").click();
  await expect(header).toHaveAttribute("aria-sort", "descending");
  const names = await page.getByRole("rowheader").allTextContents();
  expect(names).toEqual([...names].sort().reverse());
  await page.getByRole("searchbox").fill(needle);
  await expect(page.getByRole("link", { name: needle })).toBeVisible();
  await expect(main(page)).toContainText("1 of 100,000 registry endpoints");
  expect(await queries(azure)).toHaveLength(asked.length);

  await page.getByRole("searchbox").fill("");
  await page.setViewportSize({ width: 400, height: 800 });
  const grid = page.getByRole("grid");
  await expect(page.getByLabel("Sort by"), "rows are cards").toBeVisible();
  await page.getByRole("rowheader").first().focus();
  await page.keyboard.press("Control+End");
  const end = page.getByText(
    /^The first \d\d,\d{3} of 100,000\. Filter or search to see the others\.$/,
  );
  await expect(end, "as cards, they are more than a browser scrolls").toBeInViewport();
  await expect(grid).toHaveAccessibleDescription((await end.textContent()) ?? "");
  await expect(grid).toHaveAttribute("aria-rowcount", `${endpointCount + 1}`);
  const drawn = Number((await end.textContent())?.match(/[\d,]+/)?.[0].replace(",", ""));
  const focused = page.getByRole("row").filter({ has: page.locator(":focus") });
  await expect(focused).toHaveAttribute("aria-rowindex", `${drawn + 1}`);
  await expect(focused).toBeInViewport();
});

test("where Azure's quota is used up, the list says when it goes on, and becomes whole", async ({
  page,
  azure,
  context,
  openAs,
}) => {
  const stage = { page, azure, context, openAs, announcements: [] };
  const { endpointCount } = fleetNames;
  await page.clock.install();
  await azure.reset("fleet");
  await azure.settings({ graph: { quota: 2 } });
  await openAs("admin");
  await expect(slowDownNote(stage)).toContainText(
    /Lists and searches go on at \d\d:\d\d:\d\d \(in \d s\)/,
  );
  await expect(main(page)).toContainText(/[1-4],000 of 5,000 registry endpoints read/);
  await expect(async () => {
    await passTime(stage, 5_000);
    await expect(main(page)).toContainText("Last refreshed", { timeout: 1_000 });
  }, "every window lets it read on").toPass(LONG);
  await expect(slowDownNote(stage)).toHaveCount(0);
  await expect(main(page)).toContainText("5,000 registry endpoints");
  await expect(page.getByRole("grid")).toHaveAttribute("aria-rowcount", `${endpointCount + 1}`);
  const asked = await queries(azure);
  const pages = asked.filter(({ isOfPages, status }) => isOfPages && status === 200);
  expect(pages, "each page is read once").toHaveLength(endpointCount / 1_000);
  const refused = asked.filter(({ status }) => status === 429);
  expect(refused.length, "one refusal for each window is enough").toBeLessThanOrEqual(5);
});
