import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

/**
 * What axe finds on a page, as one line for each rule that is broken: its id, what it asks for and the
 * elements. `rules` names the only ones to try; all of them otherwise.
 */
export async function axeFindings(page: Page, rules?: string[]): Promise<string[]> {
  // What fades in has another contrast than what is there.
  await expect.poll(() => page.evaluate(transientAnimations)).toBe(0);
  const builder = new AxeBuilder({ page })
    // No frames here: without the page of its own that axe opens to gather those of all frames.
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    // Fluent's focus sentinels are hidden from assistive technology on purpose and pass focus on at once.
    .exclude("[data-tabster-dummy]");
  const { violations } = await (rules ? builder.withRules(rules) : builder).analyze();
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
