import type { GridPlace } from "./data-table-navigation";

/** What of a cell takes the focus instead of it. The handle of a header is reached by F2. */
const CONTROL = "a[href], button, input";
const CELL = "[role=columnheader], [role=rowheader], [role=gridcell]";

/** The row of an element: -1 for the header, undefined outside of rows. */
export function rowOf(target: EventTarget | null): number | undefined {
  const row = target instanceof Element ? target.closest("[data-index], [data-header]") : null;
  if (row === null) return undefined;
  return Number(row.getAttribute("data-index") ?? -1);
}

/** The cell that an element is in. */
export function cellOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(CELL) : null;
}

/** Where an element's cell is. */
export function placeOf(target: EventTarget | null): GridPlace | undefined {
  const [row, cell] = [rowOf(target), cellOf(target)];
  if (row === undefined || cell === null) return undefined;
  const column = cellsOf(cell.parentElement).indexOf(cell);
  return column < 0 ? undefined : { row, column };
}

/** What takes the focus at a place: a control that the cell has, or the cell. Undefined if not drawn. */
export function targetAt(grid: HTMLElement, { row, column }: GridPlace): HTMLElement | undefined {
  const cells = cellsOf(grid.querySelector(row < 0 ? "[data-header]" : `[data-index="${row}"]`));
  const cell = cells[Math.min(column, cells.length - 1)];
  return cell && (controlOf(cell) ?? cell);
}

/** The link, button or box of a cell. */
export function controlOf(cell: HTMLElement): HTMLElement | undefined {
  return cell.querySelector<HTMLElement>(CONTROL) ?? undefined;
}

/** How many cells the row of an element has. */
export function cellCount(target: EventTarget | null): number {
  return cellsOf(cellOf(target)?.parentElement ?? null).length;
}

function cellsOf(row: Element | null): HTMLElement[] {
  return row === null ? [] : [...row.querySelectorAll<HTMLElement>(CELL)];
}
