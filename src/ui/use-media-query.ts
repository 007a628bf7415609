import { useCallback, useMemo, useSyncExternalStore } from "react";

/** True while the browser matches a media query. */
export function useMediaQuery(query: string): boolean {
  // Kept, since making one costs more than drawing a row.
  const list = useMemo(() => window.matchMedia(query), [query]);
  const subscribe = useCallback(
    (onChange: () => void) => {
      list.addEventListener("change", onChange);
      return () => list.removeEventListener("change", onChange);
    },
    [list],
  );
  return useSyncExternalStore(subscribe, () => list.matches);
}
