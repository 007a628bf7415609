import { useLayoutEffect, useRef, useState, type RefObject } from "react";
import { flushSync } from "react-dom";

/** Rows drawn beyond each edge of what is in view. */
const ROWS_AHEAD = 12;
/** Pixels assumed before the browser has measured the table, so that the first paint has rows. */
const FIRST_HEIGHT = 600;

/** What is in view of the rows. */
export interface RowView {
  /** The uppermost row in view. */
  top: number;
  /** Rows that fit. */
  fitting: number;
}

/** The rows to draw, in order: those in view, some beyond, and one to `keep` wherever it is. */
export function rowsToDraw({ top, fitting }: RowView, count: number, keep?: number): number[] {
  // Fewer rows than were scrolled through: those at the end.
  const first = Math.max(Math.min(top, count - fitting) - ROWS_AHEAD, 0);
  const end = Math.min(first + fitting + 2 * ROWS_AHEAD, count);
  const drawn = Array.from({ length: Math.max(end - first, 0) }, (_, place) => first + place);
  if (keep === undefined || keep < 0 || keep >= count) return drawn;
  if (keep < first) return [keep, ...drawn];
  return keep >= end ? [...drawn, keep] : drawn;
}

/**
 * What is in view of a box that scrolls through rows of `rowHeight` pixels, at first from `initialOffset`
 * pixels on. Costs the same for any number of rows.
 */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  rowHeight: number,
  initialOffset = 0,
): RowView {
  const [beginsAt] = useState(initialOffset);
  const [view, setView] = useState(() => viewOf(initialOffset, FIRST_HEIGHT, rowHeight));
  const drawnHeight = useRef<number>(undefined);

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const before = drawnHeight.current;
    // Rows that get another height leave the same one at the top.
    box.scrollTo({ top: before === undefined ? beginsAt : (box.scrollTop / before) * rowHeight });
    drawnHeight.current = rowHeight;
    const look = () =>
      setView((seen) => {
        const seeing = viewOf(box.scrollTop, box.clientHeight, rowHeight);
        return isSame(seen, seeing) ? seen : seeing;
      });
    look();
    // Drawn before the browser paints the new place, or it would show a hole.
    const onScroll = () => flushSync(look);
    box.addEventListener("scroll", onScroll, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(box);
    return () => {
      box.removeEventListener("scroll", onScroll);
      observer.disconnect();
    };
  }, [scroller, rowHeight, beginsAt]);

  return view;
}

function viewOf(offset: number, height: number, rowHeight: number): RowView {
  return { top: Math.floor(offset / rowHeight), fitting: Math.ceil(height / rowHeight) + 1 };
}

function isSame(one: RowView, other: RowView): boolean {
  return one.top === other.top && one.fitting === other.fitting;
}
