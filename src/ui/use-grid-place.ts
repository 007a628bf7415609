import { useLayoutEffect, useRef, useState, type FocusEvent, type RefObject } from "react";
import { cellOf, placeOf, targetAt } from "./data-table-cells";
import type { TableItem, TableItems } from "./data-table-items";
import type { GridPlace } from "./data-table-navigation";

interface GridPlaceOptions<Row> {
  items: TableItems<Row>;
  itemId: (item: TableItem<Row>) => string;
  /** Another result: the place is at its top, unless the person is within the grid. */
  queryKey: string | undefined;
  firstRow: -1 | 0;
  /** What has the focus at first, if it is there. */
  initialId: string | undefined;
  /** What has the focus; not where it is the header. */
  onFocusAt: ((id: string) => void) | undefined;
  startColumn: number;
}

interface KnownPlace extends GridPlace {
  /** Of what was there. */
  id: string | undefined;
}

interface GridFocus {
  place: GridPlace;
  moveTo: (place: GridPlace) => void;
  /** Says that the cell that has the focus will be there. */
  expectAt: (place: GridPlace) => void;
  /** Gives the focus to the cell where it was last. */
  focus: () => void;
  onFocus: (event: FocusEvent) => void;
  onBlur: (event: FocusEvent) => void;
}

/**
 * The one cell of a grid that Tab leads to, and that has the focus when the grid has it. It follows its row
 * through sorting and refreshing; when the row goes, what comes to its place takes over. Moving it redraws
 * no row: it is marked in the page itself.
 */
export function useGridPlace<Row>(
  grid: RefObject<HTMLElement | null>,
  options: GridPlaceOptions<Row>,
): GridFocus {
  const { items, itemId, queryKey, firstRow, initialId, startColumn } = options;
  const atTop = { row: 0, column: startColumn, id: undefined };
  const [first] = useState(() => placeOfId(items, itemId, initialId));
  const [known, setKnown] = useState<KnownPlace>(
    first === undefined ? atTop : { row: first, column: startColumn, id: initialId },
  );
  const [hasFocus, setHasFocus] = useState(false);
  const [seen, setSeen] = useState({ items, queryKey });
  const isToFocus = useRef(first !== undefined);
  const stop = useRef<HTMLElement>(undefined);

  if (seen.items !== items || seen.queryKey !== queryKey) {
    setSeen({ items, queryKey });
    const isAnother = seen.queryKey !== queryKey;
    if (hasFocus) setKnown(placeAfter(items, itemId, known));
    else if (isAnother) setKnown(atTop);
  }

  const row = Math.max(Math.min(known.row, items.count - 1), firstRow);
  const { column } = known;

  useLayoutEffect(() => {
    const target = grid.current && targetAt(grid.current, { row, column });
    if (!target) return;
    if (stop.current !== target) {
      stop.current?.setAttribute("tabindex", "-1");
      stop.current = target;
    }
    target.setAttribute("tabindex", "0");
    // An element that goes away with the focus leaves it to the page.
    const isLost = hasFocus && document.activeElement === document.body;
    if (!isToFocus.current && !isLost) return;
    isToFocus.current = false;
    target.focus({ preventScroll: true });
    // The whole card; and not the control, which may be cut off within its cell.
    const cell = cellOf(target);
    for (const part of [cell?.parentElement, isInView(cell) ? undefined : cell]) {
      part?.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  });

  const expectAt = (to: GridPlace) => {
    const id = idAt(items, itemId, to.row);
    setKnown({ ...to, id });
    if (id !== undefined) options.onFocusAt?.(id);
  };

  return {
    place: { row, column },
    moveTo: (to) => {
      isToFocus.current = true;
      expectAt(to);
    },
    expectAt,
    focus: () => stop.current?.focus(),
    onFocus: (event) => {
      setHasFocus(true);
      const place = placeOf(event.target);
      if (place === undefined) return;
      if (place.row === row && place.column === column && known.id !== undefined) return;
      expectAt(place);
    },
    onBlur: (event) => {
      if (!event.currentTarget.contains(event.relatedTarget)) setHasFocus(false);
    },
  };
}

/** What stays in view sideways: the browser would scroll to where it was without that. */
function isInView(cell: HTMLElement | null): boolean {
  return cell !== null && getComputedStyle(cell).position === "sticky";
}

function idAt<Row>(
  items: TableItems<Row>,
  itemId: (item: TableItem<Row>) => string,
  row: number,
): string | undefined {
  const item = row < 0 ? undefined : items.at(row);
  return item && itemId(item);
}

/** Where what was at a place is now; what is there instead if it is gone. Looks at every row at worst. */
function placeAfter<Row>(
  items: TableItems<Row>,
  itemId: (item: TableItem<Row>) => string,
  { row, column, id }: KnownPlace,
): KnownPlace {
  if (row < 0 || id === undefined || idAt(items, itemId, row) === id) return { row, column, id };
  const now = placeOfId(items, itemId, id);
  if (now !== undefined) return { row: now, column, id };
  const nearest = Math.max(Math.min(row, items.count - 1), 0);
  return { row: nearest, column, id: idAt(items, itemId, nearest) };
}

function placeOfId<Row>(
  items: TableItems<Row>,
  itemId: (item: TableItem<Row>) => string,
  id: string | undefined,
): number | undefined {
  if (id === undefined) return undefined;
  for (let place = 0; place < items.count; place++) {
    if (idAt(items, itemId, place) === id) return place;
  }
  return undefined;
}
