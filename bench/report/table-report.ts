import type { RawFigures } from "../raw-figures";
import { candidates, type CandidateInfo } from "../table/candidates";
import { sizes, slowDowns, timedSteps, type Cell, type TimedStep } from "../table/measure";
import { median } from "./median";

const stepLabels: Record<TimedStep, string> = {
  mount: "rows to paint",
  keystroke: "worst keystroke",
  sort: "sort",
  facet: "facet click",
};

const number = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/** A table for each number of rows, the largest first, each with how the app compares. */
export function tableReport(figures: RawFigures): string {
  return [...sizes]
    .reverse()
    .flatMap((size) => {
      const measured = candidates.filter(({ id }) => cellOf(figures, id, size, 1) !== undefined);
      return measured.length === 0 ? [] : [sizeReport(figures, size, measured)];
    })
    .join("\n\n");
}

function sizeReport(figures: RawFigures, size: number, measured: readonly CandidateInfo[]): string {
  const header = [
    `${number.format(size)} rows`,
    ...timedSteps.map((step) => stepLabels[step]),
    ...["frames lost", "MiB", "KiB"],
  ];
  const lines = measured.map((candidate) => [
    candidate.label,
    ...timedSteps.map((step) =>
      bySpeed((slow) => timeText(cellOf(figures, candidate.id, size, slow), step)),
    ),
    bySpeed((slow) => lostText(cellOf(figures, candidate.id, size, slow))),
    heapText(cellOf(figures, candidate.id, size, 1)),
    sizeText(figures, candidate.id),
  ]);
  const ratios = [
    ratioLine("_This app to the best other_", (step, slow) => bestOther(figures, size, slow, step)),
    ratioLine("_This app to the floor_", (step, slow) =>
      timeOf(figures, "floor", size, slow, step),
    ),
  ];
  function ratioLine(
    label: string,
    base: (step: TimedStep, slow: number) => number | undefined,
  ): string[] {
    const cells = timedSteps.map((step) =>
      bySpeed((slow) => {
        const [own, other] = [timeOf(figures, "app", size, slow, step), base(step, slow)];
        return own === undefined || other === undefined ? "–" : (own / other).toFixed(2);
      }),
    );
    return [label, ...cells, "", "", ""];
  }
  return markdownTable(header, [...lines, ...ratios]);
}

/** Lines of cells as Markdown; the first column is text, the others are numbers. */
export function markdownTable(header: readonly string[], lines: readonly string[][]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = header.map((_, at) => (at === 0 ? "---" : "---:"));
  return [row(header), row(rule), ...lines.map(row)].join("\n");
}

function bySpeed(text: (slowDown: number) => string): string {
  return slowDowns.map(text).join(" / ");
}

function cellOf({ cells }: RawFigures, id: string, size: number, slowDown: number) {
  return cells.find(
    (cell) => cell.candidate === id && cell.size === size && cell.slowDown === slowDown,
  );
}

function timeOf(
  figures: RawFigures,
  id: string,
  size: number,
  slowDown: number,
  step: TimedStep,
): number | undefined {
  return median(cellOf(figures, id, size, slowDown)?.steps[step] ?? []);
}

function bestOther(
  figures: RawFigures,
  size: number,
  slowDown: number,
  step: TimedStep,
): number | undefined {
  const times = candidates
    .filter(({ kind }) => kind !== "own" && kind !== "floor")
    .flatMap(({ id }) => timeOf(figures, id, size, slowDown, step) ?? []);
  return times.length === 0 ? undefined : Math.min(...times);
}

function timeText(cell: Cell | undefined, step: TimedStep): string {
  const time = median(cell?.steps[step] ?? []);
  if (time !== undefined) return number.format(time);
  return cell?.tooLong === step || (cell?.tooLong !== undefined && isBefore(cell.tooLong, step))
    ? ">60 s"
    : "–";
}

function isBefore(one: TimedStep, other: TimedStep): boolean {
  return timedSteps.indexOf(one) < timedSteps.indexOf(other);
}

function lostText(cell: Cell | undefined): string {
  const lost = median((cell?.scrolls ?? []).map((scroll) => (100 * scroll.lost) / scroll.due));
  return lost === undefined ? "–" : `${number.format(lost)} %`;
}

function heapText(cell: Cell | undefined): string {
  const heap = median((cell?.heaps ?? []).map(({ table }) => table));
  return heap === undefined ? "–" : number.format(heap);
}

function sizeText({ sizes: built }: RawFigures, id: string): string {
  const size = built[id];
  if (size === undefined) return "–";
  const styles = size.styleKib < 1 ? "" : ` + ${number.format(size.styleKib)}`;
  return `${number.format(size.scriptKib)}${styles}`;
}
