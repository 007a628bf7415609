import { useLayoutEffect } from "react";

/**
 * Gives focus back when a dialog or panel unmounts: to the element that had it, or, when that is
 * gone, to the page's heading.
 */
export function useReturnFocus(): void {
  useLayoutEffect(() => {
    const invoker = document.activeElement;
    return () => {
      // After the browser has removed the surface, whose focus trap would take the focus back.
      requestAnimationFrame(() => {
        const hasNewFocus =
          document.activeElement !== null && document.activeElement !== document.body;
        if (hasNewFocus) return;
        const isInvokerThere = invoker instanceof HTMLElement && invoker.isConnected;
        const target = isInvokerThere && invoker !== document.body ? invoker : pageTitle();
        target?.focus();
      });
    };
  }, []);
}

function pageTitle(): HTMLElement | null {
  return document.querySelector<HTMLElement>("[data-page-title]");
}
