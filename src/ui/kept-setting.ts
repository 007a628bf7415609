import { useCallback, useSyncExternalStore } from "react";

/** What could not be stored, because storage is switched off or full: kept as long as the page. */
const unstored = new Map<string, string | undefined>();
const listeners = new Set<() => void>();

/**
 * A setting of the person as text, kept in localStorage under `key` and the same in every tab at once;
 * undefined while nothing was chosen. Setting it to undefined forgets it.
 */
export function useKeptSetting(
  key: string,
): [value: string | undefined, keep: (value: string | undefined) => void] {
  const value = useSyncExternalStore(subscribe, () => read(key));
  const keep = useCallback(
    (next: string | undefined) => {
      write(key, next);
      for (const listener of listeners) listener();
    },
    [key],
  );
  return [value, keep];
}

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange);
  // Other tabs: the browser tells of their changes only.
  window.addEventListener("storage", onChange);
  return () => {
    listeners.delete(onChange);
    window.removeEventListener("storage", onChange);
  };
}

function read(key: string): string | undefined {
  if (unstored.has(key)) return unstored.get(key);
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    // Switched off by policy.
    return undefined;
  }
}

function write(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    unstored.delete(key);
  } catch {
    unstored.set(key, value);
  }
}
