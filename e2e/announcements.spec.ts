import type { Page } from "@playwright/test";
import { instanceIds } from "../emulator/scenarios/contoso-names";
import { expect, test } from "./fixtures";
import { ENDPOINT_PUT } from "./runs";
import { chooseMethod, create, fillBasics, goToReview, openKeyVaultFields } from "./wizard";

const GOTHENBURG = instanceIds.gothenburg;

interface Said {
  text: string;
  /** Whether it interrupts: an alert. Otherwise it waits for its turn: a status. */
  isAlert: boolean;
}

interface Heard {
  /** Waits until a live region has said something. */
  hears: (text: string | RegExp, isAlert?: boolean) => Promise<void>;
  /** How often that was said until now. */
  times: (text: RegExp) => Promise<number>;
}

/** Everything that a live region comes to say once a page is opened, in order: docs/accessibility.md. */
async function listen(page: Page): Promise<Heard> {
  await page.addInitScript(() => {
    const heard: Said[] = [];
    const REGION = "[aria-live], [role=status], [role=alert]";
    const isAlert = (region: Element) => region.matches("[role=alert], [aria-live=assertive]");
    const hear = (node: Node) => {
      const element = node instanceof Element ? node : node.parentElement;
      const regions = [element?.closest(REGION), ...(element?.querySelectorAll(REGION) ?? [])];
      for (const region of regions) {
        if (region?.textContent) heard.push({ text: region.textContent, isAlert: isAlert(region) });
      }
    };
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        for (const node of type === "childList" ? addedNodes : [target]) hear(node);
      }
    }).observe(document, { childList: true, subtree: true, characterData: true });
    // What needs no region: browsers that know it are told directly.
    const ariaNotify = (text: string, options?: { priority?: string }) =>
      heard.push({ text, isAlert: options?.priority === "high" });
    for (const owner of [Document.prototype, Element.prototype])
      Object.assign(owner, { ariaNotify });
    Object.assign(window, { heard });
  });
  const heard = () => page.evaluate(() => (window as unknown as { heard: Said[] }).heard);
  return {
    hears: async (text, isAlert) => {
      const expected = text instanceof RegExp ? text : new RegExp(`^${text}$`);
      const isHeard = (said: Said) =>
        expected.test(said.text) && (isAlert === undefined || said.isAlert === isAlert);
      await expect.poll(async () => (await heard()).filter(isHeard)).not.toEqual([]);
    },
    times: async (text) => (await heard()).filter((one) => text.test(one.text)).length,
  };
}

test("the list says how many rows there are, once the typing has paused", async ({
  page,
  openAs,
}) => {
  const { hears, times } = await listen(page);
  await openAs("admin");
  await hears(/^\d+ registry endpoints$/, false);
  expect(await times(/registry endpoints$/), "the first count is said once").toBe(1);
  await page.getByRole("searchbox").pressSequentially("ghcr");
  await hears(/^\d+ of \d+ registry endpoints$/, false);
  expect(await times(/ of \d+ registry endpoints$/), "not with every letter").toBe(1);
  await page.getByRole("searchbox").fill("nothing-has-this-name");
  await hears(/^0 of \d+ registry endpoints$/);
  await page.getByRole("searchbox").fill("nor-has-this");
  await expect.poll(() => times(/^0 of \d+ registry endpoints$/), "an answer, too").toBe(2);
  await page.getByRole("button", { name: "Clear search and filters" }).click();
  await expect.poll(() => times(/^\d+ registry endpoints$/)).toBe(2);
});

test("the list says how it is sorted and grouped, once and with the count that changes with it", async ({
  page,
  openAs,
}) => {
  const { hears, times } = await listen(page);
  await openAs("admin");
  await hears(/^\d+ registry endpoints$/, false);
  const host = page.getByRole("columnheader", { name: /^Host/ }).getByRole("button");
  await host.click();
  await hears("Sorted by Host, ascending", false);
  await page
    .getByRole("columnheader", { name: /^Name/ })
    .getByRole("button")
    .click({ modifiers: ["Shift"] });
  await hears("Sorted by Host, ascending, then Name, ascending", false);
  await page.getByRole("button", { name: "Group by" }).click();
  await page.getByRole("menuitemradio", { name: "Authentication" }).click();
  await hears(/^Grouped by Authentication, \d groups$/, false);
  await page.getByRole("button", { name: "Grouped by Authentication" }).click();
  await page.getByRole("menuitem", { name: "Collapse all groups" }).click();
  await hears("All groups collapsed", false);
  expect(await times(/Sorted/), "each once").toBe(2);
  expect(await times(/Grouped/)).toBe(1);
  // What changes in one act is said in one.
  await page.goto("/endpoints?q=ghcr&sort=-host&groupBy=instance");
  await hears(/^\d+ of \d+ registry endpoints$/, false);
  expect(await times(/Sorted|rouped/), "not how it is at first").toBe(0);
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitemradio", { name: "All registry endpoints" }).click();
  await hears(/^Sorted by Name, ascending; Not grouped; \d+ registry endpoints$/, false);
});

test("the wizard says what is wrong, what it does, how it failed and that it succeeded", async ({
  page,
  azure,
  openAs,
}) => {
  const { hears, times } = await listen(page);
  await openAs("admin", "/endpoints/new");
  await page.getByRole("button", { name: "Next" }).click();
  await hears(/things need attention/, true);

  await fillBasics(page, { instanceId: GOTHENBURG, name: "announced", host: "quay.io" });
  await chooseMethod(page, "Anonymous");
  await goToReview(page);
  const error = { code: "BadRequest", message: "Not today." };
  await azure.fault({
    match: { operation: ENDPOINT_PUT },
    count: 1,
    effect: { status: 400, error },
  });
  await create(page);
  await hears(/Check that the name is free: running/, false);
  await hears(/Create the registry endpoint: running/, false);
  await hears(/“announced” could not be created/, true);
  await expect(page.getByRole("group", { name: /could not be created/ }).first()).toBeFocused();
  expect(await times(/“announced” created/)).toBe(0);

  await page.getByRole("button", { name: "Retry", exact: true }).click();
  await hears(/Registry endpoint “announced” created/, false);
  await expect(page.getByRole("heading", { name: /is created/ })).toBeFocused();
});

test("the secret panel leads to the field that is wrong, and says what was saved", async ({
  page,
  azure,
  openAs,
}) => {
  const { hears } = await listen(page);
  await openAs("admin", "/endpoints/new");
  await openKeyVaultFields(page, { instanceId: GOTHENBURG, name: "announced" });
  await page.getByRole("button", { name: "New secret: Password secret" }).click();
  const panel = page.getByRole("dialog");
  const name = panel.getByRole("textbox", { name: "Secret name" });
  const value = panel.getByLabel(/^Secret value/);
  const save = () => panel.getByRole("button", { name: "Save secret" }).click();

  await name.fill("no spaces");
  await value.fill("s3cret");
  await save();
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription(/Use letters, digits and hyphens only/);
  await hears("Use letters, digits and hyphens only\\.", true);

  await name.fill("announced-password");
  await value.fill("");
  await save();
  await expect(value).toBeFocused();
  await hears("Enter the value\\.", true);

  await value.fill("s3cret");
  const error = { code: "Conflict", message: "The name is of a deleted secret." };
  await azure.fault({
    match: { method: "PUT", path: "/secrets/announced-password" },
    count: 1,
    effect: { status: 409, error },
  });
  await save();
  await hears(/The name is of a deleted secret/, true);
  await expect(panel.getByRole("group", { name: /could not be saved/ }).first()).toBeFocused();

  await save();
  await hears("The secret announced-password is saved and selected\\.", false);
});
