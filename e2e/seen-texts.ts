import type { Page } from "@playwright/test";

/** Notes from the next page load on each text that elements show, for a moment or longer, by their selectors. */
export async function noteTexts(
  page: Page,
  selectors: Readonly<Record<string, string>>,
): Promise<{ of: (name: string) => Promise<string[]> }> {
  await page.addInitScript((named) => {
    const seen: Record<string, string[]> = {};
    const note = () => {
      for (const [name, selector] of Object.entries(named)) {
        const texts = (seen[name] ??= []);
        const text = document.querySelector<HTMLElement>(selector)?.innerText;
        if (text !== undefined && text !== texts.at(-1)) texts.push(text);
      }
    };
    new MutationObserver(note).observe(document, {
      ...{ childList: true, subtree: true, characterData: true },
    });
    Object.assign(window, { seenTexts: seen });
  }, selectors);
  return {
    of: (name) =>
      page.evaluate(
        (key) =>
          (window as unknown as { seenTexts: Record<string, string[]> }).seenTexts[key] ?? [],
        name,
      ),
  };
}
