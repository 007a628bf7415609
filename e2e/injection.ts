import type { Page } from "@playwright/test";

/** Elements that no page of the app has, and attributes that run or load something. */
const INJECTED =
  "img, iframe, object, embed, base, form[action], math, details, template, marquee, script:not([type=module]), " +
  "link[href*='evil.example'], meta[http-equiv], [srcdoc], [href^='javascript:' i], [href^='data:' i], [src^='javascript:' i]";

/**
 * From now on, over all pages of the app that are opened, notes what is added and is not of the app, and
 * every dialog.
 *
 * @param app its origin: what others show is theirs
 */
export async function watchForInjection(page: Page, app: string): Promise<readonly string[]> {
  const found: string[] = [];
  page.on("dialog", (dialog) => {
    found.push(dialog.message());
    void dialog.dismiss();
  });
  await page.exposeFunction("reportInjected", (html: string) => void found.push(html));
  await page.addInitScript(
    ({ selector, origin }) => {
      if (location.origin !== origin) return;
      const { reportInjected } = window as unknown as { reportInjected: (html: string) => void };
      const look = (element: Element) => {
        const handlers = element.getAttributeNames().some((name) => name.startsWith("on"));
        if (handlers || element.matches(selector)) reportInjected(element.outerHTML.slice(0, 200));
      };
      new MutationObserver((records) => {
        for (const { target, addedNodes } of records) {
          if (target instanceof Element) look(target);
          for (const node of addedNodes) {
            if (!(node instanceof Element)) continue;
            look(node);
            node.querySelectorAll("*").forEach(look);
          }
        }
      }).observe(document, { subtree: true, childList: true, attributes: true });
    },
    { selector: INJECTED, origin: app },
  );
  return found;
}

/** Scrolls through the whole table and collects the text of every cell. */
export async function scrolledTexts(page: Page): Promise<string[]> {
  return page.getByRole("grid", { name: "Registry endpoints" }).evaluate(async (table) => {
    const scroller = table.parentElement;
    if (scroller === null) return [];
    const texts = new Set<string>();
    for (let top = 0; ; top += scroller.clientHeight) {
      scroller.scrollTop = top;
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
      for (const cell of table.querySelectorAll("[role=gridcell], [role=rowheader]")) {
        texts.add(cell.textContent);
      }
      if (top > scroller.scrollHeight) return [...texts];
    }
  });
}
