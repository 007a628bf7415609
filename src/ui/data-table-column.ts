import type { ReactNode } from "react";

/** One column of a `DataTable`. Keep the array stable between renders: every row reads it. */
export interface DataTableColumn<Row> {
  id: string;
  label: string;
  render: (row: Row) => ReactNode;
  /** What the cell says in plain words: shown on hover where the cell cuts it off. */
  text: (row: Row) => string;
  /** Pixels, chosen by the person or by nature; without it the column shares what is left. */
  width?: number;
  /** Pixels that a sharing column keeps; 120 unless told. */
  minWidth?: number;
  /** The same where the table scrolls sideways anyway; `minWidth` unless told. */
  roomyWidth?: number;
  /** Share of what is left, beside the other columns; 1 unless told. */
  grow?: number;
  /** Names the row for screen readers. One column of a table is that. */
  isRowHeader?: boolean;
  isSortable?: boolean;
  /** Stays in view at the start of the row while the others scroll sideways. */
  isPinned?: boolean;
  /** Holds the row's menu: it stays in view at the end of the row, and its label is not shown. */
  isMenu?: boolean;
  /**
   * Where the columns do not fit, those with this leave, the lowest number first; not one with a `width`. That
   * makes no other leave or stay: what counts is `minWidth`.
   */
  leavesFirst?: number;
  /** Left out of the cards of narrow screens. */
  isCardHidden?: boolean;
}

export interface DataTableSort {
  id: string;
  direction: "ascending" | "descending";
}

const MIN_WIDTH = 120;

/** The columns as a CSS grid template, the same for the header and every row. */
export function gridTemplate(
  columns: readonly Pick<DataTableColumn<never>, "width" | "minWidth" | "grow">[],
): string {
  return columns
    .map(({ width, minWidth = MIN_WIDTH, grow = 1 }) =>
      width === undefined ? `minmax(${minWidth}px, ${grow}fr)` : `${width}px`,
    )
    .join(" ");
}

/** Pixels that the columns need; a narrower table scrolls sideways. */
export function leastWidth(
  columns: readonly Pick<DataTableColumn<never>, "width" | "minWidth">[],
): number {
  return columns.reduce((sum, { width, minWidth = MIN_WIDTH }) => sum + (width ?? minWidth), 0);
}

/** The same, whatever widths a person chose. */
function naturalWidth(columns: readonly Pick<DataTableColumn<never>, "width" | "minWidth">[]) {
  return leastWidth(
    columns.map(({ width, minWidth }) => (minWidth === undefined ? { width } : { minWidth })),
  );
}

/** The columns that fit into `width` pixels as they are by nature: as few leave as needed. Without a width all stay. */
export function fittingColumns<
  Column extends Pick<DataTableColumn<never>, "width" | "minWidth" | "leavesFirst">,
>(columns: readonly Column[], width: number | undefined): readonly Column[] {
  const leaving = columns
    .filter(({ leavesFirst }) => leavesFirst !== undefined)
    .sort((a, b) => (a.leavesFirst ?? 0) - (b.leavesFirst ?? 0));
  const left = new Set<Column>();
  for (const column of leaving) {
    if (width === undefined || naturalWidth(columns.filter((one) => !left.has(one))) <= width)
      break;
    left.add(column);
  }
  return columns.filter((column) => column.width !== undefined || !left.has(column));
}

/** The columns that fit; where even those do not, nothing is gained by making them narrow. */
export function columnsInRoom<
  Column extends Pick<DataTableColumn<never>, "width" | "minWidth" | "roomyWidth" | "leavesFirst">,
>(columns: readonly Column[], width: number | undefined): readonly Column[] {
  const fitting = fittingColumns(columns, width);
  if (width === undefined || leastWidth(fitting) <= width) return fitting;
  return fitting.map((column) => ({ ...column, minWidth: column.roomyWidth ?? column.minWidth }));
}

/**
 * How a table is sorted once a header is chosen: by that column alone, or by it too where it is added. Once
 * more turns its direction round; an added one that goes down goes away the next time.
 */
export function nextSort(
  sort: readonly DataTableSort[],
  id: string,
  isAdded: boolean,
): DataTableSort[] {
  const known = sort.find((one) => one.id === id);
  const turned: DataTableSort = {
    id,
    direction: known?.direction === "ascending" ? "descending" : "ascending",
  };
  if (!isAdded) return [sort[0]?.id === id ? turned : { id, direction: "ascending" }];
  if (known === undefined) return [...sort, turned];
  const isLast = known.direction === "descending" && sort.length > 1;
  return isLast
    ? sort.filter((one) => one !== known)
    : sort.map((one) => (one === known ? turned : one));
}
