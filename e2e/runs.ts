import type { Page } from "@playwright/test";
import { expect } from "./fixtures";
import type { LocalAzureControl } from "./local-azure-control";

export const ENDPOINT_PUT = "PUT Microsoft.IoTOperations/instances/registryEndpoints";

/** Azure takes as long as it takes; a page that comes back waits for a moment before it asks again. */
export const PATIENT = { timeout: 60_000 };

/**
 * For tests that wait for the ends of operations: each is over when the portal first asks, after a second. Not
 * for those that do something while one is under way.
 */
export const BRIEF_OPERATIONS = { operationTimeScale: 0.3 };

/** The PUTs of an endpoint that Azure accepted. */
export async function acceptedPuts(azure: LocalAzureControl, name: string): Promise<number> {
  const puts = await azure.requestsTo("PUT", new RegExp(`/registryEndpoints/${name}\\?`));
  return puts.filter(({ status }) => status === 200 || status === 201).length;
}

export async function untilSent(
  azure: LocalAzureControl,
  method: string,
  path: RegExp,
): Promise<void> {
  await expect
    .poll(async () => (await azure.requestsTo(method, path)).length, PATIENT)
    .toBeGreaterThan(0);
}

/** Signs a new page in as the person whose session the browser still has. */
export async function signInAgain(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("button", { name: /^Account/ })).toBeVisible();
}
