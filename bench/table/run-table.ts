import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { startPageServer } from "../page-server";
import { writeRawFigures, type RawFigures } from "../raw-figures";
import { buildCandidate, PAGES } from "./build";
import type { CandidateInfo } from "./candidates";
import { generateRows } from "./generate-rows";
import { measureCell, slowDowns, STEP_MS, timedSteps, type Cell, type CellKey } from "./measure";

export interface TableRun {
  candidates: readonly CandidateInfo[];
  sizes: readonly number[];
  repeats: number;
  /** See `MeasureOptions`. */
  cellMs: number;
}

/** Builds and measures every candidate that the figures do not have yet, and adds it to them. */
export async function runTable(figures: RawFigures, run: TableRun): Promise<void> {
  await writeRows(run.sizes);
  for (const candidate of run.candidates) {
    if (figures.sizes[candidate.id] !== undefined && existsSync(path.join(PAGES, candidate.id))) {
      continue;
    }
    console.log(`Building ${candidate.label}`);
    try {
      figures.sizes[candidate.id] = await buildCandidate(candidate);
    } catch (error) {
      console.error(`${candidate.label} was not built:`, error);
    }
  }
  const server = await startPageServer(PAGES);
  try {
    for (const key of cellsOf(run)) {
      if (figures.sizes[key.candidate] === undefined) continue;
      if (figures.cells.some((cell) => isSame(cell, key))) continue;
      const cell =
        notTried(key, figures.cells) ??
        (await measureCell(key, { url: server.url, repeats: run.repeats, cellMs: run.cellMs }));
      console.log(lineOf(cell));
      figures.cells.push(cell);
      await writeRawFigures(figures);
    }
  } finally {
    await server.close();
  }
}

/** Small first; what is compared is measured close together, as machines change their mind. */
function cellsOf({ candidates, sizes }: TableRun): CellKey[] {
  return sizes.flatMap((size) =>
    slowDowns.flatMap((slowDown) =>
      candidates.map(({ id }) => ({ candidate: id, size, slowDown })),
    ),
  );
}

/** A cell that would only take longer than one that took too long already; undefined: to be measured. */
function notTried(key: CellKey, known: readonly Cell[]): Cell | undefined {
  const lesser = known.filter(
    ({ candidate, size, slowDown }) =>
      candidate === key.candidate && size <= key.size && slowDown <= key.slowDown,
  );
  const tooLong = lesser.find((cell) => cell.tooLong !== undefined)?.tooLong;
  const isSlower = lesser.some(({ size, repeatMs = 0 }) => size === key.size && repeatMs > STEP_MS);
  if (tooLong === undefined && !isSlower) return undefined;
  return {
    ...key,
    steps: { mount: [], keystroke: [], sort: [], facet: [] },
    ...{ facetCounts: [], scrolls: [], heaps: [] },
    ...(tooLong === undefined ? {} : { tooLong }),
    failure: "not tried",
  };
}

async function writeRows(sizes: readonly number[]): Promise<void> {
  const folder = path.join(PAGES, "rows");
  await mkdir(folder, { recursive: true });
  for (const size of sizes) {
    await writeFile(path.join(folder, `${size}.json`), JSON.stringify(generateRows(size)));
  }
}

function isSame(one: CellKey, other: CellKey): boolean {
  return (
    one.candidate === other.candidate && one.size === other.size && one.slowDown === other.slowDown
  );
}

function lineOf({ candidate, size, slowDown, steps, scrolls, failure, repeatMs }: Cell): string {
  const times = timedSteps.map(
    (step) => `${step} ${steps[step].map((ms) => ms.toFixed(0)).join(" ") || "-"}`,
  );
  const lost = scrolls.map((scroll) => `${scroll.lost}/${scroll.due}`).join(" ");
  const head = `${candidate} ${size} rows ${slowDown}x`;
  return [head, ...times, `lost ${lost}`, `${repeatMs ?? "-"} ms a repeat`, failure ?? ""].join(
    " | ",
  );
}
