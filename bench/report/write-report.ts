import { readFile, writeFile } from "node:fs/promises";
import { format, resolveConfig } from "prettier";
import { fileURLToPath } from "node:url";
import type { RawFigures } from "../raw-figures";
import { appReport } from "./app-report";
import { median } from "./median";
import { tableReport } from "./table-report";

const DOCUMENT = fileURLToPath(new URL("../../docs/performance.md", import.meta.url));

/** Puts the figures between the marks of the document, and leaves the words around them alone. */
export async function writeReport(figures: RawFigures): Promise<void> {
  let text = await readFile(DOCUMENT, "utf8");
  const parts = {
    machine: machineText(figures),
    table: tableReport(figures),
    facets: facetText(figures),
    app: appReport(figures),
    start: startText(figures),
  };
  for (const [name, part] of Object.entries(parts)) text = withPart(text, name, part);
  const style = await resolveConfig(DOCUMENT);
  await writeFile(DOCUMENT, await format(text, { ...style, filepath: DOCUMENT }));
  console.log(`Written: ${DOCUMENT}`);
}

function withPart(text: string, name: string, part: string): string {
  const [begin, end] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const [from, until] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || until < from) throw new Error(`docs/performance.md has no ${begin}.`);
  return `${text.slice(0, from + begin.length)}\n\n${part}\n\n${text.slice(until)}`;
}

function machineText({ machine }: RawFigures): string {
  if (machine === undefined) return "";
  const { processors, browser, node } = machine;
  return `Measured on ${processors} shared processor cores, Chromium ${browser}, Node ${node}.`;
}

function startText({ starts }: RawFigures): string {
  const texts = [...new Set(starts.map(({ scenario }) => scenario))].map((scenario) => {
    const times = starts.filter((start) => start.scenario === scenario).map(({ ms }) => ms);
    return `${((median(times) ?? 0) / 1_000).toFixed(1)} s with \`${scenario}\``;
  });
  if (texts.length === 0) return "";
  return `The local Azure answers its first request ${texts.join(", ")} after the command that starts it.`;
}

function facetText({ cells }: RawFigures): string {
  const texts = cells
    .filter(({ candidate, size }) => candidate === "app" && size === 100_000)
    .flatMap(({ slowDown, facetCounts }) => {
      const time = median(facetCounts);
      return time === undefined ? [] : [`${time.toFixed(0)} ms at ${slowDown}×`];
    });
  if (texts.length === 0) return "";
  return `The counts of all eleven facets for 100,000 rows take ${texts.join(", ")}.`;
}
