import { ROW_HEIGHTS } from "./data-table-styles";

/** How high the rows of a table are, in pixels. */
export interface RowHeights {
  row: number;
  /** The head of a group. */
  head: number;
  /** How many heads of groups there are at places below one. */
  headsBefore: (index: number) => number;
}

/** Rows of one height; beside cards, which are high, the heads of groups keep that of rows. */
export function rowHeights(
  row: number,
  headsBefore: RowHeights["headsBefore"] | undefined,
): RowHeights {
  if (headsBefore === undefined) return { row, head: row, headsBefore: () => 0 };
  return { row, head: Math.min(row, ROW_HEIGHTS.comfortable), headsBefore };
}

/** Pixels from the top of the first row to the top of one. */
export function offsetOf({ row, head, headsBefore }: RowHeights, index: number): number {
  if (row === head) return index * row;
  const heads = headsBefore(index);
  return heads * head + (index - heads) * row;
}

/** The place of the row at so many pixels, of `count` rows; the last one beyond them. */
export function indexAt(heights: RowHeights, count: number, offset: number): number {
  if (heights.row === heights.head) return Math.floor(offset / heights.row);
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (offsetOf(heights, middle) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(low - 1, 0);
}
