import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import type { AzureStart } from "./app/local-azure-start";
import type { AppVisit } from "./app/visit";
import { OUTPUT } from "./output";
import type { BuiltSize } from "./table/build";
import type { Cell } from "./table/measure";

/** All that was measured, every repeat of it. */
export interface RawFigures {
  machine?: { processors: number; node: string; browser: string };
  /** By candidate. */
  sizes: Record<string, BuiltSize>;
  cells: Cell[];
  visits: AppVisit[];
  starts: AzureStart[];
}

const FILE = path.join(OUTPUT, "raw-figures.json");

const nothing = (): RawFigures => ({ sizes: {}, cells: [], visits: [], starts: [] });

/** What an earlier run has written; nothing if there was none. */
export async function readRawFigures(): Promise<RawFigures> {
  try {
    return { ...nothing(), ...(JSON.parse(await readFile(FILE, "utf8")) as Partial<RawFigures>) };
  } catch {
    return nothing();
  }
}

/** Writes all at once or not at all, so that a run that was ended can be resumed. */
export async function writeRawFigures(figures: RawFigures): Promise<void> {
  await mkdir(OUTPUT, { recursive: true });
  await writeFile(`${FILE}.new`, JSON.stringify(figures, undefined, 1));
  await rename(`${FILE}.new`, FILE);
}
