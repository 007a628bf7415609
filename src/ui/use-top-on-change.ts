import { useEffect, useRef, type RefObject } from "react";

/** Scrolls a box to its top whenever `key` has become another one. */
export function useTopOnChange(
  scroller: RefObject<HTMLDivElement | null>,
  key: string | undefined,
): void {
  const shownKey = useRef(key);
  useEffect(() => {
    if (shownKey.current === key) return;
    shownKey.current = key;
    scroller.current?.scrollTo({ top: 0 });
  }, [scroller, key]);
}
