import { useLayoutEffect, type RefObject } from "react";

/**
 * Gives focus back when a dialog or panel unmounts: to the element that had it, or, when that is
 * gone, to `fallback`, and without one to the page's heading.
 */
export function useReturnFocus(fallback?: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const invoker = document.activeElement;
    const substitute = fallback?.current;
    return () => {
      // After the browser has removed the surface, whose focus trap would take the focus back.
      requestAnimationFrame(() => {
        const hasNewFocus =
          document.activeElement !== null && document.activeElement !== document.body;
        if (hasNewFocus) return;
        const isInvokerThere = invoker instanceof HTMLElement && invoker.isConnected;
        const isThere = isInvokerThere && invoker !== document.body;
        const target = isThere ? invoker : (substitute ?? pageTitle());
        target?.focus();
      });
    };
  }, [fallback]);
}

function pageTitle(): HTMLElement | null {
  return document.querySelector<HTMLElement>("[data-page-title]");
}
