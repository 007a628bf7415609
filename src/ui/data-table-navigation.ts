/** A cell by its place: row -1 is the header, columns are counted as they are drawn. */
export interface GridPlace {
  row: number;
  column: number;
}

/** What there is to move in. */
export interface GridShape {
  rows: number;
  columns: number;
  /** Rows that Page Up and Page Down go by. */
  page: number;
  /** -1 where the header has cells to go to. */
  firstRow: -1 | 0;
}

type KeyPress = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">;

/**
 * Where a key leads from a cell, undefined for keys that do not move: arrows, Home and End within the row,
 * with Ctrl within the rows, Page Up and Page Down (ARIA Authoring Practices, grid). Only the arrow upwards
 * leads into the header.
 */
export function nextPlace(
  { key, ctrlKey, metaKey, altKey }: KeyPress,
  { row, column }: GridPlace,
  { rows, columns, page, firstRow }: GridShape,
): GridPlace | undefined {
  const isFar = ctrlKey || metaKey;
  const [lastRow, lastColumn] = [Math.max(rows - 1, firstRow), columns - 1];
  if (altKey) return undefined;
  if (isFar && key !== "Home" && key !== "End") return undefined;
  switch (key) {
    case "ArrowUp":
      return { row: Math.max(row - 1, firstRow), column };
    case "ArrowDown":
      return { row: Math.min(row + 1, lastRow), column };
    case "ArrowLeft":
      return { row, column: Math.max(column - 1, 0) };
    case "ArrowRight":
      return { row, column: Math.min(column + 1, lastColumn) };
    case "PageUp":
      return { row: row < 0 ? row : Math.max(row - page, 0), column };
    case "PageDown":
      return { row: Math.min(row + page, lastRow), column };
    case "Home":
      return { row: isFar ? Math.min(0, lastRow) : row, column: 0 };
    case "End":
      return { row: isFar ? lastRow : row, column: lastColumn };
    default:
      return undefined;
  }
}
