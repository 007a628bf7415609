import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";
import { personaOf, type PersonaKey } from "../emulator/entra/personas";
import { startLocalAzure } from "../emulator/hosts/node-host";
import { localConfig } from "../scripts/local-config";
import { startAppServer } from "../scripts/serve-app";
import { LocalAzureControl } from "./local-azure-control";

/** How a signed token begins. */
const TOKEN = /eyJ[\w-]{10,}\./;

interface World {
  /** Origin of the app. */
  app: string;
  /** Origin of the local Azure. */
  azure: string;
}

interface Watched {
  violations: string[];
  errors: string[];
  /** What any page asked of an origin that is neither the app's nor Azure's. */
  strangers: string[];
  /** Addresses outside of the token endpoint that a token was sent to, other than as `Authorization`. */
  leaks: string[];
}

interface WorkerFixtures {
  world: World;
  /** What the session storage held once each persona had signed in. */
  sessions: Map<PersonaKey, Record<string, string>>;
}

interface TestFixtures {
  /**
   * Signs in through the sign-in page in this test, too. Otherwise what an earlier one got is taken over:
   * the access token is as good, but there is neither a refresh token that works nor a sign-in cookie.
   */
  signsInAnew: boolean;
  /** How long Azure's operations take, in proportion to what they take otherwise. */
  operationTimeScale: number;
  azure: LocalAzureControl;
  /** Opens a path of the app, signing in as a persona first. */
  openAs: (persona: PersonaKey, path?: string) => Promise<void>;
  /** Fails the test on any policy violation, uncaught error, stray request or stray token of any tab. */
  watchdog: Watched;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  world: [
    async ({ browserName }, use) => {
      void browserName;
      const azure = await startLocalAzure({ port: 0, scenario: "contoso" });
      azure.azure.graph.warmUp();
      const app = await startAppServer({
        port: 0,
        dist: "dist",
        config: localConfig(azure.url),
      });
      await use({ app: app.url, azure: azure.url });
      await app.close();
      await azure.close();
    },
    { scope: "worker" },
  ],

  sessions: [
    async ({ browserName }, use) => {
      void browserName;
      await use(new Map());
    },
    { scope: "worker" },
  ],

  signsInAnew: [false, { option: true }],

  operationTimeScale: [1, { option: true }],

  baseURL: async ({ world }, use) => {
    await use(world.app);
  },

  azure: async ({ world, operationTimeScale }, use) => {
    const control = new LocalAzureControl(world.azure);
    await control.reset();
    if (operationTimeScale !== 1) await control.settings({ operationTimeScale });
    await use(control);
  },

  watchdog: [
    async ({ context, world }, use) => {
      const watched: Watched = { violations: [], errors: [], strangers: [], leaks: [] };
      await watchTabs(context, watched);
      context.on("request", (request) => {
        const { origin, pathname, href } = new URL(request.url());
        if (origin !== world.app && origin !== world.azure) watched.strangers.push(href);
        const isForTokens = origin === world.azure && pathname.endsWith("/oauth2/v2.0/token");
        const sent = `${href} ${request.postData() ?? ""}`;
        if (!isForTokens && TOKEN.test(sent)) watched.leaks.push(`${request.method()} ${pathname}`);
      });
      await use(watched);
      expect(watched.violations, "Content Security Policy and Trusted Types").toEqual([]);
      expect(watched.errors, "uncaught errors in a page").toEqual([]);
      expect(watched.strangers, "requests to third parties").toEqual([]);
      expect(watched.leaks, "tokens in addresses and bodies").toEqual([]);
    },
    { auto: true },
  ],

  openAs: async ({ page, azure, sessions, signsInAnew }, use) => {
    // Named for its order: the reset of `azure` comes before anything is opened.
    void azure;
    await use(async (persona, path = "/endpoints") => {
      const session = sessions.get(persona);
      if (session !== undefined && !signsInAnew) {
        await takeOver(page, session);
        await page.goto(path);
        await expect(page.getByRole("button", { name: /^Account/ })).toBeVisible();
        return;
      }
      await page.goto(path);
      await signInAs(page, persona);
      if (!signsInAnew) sessions.set(persona, await sessionOf(page));
    });
  },
});

/** What a page keeps of its sign-in. */
async function sessionOf(page: Page): Promise<Record<string, string>> {
  const stored = await page.evaluate(() => ({ ...sessionStorage }));
  return Object.fromEntries(
    Object.entries(stored).filter(([key]) => /^(msal|rep\.(signed-in|departure-seen))/.test(key)),
  );
}

/** Puts a session into a page that has none. */
async function takeOver(page: Page, session: Record<string, string>): Promise<void> {
  await page.goto("/icon.svg");
  await page.evaluate((entries) => {
    for (const [key, value] of entries) sessionStorage.setItem(key, value);
  }, Object.entries(session));
}

async function watchTabs(context: BrowserContext, watched: Watched): Promise<void> {
  await context.exposeFunction("reportViolation", (violation: string) => {
    watched.violations.push(violation);
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const report = (window as unknown as { reportViolation: (text: string) => void })
        .reportViolation;
      report(
        `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
      );
    });
  });
  context.on("weberror", (failure) => {
    const error = failure.error();
    watched.errors.push(error.stack ?? error.message);
  });
}

/** Goes through the sign-in page and the account picker, and waits until the app is back. */
export async function signInAs(page: Page, persona: PersonaKey): Promise<void> {
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: personaOf(persona).displayName }).click();
  await expect(page.getByRole("button", { name: /^Account/ })).toBeVisible();
}

export { expect };
