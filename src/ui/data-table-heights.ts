import { ROW_HEIGHTS } from "./data-table-styles";

/**
 * Pixels that all rows of a table take at most. Browsers make no element higher than what their unit of
 * layout counts to: 2^30 sixtieths of a pixel in Firefox, which is 17.9 million; twice that in Chromium.
 */
export const MOST_PIXELS = 15_000_000;

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

/** How many of `count` rows can be drawn, from the first one on: those that can be scrolled to. */
export function drawnCount(heights: RowHeights, count: number): number {
  return offsetOf(heights, count) <= MOST_PIXELS ? count : indexAt(heights, count, MOST_PIXELS);
}
