import { useCallback, useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from "react";

const ITEMS = "button:not([disabled]), a[href]";

interface ArrowKeys<Element extends HTMLElement> {
  ref: RefObject<Element | null>;
  onKeyDown: (event: KeyboardEvent) => void;
  onFocus: () => void;
}

/**
 * Makes the buttons and links inside an element one stop of the Tab key, with the left and right
 * arrows, Home and End to move between them (ARIA Authoring Practices, toolbar and tabs); up and down do as
 * left and right where the items are in lines (`hasLines`). The first stop is the item that matches `start`,
 * else the first one. Fluent's own arrow navigation puts focusable dummies into the page, which checkers
 * rightly report.
 */
export function useArrowKeys<Element extends HTMLElement>(
  start?: string,
  hasLines = false,
): ArrowKeys<Element> {
  const ref = useRef<Element>(null);

  const makeOnlyStop = useCallback((stop: HTMLElement | undefined) => {
    for (const item of itemsIn(ref.current)) item.tabIndex = item === stop ? 0 : -1;
  }, []);

  // After every render, since commands come and go.
  useLayoutEffect(() => {
    const items = itemsIn(ref.current);
    const focused = items.find((item) => item === document.activeElement);
    const preferred = items.find((item) => start !== undefined && item.matches(start));
    const earlier = items.filter((item) => item.tabIndex === 0);
    makeOnlyStop(focused ?? preferred ?? (earlier.length === 1 ? earlier[0] : items[0]));
  });

  return {
    ref,
    onFocus: () => {
      const focused = itemsIn(ref.current).find(hasFocus);
      if (focused) makeOnlyStop(focused);
    },
    onKeyDown: (event) => {
      const items = itemsIn(ref.current);
      const key = (hasLines ? alongLines[event.key] : undefined) ?? event.key;
      const next = nextIndex(key, items.findIndex(hasFocus), items.length);
      if (next === undefined) return;
      event.preventDefault();
      items[next]?.focus();
    },
  };
}

const alongLines: Readonly<Record<string, string | undefined>> = {
  ArrowDown: "ArrowRight",
  ArrowUp: "ArrowLeft",
};

/** Which item a key moves to from the item at `index`, going round at the ends. */
export function nextIndex(key: string, index: number, count: number): number | undefined {
  if (count === 0 || index < 0) return undefined;
  switch (key) {
    case "ArrowRight":
      return (index + 1) % count;
    case "ArrowLeft":
      return (index - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}

function itemsIn(container: HTMLElement | null): HTMLElement[] {
  return [...(container?.querySelectorAll<HTMLElement>(ITEMS) ?? [])];
}

function hasFocus(item: HTMLElement): boolean {
  return item === document.activeElement;
}
