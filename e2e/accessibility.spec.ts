import type { Page } from "@playwright/test";
import { axeFindings } from "./axe";
import { expect, test } from "./fixtures";
import { portalTours } from "./tours/portal-tours";
import { wizardTours } from "./tours/wizard-tours";

const tours = [...portalTours, ...wizardTours];

/**
 * What a theme is to the browser: the app follows the system, so that the theme of a view that is open
 * changes in place. All of axe runs in the first, where its order is checked as well, and in forced colours
 * where a tour starts; otherwise what colours decide, since nothing else differs.
 */
const themes = {
  light: { colorScheme: "light", contrast: "no-preference", forcedColors: "none" },
  dark: { colorScheme: "dark", contrast: "no-preference", forcedColors: "none" },
  "high contrast": { colorScheme: "dark", contrast: "more", forcedColors: "none" },
  "forced colors": { colorScheme: "dark", contrast: "no-preference", forcedColors: "active" },
} as const;

test.describe("in every theme", () => {
  test.use({ colorScheme: "light", contextOptions: { reducedMotion: "reduce" } });
  for (const { name, path, isSignedOut, prepare, stops } of tours) {
    test(`axe finds nothing: ${name}`, async ({ page, azure, openAs }) => {
      await prepare?.(azure, page);
      await (isSignedOut ? page.goto(path) : openAs("admin", path));
      const found: string[] = [];
      for (const [at, stop] of stops.entries()) {
        await stop.show(page, azure);
        if (stop.path !== undefined) expect(new URL(page.url()).pathname).toBe(stop.path);
        for (const [theme, media] of Object.entries(themes)) {
          await page.emulateMedia(media);
          await themeIs(page, theme);
          const isWhole = theme === "light" || (theme === "forced colors" && at === 0);
          const findings = await axeFindings(page, isWhole ? "all" : "colors");
          found.push(...findings.map((finding) => `${stop.name}, ${theme}: ${finding}`));
        }
        await page.emulateMedia(themes.light);
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

test("every route of the app is among the views above", async ({ page, openAs }) => {
  await openAs("admin");
  const routes = await page.evaluate(() => {
    const router = (self as unknown as { __TSR_ROUTER__: { routesByPath: object } }).__TSR_ROUTER__;
    return Object.keys(router.routesByPath);
  });
  expect(routes).toContain("/endpoints/new");
  const paths = tours.flatMap(({ path, stops }) => [
    path,
    ...stops.flatMap((stop) => stop.path ?? []),
  ]);
  const isViewed = (route: string) => {
    const pattern = new RegExp(`^${route.replace(/\/$/, "").replaceAll(/\$\w*/g, ".+")}/?(\\?|$)`);
    return paths.some((path) => pattern.test(path));
  };
  // The start page only leads on to the list.
  expect(routes.filter((route) => route !== "/" && !isViewed(route))).toEqual([]);
});
