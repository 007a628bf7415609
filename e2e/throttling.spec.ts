import type { Page } from "@playwright/test";
import { instanceIds } from "../emulator/scenarios/contoso-names";
import { expect, test } from "./fixtures";
import type { LocalAzureControl } from "./local-azure-control";
import { create, expectCreated, fillBasics, goToReview, chooseMethod } from "./wizard";

const QUERY = { operation: "POST Microsoft.ResourceGraph/resources" };
const PUT = { operation: "PUT Microsoft.IoTOperations/instances/registryEndpoints" };

const slowDown = (page: Page) => page.getByRole("group", { name: "Azure asked to slow down" });

/** Milliseconds from the last refused request of a kind to the next one that came in. */
async function waitAfterRefusal(
  azure: LocalAzureControl,
  method: string,
  path: RegExp,
): Promise<number> {
  const times = (await azure.requestsTo(method, path)).map(({ time, status }) => ({
    at: Date.parse(time),
    isRefused: status === 429 || status === 503,
  }));
  const last = times.map(({ isRefused }) => isRefused).lastIndexOf(true);
  return (times[last + 1]?.at ?? NaN) - (times[last]?.at ?? NaN);
}

test("a refresh that is throttled keeps the rows, says when it goes on, and goes on", async ({
  page,
  azure,
  openAs,
}) => {
  await openAs("admin");
  await expect(page.getByRole("link", { name: "acr-token" })).toBeVisible();
  await azure.fault({
    match: QUERY,
    // The page asks two queries at once.
    count: 2,
    effect: { status: 429, headers: { "Retry-After": "6" } },
  });
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(slowDown(page)).toContainText(
    /Lists and searches go on at \d\d:\d\d:\d\d \(in \d s\)\./,
  );
  await expect(
    page.getByRole("status").filter({ hasText: "Azure asked to slow down" }),
  ).toHaveCount(1);
  await expect(page.getByRole("link", { name: "acr-token" })).toBeVisible();
  await expect(slowDown(page)).toHaveCount(0);
  await expect(page.getByRole("main")).not.toContainText("could not be refreshed");
  expect(await waitAfterRefusal(azure, "POST", /ResourceGraph/)).toBeGreaterThanOrEqual(6_000);
});

test("a write that is throttled is sent again as it was, once Azure lets it", async ({
  page,
  azure,
  openAs,
}) => {
  await azure.fault({
    match: PUT,
    count: 1,
    effect: { status: 429, headers: { "Retry-After": "4" } },
  });
  await openAs("admin", "/endpoints/new");
  await fillBasics(page, {
    instanceId: instanceIds.gothenburg,
    name: "throttled-endpoint",
    host: "ghcr.io/contoso",
  });
  await chooseMethod(page, "Anonymous");
  await goToReview(page);
  await create(page);
  await expect(slowDown(page)).toContainText("Changes go on at");
  await expectCreated(page);
  const puts = await azure.requestsTo("PUT", /registryEndpoints/);
  expect(puts.map(({ status }) => status)).toEqual([429, 201]);
  expect(puts[1]?.body).toBe(puts[0]?.body);
  expect(await waitAfterRefusal(azure, "PUT", /registryEndpoints/)).toBeGreaterThanOrEqual(4_000);
});

test("a list that is slow says so after ten seconds, and can be stopped and loaded again", async ({
  page,
  azure,
  openAs,
}) => {
  await azure.fault({ match: QUERY, effect: { delayMs: 60_000 } });
  await openAs("admin");
  const main = page.getByRole("main");
  await expect(main).toContainText("Still waiting for Azure");
  await page.getByRole("button", { name: "Stop loading" }).click();
  await expect(main).toContainText("Loading was stopped");
  const again = page.getByRole("button", { name: "Load again" });
  await expect(again).toBeFocused();
  await azure.clearFaults();
  await again.click();
  await expect(page.getByRole("link", { name: "acr-token" })).toBeVisible();
});

test("without Resource Graph, the list is read instance by instance and says why", async ({
  page,
  azure,
  openAs,
}) => {
  await azure.fault({
    match: QUERY,
    effect: { status: 500, error: { code: "InternalServerError", message: "It broke." } },
  });
  await openAs("admin");
  await expect(page.getByRole("link", { name: "acr-token" })).toBeVisible({ timeout: 45_000 });
  const main = page.getByRole("main");
  await expect(main).toContainText("Azure Resource Graph failed (InternalServerError: It broke.)");
});

test("where the browser may not see how long, the waits double", async ({
  page,
  azure,
  openAs,
}) => {
  await azure.settings({ exposeHeaders: "none" });
  await azure.fault({
    match: QUERY,
    count: 4,
    effect: { status: 503, headers: { "Retry-After": "3" } },
  });
  await openAs("admin");
  await expect(page.getByRole("link", { name: "acr-token" })).toBeVisible({ timeout: 45_000 });
  await expect(slowDown(page)).toHaveCount(0);
  const queries = await azure.requestsTo("POST", /ResourceGraph/);
  expect(queries.filter(({ status }) => status === 503)).toHaveLength(4);
  expect(await waitAfterRefusal(azure, "POST", /ResourceGraph/)).toBeGreaterThanOrEqual(2_000);
});
