import type { BenchRow } from "./candidate";

const HEADER = "[role=columnheader], th";
const ROW = "[role=row], tr";
/** Into the first column, and into the first row whatever its height. */
const [IN_X, IN_Y] = [24, 14];
/** Less than any row is high. */
const STEP_PX = 20;

/** True if these rows are drawn one below the other: it is asked of the screen, not of the table. */
export function areDrawn(container: HTMLElement, rows: readonly BenchRow[]): boolean {
  const top = headerBottom(container);
  if (top === undefined) return false;
  const [first] = rows;
  const drawnFirst = rowAt(container, top + IN_Y);
  if (first === undefined || drawnFirst === null) return first === undefined && !drawnFirst;
  // Mostly it is not there yet, which the first row tells.
  if (!isRow(drawnFirst, first)) return false;
  const drawn = drawnRows(container, top);
  return rows.every((row, at) => isRow(drawn[at], row));
}

/** What is drawn below the header, line by line, to be read by people. */
export function drawnText(container: HTMLElement): string {
  return drawnRows(container, headerBottom(container) ?? 0)
    .map((element) => element.textContent)
    .join("\n");
}

/** What scrolls the rows: the nearest box around the first one that has more than it shows. */
export function scrollerOf(container: HTMLElement): Element {
  let box = rowAt(container, (headerBottom(container) ?? 0) + IN_Y);
  for (; box !== null; box = box.parentElement) {
    const isScrolling = /auto|scroll/.test(getComputedStyle(box).overflowY);
    if (isScrolling && box.scrollHeight > box.clientHeight) return box;
  }
  throw new Error("Nothing scrolls.");
}

function drawnRows(container: HTMLElement, top: number): Element[] {
  const end = container.getBoundingClientRect().bottom;
  const drawn = new Set<Element>();
  for (let y = top + IN_Y; y < end; y += STEP_PX) {
    const row = rowAt(container, y);
    if (row !== null) drawn.add(row);
  }
  return [...drawn];
}

function headerBottom(container: HTMLElement): number | undefined {
  for (const header of container.querySelectorAll(HEADER)) {
    const { bottom, height } = header.getBoundingClientRect();
    if (height > 0) return bottom;
  }
  return undefined;
}

function rowAt(container: HTMLElement, y: number): Element | null {
  const { left } = container.getBoundingClientRect();
  const row = document.elementFromPoint(left + IN_X, y)?.closest(ROW) ?? null;
  return row !== null && row.querySelector(HEADER) === null ? row : null;
}

function isRow(element: Element | undefined, { name, instanceName, host }: BenchRow): boolean {
  const text = element?.textContent ?? "";
  return text.includes(name) && text.includes(instanceName) && text.includes(host);
}
