import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { runApp } from "./app/run-app";
import { launchChromium } from "./browser";
import { readRawFigures, type RawFigures } from "./raw-figures";
import { writeReport } from "./report/write-report";
import { candidates, type CandidateInfo } from "./table/candidates";
import { sizes } from "./table/measure";
import { runTable } from "./table/run-table";

const HELP = `npm run bench [-- OPTIONS]

Measures the list against other tables and its page against the local Azure, and writes the
figures into docs/performance.md. Takes about half an hour of an otherwise idle machine.

--resume            goes on with the figures of an earlier run
--only table|app    one half
--candidate ID,…    some tables: ${candidates.map(({ id }) => id).join(", ")}
--size N,…          some numbers of rows: ${sizes.join(", ")}
--repeats N         of each table and visit (5)
--report            writes the document from the figures that are there`;

/** So much for one table, number of rows and speed. */
const CELL_MS = 60_000;
const VISITS = 3;

const { values } = parseArgs({
  options: {
    resume: { type: "boolean" },
    only: { type: "string" },
    candidate: { type: "string" },
    size: { type: "string" },
    repeats: { type: "string" },
    report: { type: "boolean" },
    help: { type: "boolean" },
  },
});

if (values.help) console.log(HELP);
else await run();

async function run(): Promise<void> {
  const figures = await readRawFigures();
  if (!values.report) await measure(figures);
  await writeReport(figures);
}

/** What is measured now takes the place of what was measured before; the rest stays. */
async function measure(figures: RawFigures): Promise<void> {
  const repeats = Number(values.repeats ?? 5);
  install();
  figures.machine = await machine();
  if (values.only !== "app") {
    const chosen = candidates.filter(({ id }) => isChosen(values.candidate, id));
    const chosenSizes = sizes.filter((size) => isChosen(values.size, String(size)));
    if (!values.resume) forget(figures, chosen, chosenSizes);
    await runTable(figures, { candidates: chosen, sizes: chosenSizes, repeats, cellMs: CELL_MS });
  }
  if (values.only !== "table") {
    if (!values.resume) [figures.visits, figures.starts] = [[], []];
    await runApp(figures, Math.min(repeats, VISITS));
  }
}

function isChosen(asked: string | undefined, one: string): boolean {
  return asked === undefined || asked.split(",").includes(one);
}

function forget(
  figures: RawFigures,
  chosen: readonly CandidateInfo[],
  chosenSizes: readonly number[],
): void {
  const ids = new Set(chosen.map(({ id }) => id));
  for (const id of ids) delete figures.sizes[id];
  figures.cells = figures.cells.filter(
    ({ candidate, size }) => !ids.has(candidate) || !chosenSizes.includes(size),
  );
}

/** The other tables are not among the app's own packages. */
function install(): void {
  if (!existsSync(new URL("node_modules/.package-lock.json", import.meta.url))) {
    npm("npm ci --no-audit --no-fund");
  }
  npm("npx tsc -p tsconfig.json");
}

function npm(command: string): void {
  // The shell finds npm.cmd on Windows.
  const { status } = spawnSync(command, {
    cwd: new URL(".", import.meta.url),
    stdio: "inherit",
    shell: true,
  });
  if (status !== 0) throw new Error(`"${command}" failed.`);
}

async function machine() {
  const browser = await launchChromium();
  const version = browser.version();
  await browser.close();
  return { processors: availableParallelism(), node: process.version, browser: version };
}
