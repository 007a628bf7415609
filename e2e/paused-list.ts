import type { Stage } from "./faults/fault-row";
import { expect } from "./fixtures";

export const GRAPH = "POST Microsoft.ResourceGraph/resources";
/** The reading behind the list, and no other query. */
export const PAGES = "extendedLocation, properties";

/** Opens the list of 5,000 endpoints, and pauses its reading once the first 1,000 are here. */
export async function openPaused({
  page,
  azure,
  openAs,
}: Pick<Stage, "page" | "azure" | "openAs">): Promise<void> {
  const main = page.getByRole("main");
  await azure.reset("fleet");
  await azure.fault({
    match: { operation: GRAPH, body: PAGES },
    skip: 1,
    count: 1,
    effect: { delayMs: 6_000 },
  });
  await openAs("admin");
  await expect(main).toContainText("1,000 of 5,000 registry endpoints read");
  await page.getByRole("button", { name: "Pause reading" }).click();
  await expect(main).toContainText("read, paused");
}
