import { fileURLToPath } from "node:url";
import type { BrowserContext, CDPSession, Page, Request } from "@playwright/test";
import { within } from "../browser";

/** A visit of the list, from the navigation until its first rows are painted. */
export interface AppVisit {
  scenario: string;
  /** `first`: nothing is kept from before; `return`: the files and all rows of the list are. */
  kind: "first" | "return";
  isSlow: boolean;
  /** Milliseconds after the navigation began. */
  shellMs: number;
  rowsMs: number;
  /** KiB of scripts as they came over the network until then. */
  scriptKib: number;
  /** Requests that had begun by then, and how many of them were queries of Resource Graph. */
  requests: { files: number; azure: number; queries: number };
  /** Azure's answers that had to be waited for one after the other. */
  roundTrips: number;
}

const WATCH_PAINTS = fileURLToPath(new URL("watch-paints.js", import.meta.url));
const MIBIT_A_SECOND = 1024 ** 2 / 8;
/** As Chromium's developer tools have "Fast 4G". */
const FAST_4G = {
  offline: false,
  latency: 165,
  downloadThroughput: 0.9 * 9 * MIBIT_A_SECOND,
  uploadThroughput: 0.9 * 1.5 * MIBIT_A_SECOND,
};
const SLOW_DOWN = 4;
const ROWS_MS = 60_000;
/** 100,000 rows are a hundred queries, of which Azure allows three a second. */
const WHOLE_MS = 180_000;
const LOOK_EVERY_MS = 1_000;

interface Marks {
  shellMs: number;
  rowsMs: number;
}

interface Seen {
  request: Request;
  began: number;
  ended?: number;
}

/** Opens the list in a tab of its own, signed in already, and waits for the first painted rows. */
export async function visitList(
  context: BrowserContext,
  world: { app: string; azure: string; session: Record<string, string> },
  { scenario, kind, isSlow }: Pick<AppVisit, "scenario" | "kind" | "isSlow">,
): Promise<AppVisit> {
  const page = await context.newPage();
  try {
    await takeOver(page, world.app, world.session);
    const devTools = await context.newCDPSession(page);
    const scripts = await countScripts(devTools);
    if (isSlow) {
      await devTools.send("Emulation.setCPUThrottlingRate", { rate: SLOW_DOWN });
      await devTools.send("Network.emulateNetworkConditions", FAST_4G);
    }
    await page.addInitScript({ path: WATCH_PAINTS });
    const seen = watchRequests(page);
    const began = Date.now();
    await page.goto(`${world.app}/endpoints`, { waitUntil: "commit" });
    await page.getByRole("rowheader").getByRole("link").first().waitFor({ timeout: ROWS_MS });
    const { shellMs, rowsMs } = await marksOf(page);
    const until = seen.filter((one) => one.began - began <= rowsMs);
    const azure = until.filter(({ request }) => request.url().startsWith(world.azure));
    return {
      ...{ scenario, kind, isSlow, shellMs, rowsMs },
      scriptKib: scripts.bytes() / 1024,
      requests: {
        files: until.length - azure.length,
        azure: azure.length,
        queries: azure.filter(({ request }) => isQuery(request)).length,
      },
      roundTrips: chainOf(azure.filter(({ ended = Infinity }) => ended - began <= rowsMs)),
    };
  } finally {
    await page.close();
  }
}

/** Opens the list and leaves it as soon as it has kept all its rows for a return visit. */
export async function readWholeList(
  context: BrowserContext,
  world: { app: string; session: Record<string, string> },
): Promise<void> {
  const page = await context.newPage();
  try {
    await takeOver(page, world.app, world.session);
    await page.goto(`${world.app}/endpoints`);
    // There is a database as soon as the list has asked for what an earlier visit left.
    await page.getByRole("rowheader").getByRole("link").first().waitFor({ timeout: ROWS_MS });
    await within(WHOLE_MS, untilRowsAreKept(page));
  } finally {
    await page.close();
  }
}

async function untilRowsAreKept(page: Page): Promise<void> {
  while (!(await page.evaluate(hasKeptRows))) await page.waitForTimeout(LOOK_EVERY_MS);
}

/** Runs in the page. True once the rows are kept, the entry that says so included. */
function hasKeptRows(): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("rep.rows");
    opening.onerror = () => reject(new Error("No database of rows"));
    opening.onsuccess = () => {
      const keys = opening.result.transaction("rows").objectStore("rows").getAllKeys();
      keys.onsuccess = () => {
        opening.result.close();
        resolve(keys.result.some((key) => typeof key === "string" && key.endsWith(" head")));
      };
    };
  });
}

/** The frame with the rows may still be about to be painted. */
function marksOf(page: Page): Promise<Marks> {
  return page.evaluate(() => (window as unknown as { benchMarks: Promise<Marks> }).benchMarks);
}

/** Puts a session into a tab that has none. */
async function takeOver(page: Page, app: string, session: Record<string, string>): Promise<void> {
  await page.goto(`${app}/icon.svg`);
  await page.evaluate((entries) => {
    for (const [key, value] of entries) sessionStorage.setItem(key, value);
  }, Object.entries(session));
}

function watchRequests(page: Page): Seen[] {
  const seen: Seen[] = [];
  page.on("request", (request) => {
    if (request.method() !== "OPTIONS") seen.push({ request, began: Date.now() });
  });
  page.on("requestfinished", (request) => {
    const one = seen.find((known) => known.request === request);
    if (one !== undefined) one.ended = Date.now();
  });
  return seen;
}

async function countScripts(devTools: CDPSession): Promise<{ bytes: () => number }> {
  const scripts = new Set<string>();
  let bytes = 0;
  devTools.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  devTools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await devTools.send("Network.enable");
  return { bytes: () => bytes };
}

function isQuery(request: Request): boolean {
  return request.url().toLowerCase().includes("/providers/microsoft.resourcegraph/resources");
}

/** The longest row of requests of which each began when the one before had ended. */
function chainOf(requests: readonly Seen[]): number {
  const byEnd = [...requests].sort((a, b) => (a.ended ?? 0) - (b.ended ?? 0));
  let [length, ended] = [0, -Infinity];
  for (const one of byEnd) {
    if (one.began < ended) continue;
    length += 1;
    ended = one.ended ?? Infinity;
  }
  return length;
}
