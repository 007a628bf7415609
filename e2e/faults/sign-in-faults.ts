import { personaOf } from "../../emulator/entra/personas";
import { expect } from "../fixtures";
import { signInAgain as signInAgainIn } from "../runs";
import { expectStep } from "../wizard";
import {
  ENDPOINT,
  GRAPH,
  fillForm,
  fillWizard,
  listed,
  openList,
  openScrolledList,
  pressCreate,
  refreshList,
  signInAgain,
  typed,
  untilRefreshed,
  waitForCreated,
  wizardPath,
} from "./acts";
import type { FaultRow, Stage } from "./fault-row";

const EXPIRED = {
  status: 401,
  error: {
    code: "ExpiredAuthenticationToken",
    message: "The access token expiry time has passed.",
  },
  headers: { "WWW-Authenticate": 'Bearer error="invalid_token"' },
};

const CLAIMS = JSON.stringify({ access_token: { nbf: { essential: true, value: "1" } } });
const CHALLENGE = {
  status: 401,
  error: { code: "InvalidAuthenticationToken", message: "A stronger sign-in is needed." },
  headers: {
    "WWW-Authenticate": `Bearer error="insufficient_claims", claims="${Buffer.from(CLAIMS).toString("base64")}"`,
  },
};

/** How many instances the list asks about at a time. */
const READS_AT_ONCE = 4;

const refreshes = async ({ azure }: Stage) =>
  (await azure.requestsTo("POST", /\/token/)).filter(({ body }) => body?.includes("refresh_token"));

/** Signing in again brings the person back to the review, from where they create. */
async function comeBackAndCreate(stage: Stage): Promise<void> {
  const question = stage.page.getByRole("alertdialog").or(stage.page.getByRole("dialog"));
  await expect(question).toContainText("Azure did not carry out the call that needs it");
  await expect(question).toContainText("what you entered is kept");
  await signInAgain(stage);
  await expectStep(stage.page, "Review + create");
  await stage.azure.clearFaults();
  const retry = stage.page.getByRole("button", { name: /^(Create|Retry)$/ });
  await retry.click();
  await waitForCreated(stage);
}

export const signInFaults: FaultRow[] = [
  {
    id: "A1",
    fault: "401 for an expired token while the list is refreshed",
    intent: "list",
    play: async (stage) => {
      const expectSameSight = await openScrolledList(stage);
      await stage.azure.fault({ match: { operation: GRAPH }, count: 1, effect: EXPIRED });
      await refreshList(stage);
      await expect.poll(async () => (await refreshes(stage)).length).toBe(1);
      await untilRefreshed(stage);
      await expectSameSight();
    },
    writes: 0,
    hides: [/Sign in again/],
  },
  {
    id: "A2",
    fault: "401 for the PUT, once",
    intent: "create",
    play: async (stage) => {
      await fillWizard(stage);
      await stage.azure.fault({
        match: { operation: `PUT ${ENDPOINT}` },
        count: 1,
        effect: EXPIRED,
      });
      await pressCreate(stage);
      await waitForCreated(stage);
    },
    writes: 1,
  },
  {
    id: "A3",
    fault: "401 again and again, whatever the token",
    intent: "create",
    play: async (stage) => {
      await fillWizard(stage);
      await stage.azure.fault({ match: { operation: `PUT ${ENDPOINT}` }, effect: EXPIRED });
      await pressCreate(stage);
      await expect(stage.page.getByRole("heading", { name: "Sign in again" })).toBeVisible();
      expect(await stage.azure.requestsTo("PUT", /registryEndpoints/)).toHaveLength(2);
      await comeBackAndCreate(stage);
    },
    writes: 1,
  },
  {
    id: "A4",
    fault: "claims challenge that only the person can answer",
    intent: "create",
    play: async (stage) => {
      await fillWizard(stage);
      await stage.azure.fault({
        match: { operation: `PUT ${ENDPOINT}` },
        count: 1,
        effect: CHALLENGE,
      });
      await stage.azure.fault({
        match: { operation: "token refresh_token" },
        count: 1,
        effect: { entra: { error: "interaction_required", number: 50076, claims: CLAIMS } },
      });
      await pressCreate(stage);
      await comeBackAndCreate(stage);
      const signIns = await stage.azure.requestsTo("GET", /\/authorize\?/);
      expect(signIns.at(-1)?.path).toContain(encodeURIComponent('"nbf"'));
    },
    writes: 1,
  },
  {
    id: "A5",
    fault: "the refresh token has ended",
    intent: "create",
    play: async (stage) => {
      await fillWizard(stage);
      await stage.azure.revoke("admin");
      await stage.azure.fault({
        match: { operation: `PUT ${ENDPOINT}` },
        count: 1,
        effect: EXPIRED,
      });
      await pressCreate(stage);
      await comeBackAndCreate(stage);
    },
    writes: 1,
  },
  {
    id: "A6",
    fault: "popups are blocked: signing in opens none",
    intent: "list",
    play: async (stage) => {
      let popups = 0;
      stage.context.on("page", () => (popups += 1));
      await openList(stage);
      expect(popups).toBe(0);
    },
    writes: 0,
  },
  {
    id: "A7",
    fault: "the token expires, and many calls get 401 at once",
    intent: "list",
    play: async (stage) => {
      const { azure } = stage;
      await azure.settings({ graph: { omitRegistryEndpoints: "all" } });
      await azure.fault({
        match: { method: "GET", path: "/registryEndpoints?" },
        count: READS_AT_ONCE,
        effect: { delayMs: 3_000 },
      });
      await stage.openAs("admin", `/endpoints?q=${listed.name}`);
      const asked = () => azure.requestsTo("GET", /\/registryEndpoints\?/);
      const count = async () => (await asked()).length;
      await expect.poll(count, { intervals: [50] }).toBeGreaterThanOrEqual(READS_AT_ONCE);
      // An hour later by Azure's clock alone: the page still takes its token for a good one.
      await azure.advance(61 * 60_000);
      const refused = async () => (await asked()).filter(({ status }) => status === 401).length;
      // All that were held back, which are answered after the row may already be there.
      await expect.poll(refused).toBeGreaterThanOrEqual(READS_AT_ONCE);
      await untilRefreshed(stage);
      expect(await refreshes(stage)).toHaveLength(1);
    },
    writes: 0,
    hides: [/Sign in again/],
  },
  {
    id: "A8",
    fault: "the account is switched in another tab",
    intent: "details",
    play: async ({ page, context, openAs }) => {
      await openAs("admin", "/endpoints/new");
      await page.getByRole("textbox", { name: "Registry endpoint name" }).fill(typed.name);
      const other = await context.newPage();
      await other.goto(`/endpoints?q=${listed.name}`);
      await signInAgainIn(other);
      await other.getByRole("button", { name: /^Account/ }).click();
      await other.getByRole("menuitem", { name: "Switch account" }).click();
      await other.getByRole("button", { name: personaOf("operator").displayName }).click();
      await expect(other.getByRole("button", { name: /Oscar Lind/ })).toBeVisible();
      await expect(other.getByRole("link", { name: listed.name })).toBeVisible();

      await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
      const kept = () => page.evaluate(() => JSON.stringify({ ...sessionStorage }));
      await expect.poll(kept).not.toMatch(new RegExp(`rep\\.|token|${typed.name}`, "i"));
    },
    writes: 0,
    shows: [/in another tab of this browser/],
    hides: [new RegExp(typed.name)],
  },
  {
    id: "A9",
    fault: "the clock of the person's machine is ten minutes fast, then ten minutes slow",
    intent: "create",
    play: async (stage) => {
      const { page } = stage;
      await page.clock.install({ time: Date.now() + 10 * 60_000 });
      await openList(stage);
      await refreshList(stage);
      await untilRefreshed(stage);
      expect(await refreshes(stage)).toEqual([]);
      await page.clock.setSystemTime(Date.now() - 10 * 60_000);
      await page.goto(wizardPath);
      await fillForm(stage);
      await pressCreate(stage);
      await waitForCreated(stage);
      // Once, because the clock was turned back.
      expect((await refreshes(stage)).length).toBeLessThanOrEqual(1);
    },
    writes: 1,
  },
];
