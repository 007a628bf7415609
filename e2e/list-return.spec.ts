import type { Page } from "@playwright/test";
import { endpointIds } from "../emulator/scenarios/contoso-names";
import { fleetNames } from "../emulator/scenarios/fleet/fleet";
import { expect, test } from "./fixtures";
import { areRowsKept } from "./kept-rows";
import { noteTexts } from "./seen-texts";

const GRAPH = "POST Microsoft.ResourceGraph/resources";

const main = (page: Page) => page.getByRole("main");
const count = (page: Page, text: string) => main(page).getByText(text, { exact: true });

test("a return visit to many rows states nothing of those that are still on their way", async ({
  page,
  azure,
  openAs,
}) => {
  await azure.reset("fleet");
  await openAs("admin");
  await expect(main(page)).toContainText("Last refreshed");
  const first = await page.getByRole("rowheader").first().innerText();
  await expect.poll(() => areRowsKept(page)).toBe(true);

  await azure.fault({ match: { operation: GRAPH }, effect: { delayMs: 5_000 } });
  const texts = await noteTexts(page, { main: "main", row: "[role=rowheader]" });
  await page.reload();
  await expect(main(page)).toContainText("From your last visit");
  await expect(main(page)).not.toContainText("Loading the rows of your last visit");
  await expect(count(page, "5,000 registry endpoints")).toBeVisible();
  const seen = (await texts.of("main")).filter((text) => text.includes("From your last visit"));
  const counts = seen.map((text) => /^.*registry endpoints$/m.exec(text)?.[0]);
  expect(new Set(counts), "the count is that of all").toEqual(
    new Set(["5,000 registry endpoints"]),
  );
  expect(seen[0], "some come first").toMatch(/^[1-4],000 loaded$/m);
  expect(new Set(await texts.of("row")), "the first row is the first of all").toEqual(
    new Set([first]),
  );

  await page.goto(`/endpoints?q=${fleetNames.needle}`);
  await expect(page.getByRole("link", { name: fleetNames.needle })).toBeVisible();
  await expect(count(page, "1 of 5,000 registry endpoints")).toBeVisible();
  const found = (await texts.of("main")).join("\n");
  expect(found, "what is not here yet may match").not.toContain("Nothing matches");
  expect(found).not.toMatch(/^0 of /m);
});

test("rows of the last visit are painted before anything is asked of Azure", async ({
  page,
  openAs,
}) => {
  await openAs("admin");
  await expect(main(page)).toContainText("Last refreshed");
  await expect.poll(() => areRowsKept(page)).toBe(true);
  await page.addInitScript(noteRowsOfRequests);
  const texts = await noteTexts(page, { main: "main" });
  await page.reload();
  await expect(main(page)).toContainText("From your last visit");
  await expect(main(page)).not.toContainText("From your last visit");
  const seen = (await texts.of("main")).join("\n");
  expect(seen, "what waits for the paint is being loaded").not.toContain("stopped");
  const noted = await page.evaluate(() => (window as NotingWindow).rowsOfRequests ?? []);
  expect(noted.length).toBeGreaterThan(2);
  expect(noted.every((rows) => rows > 5)).toBe(true);
});

type NotingWindow = Window & { rowsOfRequests?: number[] };

/** Runs in the page: notes how many rows have been painted when a request to Azure is sent. */
function noteRowsOfRequests() {
  const noted: number[] = [];
  (window as NotingWindow).rowsOfRequests = noted;
  let painted = 0;
  const look = () => {
    painted = document.querySelectorAll("[role=rowheader]").length;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  const send = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (url.includes("api-version=")) noted.push(painted);
    return send(input, init);
  };
}

test("opens an endpoint from the list and comes back to the same view", async ({
  page,
  openAs,
}) => {
  await openAs("admin", "/endpoints?q=contoso-shared");
  await page.getByRole("checkbox", { name: /^Select contoso-shared/ }).check();
  await page.getByRole("link", { name: "contoso-shared" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "contoso-shared" })).toBeVisible();
  expect(new URL(page.url()).pathname.toLowerCase()).toBe(
    `/endpoints${endpointIds.userIdentity}`.toLowerCase(),
  );
  await page.goBack();
  await expect(page.getByRole("searchbox")).toHaveValue("contoso-shared");
  await expect(page.getByRole("link", { name: "contoso-shared" })).toBeFocused();
  await expect(page.getByRole("group", { name: "Selection" })).toContainText("1 selected");
  await expect(page.getByRole("checkbox", { name: /^Select contoso-shared/ })).toBeChecked();
});

test("what is typed before the first rows are here is looked for, and no shortcut", async ({
  page,
  azure,
  openAs,
}) => {
  await azure.fault({ match: { operation: GRAPH }, effect: { delayMs: 4_000 } });
  await openAs("admin");
  await expect(page.getByLabel("Loading registry endpoints")).toBeVisible();
  await page.getByRole("button", { name: "Filter by Authentication" }).click();
  await expect(page.getByText("Nothing to choose from yet.")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.keyboard.type("n ghcr-wasm");
  await expect(page.getByRole("searchbox")).toHaveValue("n ghcr-wasm");
  await expect(page.getByLabel("Loading registry endpoints")).toBeVisible();
  await expect(page.getByRole("rowheader").first()).toHaveText("ghcr-wasm");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await expect(page).toHaveURL(/endpoints\?q=n/);
});
