import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

/** What lies over the page, in Fluent's words. */
const ON_TOP = ".fui-DialogSurface, .fui-OverlayDrawer, .fui-MenuPopover, .fui-PopoverSurface";
/** What is read in place of axe where the page has it: reading it twice takes as long as looking at a small page. */
const NOTHING = "0";
const OF_COLORS = ["color-contrast", "link-in-text-block"];

/**
 * What axe finds on a page, as one line for each rule that is broken: its id, what it asks for and the
 * elements. `colors` are those rules alone that colours decide, within what lies over the page, if
 * anything does: the page below was looked at before.
 */
export async function axeFindings(page: Page, what: "all" | "colors" = "all"): Promise<string[]> {
  // What fades in has another contrast than what is there.
  await expect.poll(() => page.evaluate(transientAnimations)).toBe(0);
  const isLoaded = await page.evaluate(() => "axe" in window);
  const builder = new AxeBuilder({ page, ...(isLoaded ? { axeSource: NOTHING } : {}) })
    // No frames here: without the page of its own that axe opens to gather those of all frames.
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    // Fluent's focus sentinels are hidden from assistive technology on purpose and pass focus on at once.
    .exclude("[data-tabster-dummy]");
  if (what === "colors") {
    builder.withRules(OF_COLORS);
    if ((await page.locator(ON_TOP).count()) > 0) builder.include(ON_TOP);
  }
  const { violations } = await builder.analyze();
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(" | ")}`,
  );
}

/** In the page: how many animations run that will soon end. */
function transientAnimations(): number {
  // Not the spinner that goes on, nor the clock by which a notification goes away.
  const ends = ({ effect }: Animation) => Number(effect?.getComputedTiming().endTime) < 1_000;
  return document.getAnimations().filter((one) => one.playState === "running" && ends(one)).length;
}
