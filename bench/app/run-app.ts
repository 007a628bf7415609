import type { Browser, BrowserContext } from "@playwright/test";
import { personas } from "../../emulator/entra/personas";
import { startLocalAzure } from "../../emulator/hosts/node-host";
import { localConfig } from "../../scripts/local-config";
import { buildIfNeeded } from "../../scripts/build-if-needed";
import { startAppServer } from "../../scripts/serve-app";
import { launchChromium } from "../browser";
import { writeRawFigures, type RawFigures } from "../raw-figures";
import { startCompressedServer } from "./compressed-server";
import { timeStart, type AzureStart } from "./local-azure-start";
import { readWholeList, visitList, type AppVisit } from "./visit";

/** Resource Graph counts queries for so long: each visit begins with its whole quota. */
const QUOTA_MS = 5_000;
const SCENARIOS = ["contoso", "fleet", "stress"] as const;

/** Starts each scenario and visits its list, first and again, plain and slowed down, and adds it to the figures. */
export async function runApp(figures: RawFigures, repeats: number): Promise<void> {
  await buildIfNeeded();
  const browser = await launchChromium();
  try {
    for (const scenario of SCENARIOS) {
      if (figures.visits.some((visit) => visit.scenario === scenario)) continue;
      try {
        const starts = await startsOf(scenario, repeats);
        figures.visits.push(...(await visitsOf(browser, scenario, repeats)));
        figures.starts.push(...starts);
        await writeRawFigures(figures);
      } catch (error) {
        console.error(`The scenario ${scenario} was not measured:`, error);
      }
    }
  } finally {
    await browser.close();
  }
}

async function startsOf(scenario: string, repeats: number): Promise<AzureStart[]> {
  const starts: AzureStart[] = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    const start = await timeStart(scenario);
    console.log(`${scenario}: the local Azure answers after ${start.ms.toFixed(0)} ms`);
    starts.push(start);
  }
  return starts;
}

async function visitsOf(browser: Browser, scenario: string, repeats: number): Promise<AppVisit[]> {
  const azure = await startLocalAzure({ port: 0, scenario });
  azure.azure.graph.warmUp();
  const app = await startAppServer({ port: 0, dist: "dist", config: localConfig(azure.url) });
  const host = await startCompressedServer(app.url);
  const visits: AppVisit[] = [];
  try {
    const session = await signIn(browser, host.url);
    const world = { app: host.url, azure: azure.url, session };
    const open = () => browser.newContext({ viewport: { width: 1_280, height: 800 } });
    const returning = await open();
    await readWholeList(returning, world);
    for (const isSlow of [false, true]) {
      for (let repeat = 0; repeat < repeats; repeat++) {
        for (const kind of ["first", "return"] as const) {
          const context = kind === "first" ? await open() : returning;
          await new Promise((resolve) => setTimeout(resolve, QUOTA_MS));
          const visit = await visitList(context, world, { scenario, kind, isSlow });
          console.log(lineOf(visit));
          visits.push(visit);
          if (context !== returning) await context.close();
        }
      }
    }
  } finally {
    await host.close();
    await app.close();
    await azure.close();
  }
  return visits;
}

/** What a tab keeps of its sign-in. */
async function signIn(browser: Browser, app: string): Promise<Record<string, string>> {
  const context: BrowserContext = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${app}/settings`);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: personas[0]?.displayName ?? "" }).click();
  await page.getByRole("button", { name: /^Account/ }).waitFor();
  const stored = await page.evaluate(() => ({ ...sessionStorage }));
  await context.close();
  return Object.fromEntries(
    Object.entries(stored).filter(([key]) => /^(msal|rep\.(signed-in|departure-seen))/.test(key)),
  );
}

function lineOf({ scenario, kind, isSlow, shellMs, rowsMs, requests, roundTrips }: AppVisit) {
  return [
    `${scenario}, ${kind} visit${isSlow ? ", slowed down" : ""}`,
    `shell ${shellMs.toFixed(0)} ms`,
    `rows ${rowsMs.toFixed(0)} ms`,
    `${requests.files} files, ${requests.azure} of Azure, ${requests.queries} queries`,
    `${roundTrips} in turn`,
  ].join(" | ");
}
