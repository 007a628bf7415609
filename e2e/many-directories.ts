import type { Page } from "@playwright/test";

/** Serves the app as it is set up for people of every directory. */
export async function withManyDirectories(page: Page): Promise<void> {
  await page.route("**/config.json", async (route) => {
    // As browsers do it where a kept connection is closed just when the next request takes it.
    const response = await route.fetch({ maxRetries: 1 });
    const config = (await response.json()) as { authority: string };
    const authority = new URL("/organizations", config.authority).href;
    await route.fulfill({ response, json: { ...config, authority } });
  });
}
