import {
  startTransition,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type RefObject,
} from "react";
import { flushSync } from "react-dom";
import { indexAt, type RowHeights } from "./data-table-heights";

/** Rows drawn beyond each edge of what is in view. */
const ROWS_AHEAD = 6;
/** Pixels assumed before the browser has measured the table, so that the first paint has rows. */
const FIRST_HEIGHT = 600;

/** What is in view of the rows. */
export interface RowView {
  /** The uppermost row in view. */
  top: number;
  /** Rows that fit. */
  fitting: number;
  /** Rows to draw beyond each edge. */
  ahead: number;
}

/** Of a box that has not been measured. */
export const NOTHING_IN_VIEW: RowView = { top: 0, fitting: 0, ahead: 0 };

/** What is in view of a box that scrolls, in pixels; `offset` goes by whole steps. */
interface BoxView {
  offset: number;
  height: number;
  /** It is scrolled sideways. */
  isAside: boolean;
}

/** The rows to draw, in order: those in view, some beyond, and one to `keep` wherever it is. */
export function rowsToDraw(
  { top, fitting, ahead }: RowView,
  count: number,
  keep?: number,
): number[] {
  if (fitting === 0) return [];
  // Fewer rows than were scrolled through: those at the end.
  const uppermost = Math.max(Math.min(top, count - fitting), 0);
  const first = Math.max(uppermost - ahead, 0);
  const end = Math.min(uppermost + fitting + ahead, count);
  const drawn = Array.from({ length: Math.max(end - first, 0) }, (_, place) => first + place);
  if (keep === undefined || keep < 0 || keep >= count) return drawn;
  if (keep < first) return [keep, ...drawn];
  return keep >= end ? [...drawn, keep] : drawn;
}

/**
 * What is in view of a box that scrolls, at first from `initialOffset` pixels on, by `step` pixels: the height
 * of the lowest rows. When rows get another height, the same ones stay in view.
 */
export function useBoxView(
  scroller: RefObject<HTMLElement | null>,
  step: number,
  initialOffset = 0,
): BoxView {
  const [beginsAt] = useState(initialOffset);
  const [view, setView] = useState(() =>
    viewOf({ scrollTop: initialOffset, scrollLeft: 0, clientHeight: FIRST_HEIGHT }, step),
  );
  const lastStep = useRef<number>(undefined);

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const before = lastStep.current;
    box.scrollTo({ top: before === undefined ? beginsAt : (box.scrollTop / before) * step });
    lastStep.current = step;
    const look = () =>
      setView((seen) => {
        const seeing = viewOf(box, step);
        return isEqual(seen, seeing) ? seen : seeing;
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
  }, [scroller, step, beginsAt]);

  return view;
}

function viewOf(
  {
    scrollTop,
    scrollLeft,
    clientHeight,
  }: Pick<Element, "scrollTop" | "scrollLeft" | "clientHeight">,
  step: number,
): BoxView {
  return {
    offset: Math.floor(scrollTop / step) * step,
    height: clientHeight,
    isAside: scrollLeft !== 0,
  };
}

function isEqual(one: BoxView, other: BoxView): boolean {
  return (
    one.offset === other.offset && one.height === other.height && one.isAside === other.isAside
  );
}

/** The rows that are in view of a box, and how many more to draw `ahead`. */
export function rowView(
  { offset, height }: Pick<BoxView, "offset" | "height">,
  heights: RowHeights,
  about: { count: number; ahead: number },
): RowView {
  const lowest = Math.min(heights.row, heights.head);
  const fitting = Math.ceil(height / lowest) + 1;
  return { top: indexAt(heights, about.count, offset), fitting, ahead: about.ahead };
}

/** How many rows to draw beyond what is in view: none before the first paint, which waits for no row that nobody sees. */
export function useRowsAhead(): number {
  const [ahead, setAhead] = useState(0);
  useEffect(() => {
    startTransition(() => setAhead(ROWS_AHEAD));
  }, []);
  return ahead;
}
