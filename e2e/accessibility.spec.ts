import type { Page } from "@playwright/test";
import { endpointIds, instanceIds } from "../emulator/scenarios/contoso-names";
import { changeMeanwhile, goToSaving, readEndpoint, save } from "./editing";
import { axeFindings } from "./axe";
import { expect, test } from "./fixtures";
import type { LocalAzureControl } from "./local-azure-control";
import { chooseMethod, fillBasics } from "./wizard";

interface View {
  name: string;
  path: string;
  prepare?: (azure: LocalAzureControl) => Promise<void>;
  /** Gets from the loaded page to what is checked; waits until it is there. */
  show: (page: Page, azure: LocalAzureControl) => Promise<void>;
}

const heading = async (page: Page) => {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
};
const rows = (page: Page) => expect(page.getByRole("row").nth(2)).toBeVisible();
const toAuthentication = (instanceId: string) => (page: Page) =>
  fillBasics(page, { instanceId, name: "axe-check", host: "quay.io" });
const withMethod = (method: string) => async (page: Page) => {
  await toAuthentication(instanceIds.gothenburg)(page);
  await chooseMethod(page, method);
};
const keyVault = async (page: Page) => {
  await withMethod("Artifact secret")(page);
  await page.getByRole("radio", { name: /Key Vault/ }).check();
  await expect(page.getByRole("textbox", { name: "Password secret" })).toBeVisible();
};

const views: View[] = [
  { name: "list", path: "/endpoints", show: rows },
  {
    name: "list without a match",
    path: "/endpoints?q=nothing-has-this-name",
    show: (page) => expect(page.getByText("Nothing matches", { exact: true })).toBeVisible(),
  },
  {
    name: "empty list",
    path: "/endpoints",
    prepare: (azure) => azure.reset("empty"),
    show: (page) => expect(page.getByRole("main")).toContainText("No registry endpoints yet"),
  },
  {
    name: "list that failed",
    path: "/endpoints",
    prepare: (azure) =>
      azure.fault({
        match: { operation: "POST Microsoft.ResourceGraph/resources" },
        effect: { status: 400, error: { code: "BadRequest", message: "Refused." } },
      }),
    show: (page) => expect(page.getByRole("main")).toContainText("Refused."),
  },
  { name: "wizard, basics", path: "/endpoints/new", show: heading },
  {
    name: "wizard with errors",
    path: "/endpoints/new",
    show: async (page) => {
      await page.getByRole("button", { name: "Next" }).click();
      await expect(page.getByRole("textbox", { name: "Registry endpoint name" })).toHaveAttribute(
        "aria-invalid",
        "true",
      );
    },
  },
  {
    name: "wizard, system identity",
    path: "/endpoints/new",
    show: withMethod("System managed identity"),
  },
  {
    name: "wizard, user identity",
    path: "/endpoints/new",
    show: withMethod("User managed identity"),
  },
  { name: "wizard, Key Vault", path: "/endpoints/new", show: keyVault },
  {
    name: "secret picker",
    path: "/endpoints/new",
    show: async (page) => {
      await keyVault(page);
      await page.getByRole("button", { name: "Choose secret: User name secret" }).click();
      await expect(page.getByRole("dialog").getByRole("listitem").first()).toBeVisible();
    },
  },
  {
    name: "new secret",
    path: "/endpoints/new",
    show: async (page) => {
      await keyVault(page);
      await page.getByRole("button", { name: "New secret: Password secret" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
    },
  },
  {
    name: "wizard, review",
    path: "/endpoints/new",
    show: async (page) => {
      await withMethod("Anonymous")(page);
      await page.getByRole("button", { name: "Next" }).click();
      await page.getByRole("button", { name: "Next" }).click();
      await expect(page.getByRole("tab", { name: "Bicep" })).toBeVisible();
    },
  },
  { name: "details", path: `/endpoints${endpointIds.syncedSecret}`, show: heading },
  { name: "edit", path: `/endpoints${endpointIds.syncedSecret}/edit`, show: heading },
  {
    name: "edit, changed meanwhile",
    path: `/endpoints${endpointIds.syncedSecret}/edit`,
    show: async (page, azure) => {
      await page.getByRole("textbox", { name: "Hostname" }).fill("quay.io");
      await goToSaving(page);
      const { authentication } = (await readEndpoint(azure, endpointIds.syncedSecret)).properties;
      await changeMeanwhile(azure, endpointIds.syncedSecret, { host: "docker.io", authentication });
      await save(page);
      await expect(page.getByRole("dialog", { name: /was changed since/ })).toBeVisible();
    },
  },
  {
    name: "delete dialog",
    path: `/endpoints${endpointIds.default}`,
    show: async (page) => {
      await page.getByRole("button", { name: "Delete", exact: true }).click();
      await expect(page.getByRole("alertdialog").or(page.getByRole("dialog"))).toBeVisible();
    },
  },
  {
    name: "account menu",
    path: "/endpoints",
    show: async (page) => {
      await page.getByRole("button", { name: /^Account/ }).click();
      await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeVisible();
    },
  },
  {
    name: "notifications",
    path: "/endpoints",
    show: async (page) => {
      await page.getByRole("button", { name: /^Notifications/ }).click();
      await expect(page.getByRole("dialog", { name: "Notifications" })).toBeVisible();
    },
  },
  {
    name: "notification",
    path: "/endpoints",
    show: async (page) => {
      // Without the right to copy, which is told by a notification.
      await page.evaluate(() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
      });
      await page.getByRole("button", { name: "Copy link" }).click();
      await page.getByRole("button", { name: "Notifications, 1 new" }).click();
      await expect(page.getByRole("dialog", { name: "Notifications" })).toContainText("New");
    },
  },
  {
    name: "settings",
    path: "/endpoints",
    show: async (page) => {
      await page.getByRole("button", { name: "Settings" }).click();
      await page.getByRole("radio", { name: "Only the ones I choose" }).check();
      await page.getByRole("checkbox").first().check();
    },
  },
  {
    name: "keyboard shortcuts",
    path: "/endpoints",
    show: async (page) => {
      await rows(page);
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
    },
  },
  {
    name: "row menu",
    path: "/endpoints",
    show: async (page) => {
      await page
        .getByRole("button", { name: /^Actions for/ })
        .first()
        .click();
      await expect(page.getByRole("menuitem").first()).toBeVisible();
    },
  },
  {
    name: "filter",
    path: "/endpoints",
    show: async (page) => {
      await page.getByRole("button", { name: "Filter by Authentication" }).click();
      await expect(page.getByRole("checkbox", { name: /Anonymous/ })).toBeVisible();
    },
  },
  {
    name: "question on leaving",
    path: "/endpoints/new",
    show: async (page) => {
      await page.getByRole("textbox", { name: "Registry endpoint name" }).fill("half-typed");
      await page.getByRole("button", { name: "Cancel" }).click();
      await expect(page.getByRole("alertdialog").or(page.getByRole("dialog"))).toBeVisible();
    },
  },
  {
    name: "details that do not exist",
    path: `/endpoints${instanceIds.lyon}/registryEndpoints/never-was`,
    show: heading,
  },
  { name: "unknown page", path: "/nowhere", show: heading },
];

/**
 * What a theme is to the browser: the app follows the system, so that the theme of a view that is open
 * changes in place. All of axe runs in the first, where its order is checked as well; in the others
 * what colours decide, since nothing else differs.
 */
const themes = {
  light: { colorScheme: "light", contrast: "no-preference", forcedColors: "none" },
  dark: { colorScheme: "dark", contrast: "no-preference", forcedColors: "none" },
  "high contrast": { colorScheme: "dark", contrast: "more", forcedColors: "none" },
  "forced colors": { colorScheme: "dark", contrast: "no-preference", forcedColors: "active" },
} as const;
const OF_COLORS = ["color-contrast", "link-in-text-block"];

test.describe("in every theme", () => {
  test.use({ colorScheme: "light", contextOptions: { reducedMotion: "reduce" } });
  for (const view of views) {
    test(`axe finds nothing: ${view.name}`, async ({ page, azure, openAs }) => {
      await view.prepare?.(azure);
      await openAs("admin", view.path);
      await view.show(page, azure);
      const found: string[] = [];
      for (const [theme, media] of Object.entries(themes)) {
        await page.emulateMedia(media);
        await themeIs(page, theme);
        const findings = await axeFindings(page, theme === "light" ? undefined : OF_COLORS);
        found.push(...findings.map((finding) => `${theme}: ${finding}`));
      }
      expect(found).toEqual([]);
    });
  }
});

/** Waits until what the theme looks like is on the page, or all but the first would be checked too early. */
async function themeIs(page: Page, theme: string): Promise<void> {
  const looks: Record<string, string> = {
    light: "rgb(255, 255, 255)",
    dark: "rgb(41, 41, 41)",
    "high contrast": "rgb(0, 0, 0)",
    // What Chromium emulates for a dark scheme.
    "forced colors": "rgb(0, 0, 0)",
  };
  const provider = page.locator(".fui-FluentProvider").first();
  await expect(provider).toHaveCSS("background-color", looks[theme] ?? "");
}

test("axe finds nothing on the signed-out page", async ({ page, azure }) => {
  void azure;
  await page.goto("/");
  await heading(page);
  expect(await axeFindings(page)).toEqual([]);
});

test("every route of the app is among the views above", async ({ page, openAs }) => {
  await openAs("admin");
  const routes = await page.evaluate(() => {
    const router = (self as unknown as { __TSR_ROUTER__: { routesByPath: object } }).__TSR_ROUTER__;
    return Object.keys(router.routesByPath);
  });
  expect(routes).toContain("/endpoints/new");
  const isViewed = (route: string) => {
    const pattern = new RegExp(`^${route.replace(/\/$/, "").replaceAll(/\$\w*/g, ".+")}/?(\\?|$)`);
    return views.some(({ path }) => pattern.test(path));
  };
  // The start page only leads on to the list.
  expect(routes.filter((route) => route !== "/" && !isViewed(route))).toEqual([]);
});
