import { useRef, type KeyboardEvent, type MouseEvent } from "react";
import { cellCount, cellOf, controlOf, placeOf, rowOf } from "./data-table-cells";
import {
  toggleAll,
  type TableItem,
  type TableItems,
  type TableSelection,
} from "./data-table-items";
import { nextPlace, type GridPlace } from "./data-table-navigation";

interface GridEventsOptions<Row> {
  items: TableItems<Row>;
  itemId: (item: TableItem<Row>) => string;
  place: GridPlace;
  moveTo: (place: GridPlace) => void;
  /** Rows that Page Up and Page Down go by. */
  page: number;
  firstRow: -1 | 0;
  selection: TableSelection | undefined;
  /** What the cell of a row says in plain words, for those that may cut it off. */
  textAt: (row: Row, column: number) => string | undefined;
  onOpen: ((row: Row) => void) | undefined;
  onToggleGroup: ((id: string, isOpen: boolean) => void) | undefined;
  /** A header was pressed: sort by its column, with Shift by it too. */
  onSort: (id: string, isAdded: boolean) => void;
  /** The header is to have another width. */
  onResize: (header: HTMLElement) => void;
  /** By so many columns to the right. */
  onMoveColumn: (id: string, by: -1 | 1) => void;
}

/** What keys and clicks anywhere in a grid do: rows have no handlers of their own. */
export function useGridEvents<Row>(options: GridEventsOptions<Row>) {
  const { items, itemId, place, moveTo, selection } = options;
  /** Where a range begins. Its row is found again where others have come or gone. */
  const anchor = useRef<{ items: TableItems<Row>; row: number; id: string | undefined }>(undefined);
  const setAnchor = (row: number) => {
    anchor.current = { items, row, id: idAt(items, itemId, row) };
  };
  const anchorRow = (): number | undefined => {
    const { id, row } = anchor.current ?? {};
    if (anchor.current?.items === items || id === undefined) return row;
    for (let at = 0; at < items.count; at++) if (idAt(items, itemId, at) === id) return at;
    return undefined;
  };
  const selectTo = (row: number) => {
    const from = anchorRow() ?? place.row;
    setAnchor(from);
    selection?.selectRange(Math.max(from, 0), row);
  };
  const toggle = (row: number) => {
    const item = items.at(row);
    if (item?.kind !== "row") return;
    setAnchor(row);
    selection?.toggle(itemId(item));
  };

  /** Left and right on the head of a group, which has one cell, close and open it. */
  const onGroupKey = ({ key }: KeyboardEvent): boolean => {
    const item = items.at(place.row);
    if (item?.kind !== "group" || (key !== "ArrowLeft" && key !== "ArrowRight")) return false;
    if (item.isOpen === (key === "ArrowLeft")) options.onToggleGroup?.(item.id, !item.isOpen);
    return true;
  };

  const onMoveKey = (event: KeyboardEvent): boolean => {
    const columns = cellCount(event.target);
    const shape = { rows: items.count, columns, page: options.page, firstRow: options.firstRow };
    const next = nextPlace(event, { ...place, column: Math.min(place.column, columns - 1) }, shape);
    if (next === undefined) return false;
    const isRange = event.shiftKey && selection !== undefined && place.row >= 0;
    const row = isRange ? Math.max(next.row, 0) : next.row;
    if (isRange) selectTo(row);
    else if (row >= 0) setAnchor(row);
    // The head of a group has one cell: upwards and downwards the column stays the one that led there.
    const isVertical = /^(Arrow(Up|Down)|Page)/.test(event.key);
    moveTo({ row, column: isVertical ? place.column : next.column });
    return true;
  };

  const onSelectKey = ({ key, ctrlKey, metaKey, shiftKey, target }: KeyboardEvent): boolean => {
    if (selection === undefined) return false;
    if (key.toLowerCase() === "a" && (ctrlKey || metaKey)) {
      selection.selectAll();
      return true;
    }
    if (key === "Escape" && selection.count > 0) {
      selection.clear();
      return true;
    }
    // Buttons and boxes have their own use for it.
    if (key !== " " || place.row < 0 || isPressable(target)) return false;
    if (shiftKey) selectTo(place.row);
    else toggle(place.row);
    return true;
  };

  const onOpenKey = ({ key, target }: KeyboardEvent): boolean => {
    const cell = cellOf(target);
    // Links and buttons take Enter themselves; a box does nothing with it.
    const isControl = isPressable(target) || isLink(target);
    const isOwnUse = isControl && !(target instanceof HTMLInputElement);
    if (cell === null || isOwnUse || (key !== "Enter" && key !== "F2")) return false;
    const control = isControl ? undefined : controlOf(cell);
    if (control === undefined) return key === "Enter" && openRow();
    if (key === "F2") control.focus();
    else control.click();
    return true;
  };

  const openRow = (): boolean => {
    const item = items.at(place.row);
    if (item?.kind !== "row" || options.onOpen === undefined) return false;
    options.onOpen(item.row);
    return true;
  };

  const onHeaderKey = ({ key, ctrlKey, metaKey, shiftKey, target }: KeyboardEvent): boolean => {
    const header = cellOf(target);
    const id = header?.dataset.column;
    if (place.row >= 0 || header === null || id === undefined) return false;
    if (key === "F2") {
      options.onResize(header);
      return true;
    }
    const by = key === "ArrowLeft" ? -1 : key === "ArrowRight" ? 1 : undefined;
    if (by === undefined || !(ctrlKey || metaKey) || !shiftKey) return false;
    options.onMoveColumn(id, by);
    return true;
  };

  const onHeaderClick = (cell: HTMLElement, { target, shiftKey }: MouseEvent) => {
    if (cell.hasAttribute("data-select")) {
      if (selection) toggleAll(selection);
    } else if (target instanceof Element && target.closest("[data-sort]") !== null) {
      options.onSort(cell.dataset.column ?? "", shiftKey);
      if (shiftKey) focusAt(cell);
    }
  };

  /** Where the click itself has not brought the focus. */
  const focusAt = (cell: HTMLElement) => moveTo(placeOf(cell) ?? place);

  const onRowClick = (cell: HTMLElement, row: number, event: MouseEvent) => {
    const { target, shiftKey, ctrlKey, metaKey } = event;
    const isBox = cell.hasAttribute("data-select");
    if (!isBox && (isPressable(target) || isLink(target))) return;
    if (shiftKey) selectTo(row);
    else if (isBox || ctrlKey || metaKey) toggle(row);
    else setAnchor(row);
    if (isBox || shiftKey) focusAt(cell);
  };

  return {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || rowOf(event.target) === undefined) return;
      const steps = [onHeaderKey, onGroupKey, onMoveKey, onSelectKey, onOpenKey];
      if (steps.some((step) => step(event))) event.preventDefault();
    },
    onMouseDown: (event: MouseEvent) => {
      // A range of rows, not of text.
      if (event.shiftKey && !isLink(event.target)) event.preventDefault();
    },
    onMouseOver: ({ target }: MouseEvent) => {
      // On hover, as hundreds of cells come and go with every scroll.
      const cell = cellOf(target);
      const at = placeOf(target);
      const item = at && items.at(at.row);
      if (cell === null || at === undefined || item?.kind !== "row") return;
      cell.title = options.textAt(item.row, at.column) ?? "";
    },
    // What it said may change; and what is said twice is no description.
    onMouseOut: ({ target }: MouseEvent) => cellOf(target)?.removeAttribute("title"),
    onClick: (event: MouseEvent) => {
      const row = rowOf(event.target);
      const cell = cellOf(event.target);
      if (row === undefined || cell === null) return;
      const item = row < 0 ? undefined : items.at(row);
      if (row < 0) onHeaderClick(cell, event);
      else if (item?.kind === "group") {
        options.onToggleGroup?.(item.id, !item.isOpen);
        focusAt(cell);
      } else onRowClick(cell, row, event);
    },
  };
}

/** The id of what is at a place. */
function idAt<Row>(
  items: TableItems<Row>,
  itemId: (item: TableItem<Row>) => string,
  row: number,
): string | undefined {
  const item = items.at(row);
  return item && itemId(item);
}

/** Buttons and boxes, which have their own use for Space and Enter. */
function isPressable(target: EventTarget): boolean {
  return target instanceof Element && target.closest("button, input") !== null;
}

function isLink(target: EventTarget): boolean {
  return target instanceof Element && target.closest("a[href]") !== null;
}
