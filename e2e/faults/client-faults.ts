import type { CDPSession } from "@playwright/test";
import { instanceIds } from "../../emulator/scenarios/contoso-names";
import { readEndpoint } from "../editing";
import { nameOf } from "../names";
import { expect } from "../fixtures";
import { signInAgain, untilSent } from "../runs";
import {
  chooseMethod,
  expectStep,
  fillBasics,
  goToReview,
  nameSecrets,
  openKeyVaultFields,
} from "../wizard";
import { createdId, fillWizard, pressCreate, typed, waitForCreated } from "./acts";
import type { FaultRow, Stage } from "./fault-row";

/** Typed into the panel of a new secret when the tab goes, and to be kept nowhere. */
const SECRET_VALUE = "s3cret-of-nobody";
const SECRET_NAMES = ["dockerhub-username", "dockerhub-token"] as const;

/** What the fields of a tab hold, and its storage; asked past Playwright, which gives a crashed page up. */
const HELD = `JSON.stringify([
  document.querySelector("[aria-current=step]")?.textContent,
  [...document.querySelectorAll("input")].map((input) => input.value),
  { ...sessionStorage },
  { ...localStorage },
])`;

/** Ends the tab's process, then reloads it as its person would. */
async function crashAndReload({ page, context }: Stage): Promise<CDPSession> {
  const crashed = page.waitForEvent("crash");
  const before = await context.newCDPSession(page);
  // Has no answer: whoever would give it is gone.
  before.send("Page.crash").catch(() => undefined);
  await crashed;
  const tab = await context.newCDPSession(page);
  await tab.send("Page.reload");
  return tab;
}

async function evaluateIn(tab: CDPSession, expression: string): Promise<string> {
  const { result } = await tab.send("Runtime.evaluate", { expression, userGesture: true });
  return String(result.value);
}

export const clientFaults: FaultRow[] = [
  {
    id: "H1",
    fault: "the tab crashes in the middle of the wizard",
    intent: "create",
    play: async (stage) => {
      const { page, context, openAs } = stage;
      await openAs("operator", "/endpoints/new");
      await openKeyVaultFields(page, { instanceId: instanceIds.gothenburg, name: typed.name });
      await nameSecrets(page, ...SECRET_NAMES);
      await page.getByRole("button", { name: "New secret: Password secret" }).click();
      await page
        .getByRole("dialog")
        .getByLabel(/^Secret value/)
        .fill(SECRET_VALUE);

      const tab = await crashAndReload(stage);
      await expect.poll(() => evaluateIn(tab, HELD)).toMatch(/^\["[^"]*Authentication/);
      for (const name of SECRET_NAMES) {
        await expect.poll(() => evaluateIn(tab, HELD)).toContain(`"${name}"`);
      }
      expect(await evaluateIn(tab, HELD)).not.toContain(SECRET_VALUE);

      // A copy of the tab, with its session storage, for Playwright to go on in.
      const opened = context.waitForEvent("page");
      await evaluateIn(tab, "void window.open(location.href)");
      stage.page = await opened;
      await expectStep(stage.page, "Authentication");
      await goToReview(stage.page);
    },
    writes: 0,
    typed: [typed.name, "docker.io", nameOf(instanceIds.gothenburg), ...SECRET_NAMES],
    hides: [new RegExp(SECRET_VALUE)],
  },
  {
    id: "H2",
    fault: "double clicks and Enter mashing on Create",
    intent: "create",
    play: async (stage) => {
      await fillWizard(stage);
      const { page } = stage;
      await page.getByRole("button", { name: "Create", exact: true }).dblclick();
      for (let count = 0; count < 5; count += 1) await page.keyboard.press("Enter");
      await waitForCreated(stage);
    },
    writes: 1,
  },
  {
    id: "H3",
    fault: "two tabs make the same endpoint, with different hosts",
    intent: "create",
    play: async (stage) => {
      await fillWizard(stage);
      const other = await stage.context.newPage();
      await other.goto("/endpoints/new");
      await signInAgain(other);
      const basics = { instanceId: instanceIds.lyon, name: typed.name, host: "ghcr.io" };
      await fillBasics(other, basics);
      await expect(other.getByText("is also open in another tab")).toBeVisible();
      await chooseMethod(other, "Anonymous");
      await goToReview(other);

      await stage.azure.freeze();
      await pressCreate(stage);
      await untilSent(stage.azure, "PUT", /registryEndpoints/);
      // What goes on in one tab shows in the other, which sends nothing.
      await expect(other.getByRole("button", { name: "Creating…" })).toBeVisible();
      await stage.azure.thaw();
      await waitForCreated(stage);
      await other.close();
      const { properties } = await readEndpoint(stage.azure, createdId);
      expect(properties.host).toBe(typed.host);
    },
    writes: 1,
  },
];
