import { gridTemplate, leastWidth, type DataTableColumn } from "./data-table-column";
import { SELECT_WIDTH } from "./data-table-styles";

/** A column where it is drawn. */
export interface PlacedColumn<Row> extends DataTableColumn<Row> {
  /** Pixels from the start of the row at which it stays in view; absent where it scrolls away. */
  left?: number;
}

/** What a person may make of a column, in pixels. */
export const chosenWidths = { least: 56, most: 900 };

/** The width nearest to a wanted one that a column may get. */
export function chosenWidth(wanted: number): number {
  return Math.round(Math.min(Math.max(wanted, chosenWidths.least), chosenWidths.most));
}

/**
 * Says of the pinned columns where they stay; the header of the row is pinned unless told otherwise. They
 * are as narrow as they can be whenever the table scrolls sideways, so that their least widths count.
 */
export function placedColumns<Row>(
  columns: readonly DataTableColumn<Row>[],
  hasSelection: boolean,
): PlacedColumn<Row>[] {
  let left = hasSelection ? SELECT_WIDTH : 0;
  return columns.map((column) => {
    if (!(column.isPinned ?? column.isRowHeader)) return column;
    const placed = { ...column, left };
    left += leastWidth([column]);
    return placed;
  });
}

/** The ids of the columns that can be seen, some of them after scrolling sideways. */
export function drawnIds(
  columns: readonly Pick<DataTableColumn<never>, "id" | "isCardHidden">[],
  areCards: boolean,
): string[] {
  return columns.filter(({ isCardHidden }) => !areCards || !isCardHidden).map(({ id }) => id);
}

/**
 * Cells of a row that stay in view while the others scroll sideways: none where they fit, the menu where they
 * do not, and pinned ones too once they would be out of view, if maybe a frame later than the browser scrolls.
 * Each is a layer of its own, which makes scrolling down dear.
 */
export type StayingCells = "none" | "menu" | "all";

/** What stays in view of a table that is wider than its box or not, and scrolled sideways or not. */
export function stayingCells(isWider: boolean, isAside: boolean): StayingCells {
  if (!isWider) return "none";
  return isAside ? "all" : "menu";
}

/** The room that a table's columns take, as CSS and as pixels. */
export interface TableRoom {
  /** A CSS grid template. */
  template: string;
  /** The table is at least as wide. */
  least: number;
  /** What pinned columns cover at the start of a row. */
  atStart: number;
  /** What the menu covers at its end. */
  atEnd: number;
}

/** The room of columns, the box that selects a row included. */
export function tableRoom(
  columns: readonly PlacedColumn<never>[],
  hasSelection: boolean,
): TableRoom {
  const select = hasSelection ? SELECT_WIDTH : 0;
  const template = gridTemplate(columns);
  return {
    template: hasSelection ? `${select}px ${template}` : template,
    least: select + leastWidth(columns),
    atStart: select + leastWidth(columns.filter(({ left }) => left !== undefined)),
    atEnd: leastWidth(columns.filter(({ isMenu }) => isMenu)),
  };
}
