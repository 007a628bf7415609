import { useEffect, useRef, type RefObject } from "react";

const TITLE = "[data-page-title]";

/**
 * Moves focus to the new page's heading after a navigation, as a full page load would, and scrolls
 * to the top. Waits for the heading while the page loads, but gives way to the person: a key or
 * click in the meantime keeps focus where they put it. A page that has taken the focus itself, to where
 * the person left it, keeps it.
 */
export function useFocusOnNavigation(main: RefObject<HTMLElement | null>, path: string): void {
  const shownPath = useRef(path);
  useEffect(() => {
    const container = main.current;
    if (!container || shownPath.current === path) return;
    shownPath.current = path;
    const earlierTitle = container.querySelector(TITLE);

    const focusTitle = () => {
      const title = container.querySelector<HTMLElement>(TITLE);
      if (!title || (title === earlierTitle && title.isConnected)) return;
      stop();
      const active = document.activeElement;
      if (active !== container && container.contains(active)) return;
      container.scrollTop = 0;
      title.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(focusTitle);
    const stop = () => {
      observer.disconnect();
      window.removeEventListener("keydown", stop);
      window.removeEventListener("pointerdown", stop);
    };
    observer.observe(container, { childList: true, subtree: true });
    window.addEventListener("keydown", stop);
    window.addEventListener("pointerdown", stop);
    return stop;
  }, [main, path]);
}
