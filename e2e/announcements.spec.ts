import type { Page } from "@playwright/test";
import { instanceIds } from "../emulator/scenarios/contoso-names";
import { expect, test } from "./fixtures";
import { openKeyVaultFields } from "./wizard";

/** From here on, everything that a live region comes to say, in order: docs/accessibility.md. */
async function listen(page: Page): Promise<(said: string | RegExp) => Promise<void>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    const REGION = "[aria-live], [role=status], [role=alert]";
    const hear = (node: Node) => {
      const element = node instanceof Element ? node : node.parentElement;
      const regions = [element?.closest(REGION), ...(element?.querySelectorAll(REGION) ?? [])];
      for (const text of regions.map((region) => region?.textContent)) if (text) heard.push(text);
    };
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        for (const node of type === "childList" ? addedNodes : [target]) hear(node);
      }
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
    // What needs no region: browsers that know it are told directly.
    for (const owner of [Document.prototype, Element.prototype]) {
      Object.assign(owner, { ariaNotify: (said: string) => heard.push(said) });
    }
    Object.assign(window, { heard });
  });
  return async (said) => {
    const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    const expected = said instanceof RegExp ? said : new RegExp(`^${said}$`);
    await expect.poll(heard).toContainEqual(expect.stringMatching(expected));
  };
}

test("the list says how many rows there are, once the typing has paused", async ({
  page,
  openAs,
}) => {
  await openAs("admin");
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  const hears = await listen(page);
  await page.getByRole("searchbox").pressSequentially("ghcr");
  await hears(/^\d+ of \d+ registry endpoints$/);
  await page.getByRole("searchbox").fill("nothing-has-this-name");
  await hears(/^0 of \d+ registry endpoints$/);
  await page.getByRole("button", { name: "Clear search and filters" }).click();
  await hears(/^\d+ registry endpoints$/);
});

test("the wizard and the secret panel say what is wrong, and what was saved", async ({
  page,
  openAs,
}) => {
  await openAs("admin", "/endpoints/new");
  await expect(page.getByRole("button", { name: "Next" })).toBeVisible();
  const hears = await listen(page);
  await page.getByRole("button", { name: "Next" }).click();
  await hears(/things need attention/);

  await openKeyVaultFields(page, { instanceId: instanceIds.gothenburg, name: "announced" });
  await page.getByRole("button", { name: "New secret: Password secret" }).click();
  const panel = page.getByRole("dialog");
  await panel.getByRole("textbox", { name: "Secret name" }).fill("announced-password");
  await panel.getByRole("button", { name: "Save secret" }).click();
  await hears(/Enter the value\./);
  await panel.getByLabel(/^Secret value/).fill("s3cret");
  await panel.getByRole("button", { name: "Save secret" }).click();
  await hears("The secret announced-password is saved and selected.");
});
