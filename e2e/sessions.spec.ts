import type { Page } from "@playwright/test";
import { fabrikam } from "../emulator/scenarios/contoso-names";
import {
  ENDPOINT,
  fillWizard,
  pressCreate,
  pressRetry,
  signInAgain,
  typed,
  waitForCreated,
} from "./faults/acts";
import type { Stage } from "./faults/fault-row";
import { expect, signInAs, test } from "./fixtures";
import { withManyDirectories } from "./many-directories";
import { acceptedPuts } from "./runs";
import { expectStep, next } from "./wizard";

test.use({ signsInAnew: true });

const HOUR_MS = 3_600_000;
const PUT = `PUT ${ENDPOINT}`;
const REFRESH = "token refresh_token";
const CLAIMS = '{"access_token":{"capolids":{"essential":true,"values":["policy-1"]}}}';
const REFUSED_TOKEN = {
  status: 401,
  error: { code: "ExpiredAuthenticationToken", message: "The access token is expired." },
};

/** Lets Azure refuse the token of the next write, and Entra answer so when a fresh one is asked for. */
async function refuseToken({ azure }: Stage, effect: Record<string, unknown>): Promise<void> {
  await azure.fault({ match: { operation: PUT }, count: 1, effect: REFUSED_TOKEN });
  await azure.fault({ match: { operation: REFRESH }, count: 1, effect });
}

interface Interruption {
  title: string;
  begin: (stage: Stage) => Promise<void>;
  /** Whether only the person can end it. */
  asksPerson: boolean;
}

const interruptions: Interruption[] = [
  {
    title: "the access token has expired",
    begin: ({ azure }) => azure.advance(2 * HOUR_MS),
    asksPerson: false,
  },
  {
    title: "the refresh token has expired",
    begin: ({ azure }) => azure.advance(25 * HOUR_MS),
    asksPerson: true,
  },
  {
    title: "consent was withdrawn",
    begin: (stage) =>
      refuseToken(stage, {
        entra: { error: "invalid_grant", number: 65001, suberror: "consent_required" },
      }),
    asksPerson: true,
  },
  {
    title: "a Conditional Access rule wants another sign-in",
    begin: (stage) =>
      refuseToken(stage, {
        entra: {
          error: "interaction_required",
          number: 53003,
          suberror: "message_only",
          claims: CLAIMS,
        },
      }),
    asksPerson: true,
  },
  {
    title: "the sign-in service asks to slow down",
    begin: (stage) => refuseToken(stage, { status: 429, headers: { "Retry-After": "1" } }),
    asksPerson: false,
  },
];

for (const { title, begin, asksPerson } of interruptions) {
  test(`${title}: the creation keeps its form and step, and is sent once`, async ({
    page,
    azure,
    openAs,
    context,
  }) => {
    const stage = { page, azure, openAs, context, announcements: [] };
    await fillWizard(stage);
    await begin(stage);
    await pressCreate(stage);
    if (asksPerson) {
      await signInAgain(stage);
      await expectStep(page, "Review + create");
      await expect(page.getByRole("main")).toContainText(typed.name);
      await page.getByRole("button", { name: /^(Create|Retry)$/ }).click();
    }
    await waitForCreated(stage);
    await expect(page.getByRole("heading", { name: "Sign in again" })).toHaveCount(0);
    expect(await acceptedPuts(azure, typed.name)).toBe(1);
    if (title.includes("Conditional")) {
      const [asked] = (await azure.requestsTo("GET", /authorize/)).slice(-1);
      expect(decodeURIComponent(asked?.path ?? "")).toContain("policy-1");
    }
  });
}

test("a declined sign-in is told as such, and loses nothing", async ({
  page,
  azure,
  openAs,
  context,
}) => {
  const stage = { page, azure, openAs, context, announcements: [] };
  await fillWizard(stage);
  await refuseToken(stage, {
    entra: { error: "invalid_grant", number: 65001, suberror: "consent_required" },
  });
  await pressCreate(stage);
  await context.clearCookies();
  await page.getByRole("dialog").getByRole("button", { name: "Sign in again" }).click();
  await page.getByRole("button", { name: "Back to the application" }).click();
  await expect(page.getByText("You were not signed in again").last()).toBeVisible();
  await expect(page.getByText(/grant consent/).last()).toBeVisible();
  await expectStep(page, "Review + create");
  await pressRetry(stage);
  await waitForCreated(stage);
  expect(await acceptedPuts(azure, typed.name)).toBe(1);
});

test("a tab that slept while its person signed out elsewhere shows nothing of theirs", async ({
  page,
  openAs,
  context,
}) => {
  // As if it were frozen: no message of another tab reaches it.
  await page.addInitScript(() => {
    window.BroadcastChannel.prototype.addEventListener = () => undefined;
  });
  await openAs("admin", "/endpoints/new");
  await page.getByRole("textbox", { name: "Registry endpoint name" }).fill("half-typed");
  const other = await context.newPage();
  await other.goto("/endpoints");
  await other.getByRole("button", { name: "Sign in" }).click();
  await other.getByRole("button", { name: /^Account/ }).click();
  await other.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(other.getByRole("button", { name: "Sign in" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Registry endpoint name" })).toHaveCount(1);

  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(page.getByText("in another tab of this browser")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  const left = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  expect(left).not.toMatch(/half-typed|refreshtoken/i);
});

async function chooseDirectory(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: /^Account/ }).click();
  await page.getByRole("menuitem", { name: "Switch directory" }).click();
  await page.getByRole("dialog").getByRole("button", { name }).click();
  // The shell is back, and the panel has gone with the page that it was on.
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Account/ })).toBeVisible();
}

/** Fills the wizard up to its Authentication step. */
async function fillBasics(page: Page, name: string): Promise<void> {
  await page.getByRole("textbox", { name: "Registry endpoint name" }).fill(name);
  await page.getByRole("radio", { name: /Other registry/ }).check();
  await page.getByRole("textbox", { name: "Hostname" }).fill("quay.io");
  await next(page, "Authentication");
}

test("a guest switches the directory and back, and neither shows anything of the other", async ({
  page,
  azure,
}) => {
  await withManyDirectories(page);
  await page.goto(`/endpoints/new?instance=${encodeURIComponent(fabrikam.instanceId)}`);
  await signInAs(page, "guest");
  await fillBasics(page, "at-home");
  const { href } = new URL(page.url());

  await chooseDirectory(page, "Contoso");
  expect(page.url()).toBe(href);
  await expect(page.getByRole("main")).not.toContainText("at-home");
  await page.goto("/endpoints");
  await expect(page.getByRole("main")).not.toContainText(
    fabrikam.instanceId.split("/").at(-1) ?? "",
  );
  await page.goto(href);

  await chooseDirectory(page, "Fabrikam");
  await expectStep(page, "Authentication");
  await page.getByRole("button", { name: "Previous" }).click();
  await expect(page.getByRole("textbox", { name: "Registry endpoint name" })).toHaveValue(
    "at-home",
  );

  const refused = (await azure.requests()).filter(({ status }) => status === 401);
  expect(refused, "no token was sent to the other directory's resources").toEqual([]);
});
