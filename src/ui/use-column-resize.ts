import { useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { cellOf, controlOf } from "./data-table-cells";
import { chosenWidth, chosenWidths } from "./data-table-layout";

/** Pixels by which a key changes a width; with Shift it goes by more. */
const STEP = 10;
const BIG_STEP = 50;

/** A column whose width is being chosen. */
export interface ColumnResize {
  id: string;
  width: number;
}

interface ResizeEvents {
  /** Undefined while no width is being chosen. */
  resizing: ColumnResize | undefined;
  /** Goes to the handle of a header, by F2. */
  enter: (header: HTMLElement) => void;
  onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  onPointerUp: () => void;
  /** True if the key was for the handle. */
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => boolean;
  onBlur: () => void;
}

/**
 * Makes columns wider and narrower by their handles: dragged, or with the arrows once F2 has led to one
 * (ARIA Authoring Practices, window splitter). Enter, F2 and leaving keep the width, Escape takes it back.
 */
export function useColumnResize(
  onResize: ((id: string, width: number) => void) | undefined,
): ResizeEvents {
  const [resizing, setResizing] = useState<ColumnResize>();
  const isTakenBack = useRef(false);
  const grip = useRef<{ fromX: number; width: number }>(undefined);

  const begin = (header: HTMLElement) => {
    const id = header.dataset.column;
    if (id === undefined) return;
    setResizing({ id, width: chosenWidth(header.offsetWidth) });
  };
  const keep = () => {
    grip.current = undefined;
    if (resizing === undefined) return;
    setResizing(undefined);
    onResize?.(resizing.id, resizing.width);
  };

  return {
    resizing,
    enter: (header) => {
      const handle = header.querySelector<HTMLElement>("[data-resize]");
      if (handle === null) return;
      begin(header);
      handle.focus();
    },
    onPointerDown: (event) => {
      const header = handleHeader(event.target);
      if (header === null || event.button !== 0) return;
      // Neither text is selected, nor does the focus move.
      event.preventDefault();
      (event.target as HTMLElement).setPointerCapture(event.pointerId);
      grip.current = { fromX: event.clientX, width: header.offsetWidth };
      begin(header);
    },
    onPointerMove: (event) => {
      if (grip.current === undefined || resizing === undefined) return;
      const { fromX, width } = grip.current;
      setResizing({ id: resizing.id, width: chosenWidth(width + event.clientX - fromX) });
    },
    onPointerUp: () => {
      if (grip.current !== undefined) keep();
    },
    onKeyDown: (event) => {
      const header = handleHeader(event.target);
      if (header === null || resizing === undefined) return false;
      if (event.key === "Tab") return true;
      event.preventDefault();
      const width = widthAfter(event, resizing.width);
      if (width !== undefined) {
        setResizing({ id: resizing.id, width: chosenWidth(width) });
      } else if (event.key === "Escape") {
        isTakenBack.current = true;
        setResizing(undefined);
        (controlOf(header) ?? header).focus();
      } else if (event.key === "Enter" || event.key === "F2") {
        // Leaving the handle keeps the width.
        (controlOf(header) ?? header).focus();
      }
      return true;
    },
    onBlur: () => {
      const isKept = grip.current === undefined && !isTakenBack.current;
      isTakenBack.current = false;
      if (isKept) keep();
    },
  };
}

/** The width that a key asks for. */
function widthAfter(
  { key, shiftKey }: Pick<KeyboardEvent, "key" | "shiftKey">,
  width: number,
): number | undefined {
  const step = shiftKey ? BIG_STEP : STEP;
  switch (key) {
    case "ArrowLeft":
      return width - step;
    case "ArrowRight":
      return width + step;
    case "Home":
      return chosenWidths.least;
    case "End":
      return chosenWidths.most;
    default:
      return undefined;
  }
}

function handleHeader(target: EventTarget): HTMLElement | null {
  const isHandle = target instanceof Element && target.hasAttribute("data-resize");
  return isHandle ? cellOf(target) : null;
}

/** The columns with the width that one is being given. */
export function withWidth<Column extends { id: string; width?: number }>(
  columns: readonly Column[],
  resizing: ColumnResize | undefined,
): readonly Column[] {
  return resizing === undefined
    ? columns
    : columns.map((column) =>
        column.id === resizing.id ? { ...column, width: resizing.width } : column,
      );
}
