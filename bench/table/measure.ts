import type { Browser, CDPSession, Page } from "@playwright/test";
import { launchChromium, TimeUp, within } from "../browser";
import type { BenchPage } from "./page/main";

export const sizes = [1_000, 10_000, 100_000] as const;
export const slowDowns = [1, 4] as const;

/** One candidate at one size and speed. */
export interface CellKey {
  candidate: string;
  size: number;
  /** How many times slower the processor is made. */
  slowDown: number;
}

export const timedSteps = ["mount", "keystroke", "sort", "facet"] as const;
export type TimedStep = (typeof timedSteps)[number];

/** What was measured, one number a repeat. */
export interface Cell extends CellKey {
  /** Milliseconds; of the keystrokes of a word the worst. */
  steps: Record<TimedStep, number[]>;
  /** Milliseconds for the counts of everything to filter by, without a paint. */
  facetCounts: number[];
  /** Frames that a scroll lost, of those due. */
  scrolls: { lost: number; due: number }[];
  /** MiB after garbage collection: the rows alone, and with the table drawn. */
  heaps: { rows: number; table: number }[];
  /** The step that took longer than `STEP_MS`, here or where there was less to do. */
  tooLong?: TimedStep;
  failure?: string;
  /** Of the first repeat, everything about it included. */
  repeatMs?: number;
}

export interface MeasureOptions {
  /** Origin of the built pages. */
  url: string;
  repeats: number;
  /** No repeat begins, after the first, that would end later than this. */
  cellMs: number;
}

/** A step that takes longer is not waited for. */
export const STEP_MS = 60_000;
const WORD = "harbor";
const SCROLL_MS = 2_000;
const MIB = 1024 ** 2;

/** Measures a cell, each repeat in a page of its own. Failures become part of what it returns. */
export async function measureCell(key: CellKey, options: MeasureOptions): Promise<Cell> {
  const cell: Cell = {
    ...key,
    steps: { mount: [], keystroke: [], sort: [], facet: [] },
    ...{ facetCounts: [], scrolls: [], heaps: [] },
  };
  const begin = Date.now();
  const browser = await launchChromium();
  try {
    for (let repeat = 0; repeat < options.repeats; repeat++) {
      await measureOnce(browser, cell, options.url);
      cell.repeatMs ??= Date.now() - begin;
      if (Date.now() - begin + cell.repeatMs > options.cellMs) break;
    }
  } catch (error) {
    cell.failure = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  } finally {
    await close(browser);
  }
  return cell;
}

async function measureOnce(browser: Browser, cell: Cell, url: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1_280, height: 800 } });
  page.setDefaultTimeout(STEP_MS);
  await page.goto(`${url}/${cell.candidate}/`);
  await call(page, "load", `/rows/${cell.size}.json`, WORD);
  const devTools = await page.context().newCDPSession(page);
  const rows = await heapMib(devTools);
  await devTools.send("Emulation.setCPUThrottlingRate", { rate: cell.slowDown });

  const timed = async (step: TimedStep, measure: () => Promise<number>) => {
    try {
      cell.steps[step].push(await measure());
    } catch (error) {
      if (error instanceof TimeUp) cell.tooLong = step;
      throw error;
    }
  };
  await timed("mount", async () => (await call(page, "mount")).ms);
  if (cell.slowDown === 1) cell.heaps.push({ rows, table: await heapMib(devTools) });
  await timed("keystroke", async () => {
    const letters: number[] = [];
    for (let end = 1; end <= WORD.length; end++) {
      letters.push((await call(page, "type", WORD.slice(0, end))).ms);
    }
    return Math.max(...letters);
  });
  await call(page, "type", "");
  await timed("sort", async () => (await call(page, "sort")).ms);
  await timed("facet", async () => (await call(page, "facet")).ms);
  const counts = await call(page, "countFacets");
  if (counts !== undefined) cell.facetCounts.push(counts.ms);
  if (cell.scrolls.length < scrollsOf(cell))
    cell.scrolls.push(await call(page, "scroll", SCROLL_MS));
  await page.close();
}

/** A scroll takes its time however few rows there are. */
function scrollsOf({ size }: CellKey): number {
  return size < 100_000 ? 1 : 3;
}

/** Calls a function of the page by its name. */
function call<Name extends keyof BenchPage>(
  page: Page,
  name: Name,
  ...values: Parameters<BenchPage[Name]>
): Promise<Awaited<ReturnType<BenchPage[Name]>>> {
  const answer = page.evaluate(
    ([name, values]) => {
      const { bench } = window as unknown as {
        bench: Record<string, (...values: never[]) => unknown>;
      };
      return bench[name as string]?.(...(values as never[]));
    },
    [name, values] as const,
  );
  return within(STEP_MS, answer as Promise<Awaited<ReturnType<BenchPage[Name]>>>);
}

/** Browsers end at once when they are idle; one that is busy is left to its own end. */
async function close(browser: Browser): Promise<void> {
  await within(5_000, browser.close()).catch(() => undefined);
}

async function heapMib(devTools: CDPSession): Promise<number> {
  await devTools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devTools.send("Runtime.getHeapUsage");
  return usedSize / MIB;
}
