import { useCallback, useMemo } from "react";
import { useKeptSetting } from "../../ui/kept-setting";

/**
 * The subscriptions whose registry endpoints the list starts with: lower-case ids, kept in
 * localStorage for each account. None: all of them.
 */
export function useDefaultSubscriptions(
  accountId: string,
): [ids: readonly string[], setIds: (ids: readonly string[]) => void] {
  const [kept, keep] = useKeptSetting(`subscriptions.${accountId}`);
  const ids = useMemo(() => readIds(kept), [kept]);
  const setIds = useCallback(
    (next: readonly string[]) => keep(next.length === 0 ? undefined : JSON.stringify(next)),
    [keep],
  );
  return [ids, setIds];
}

/** Anything unreadable counts as none. */
function readIds(kept: string | undefined): string[] {
  try {
    const stored: unknown = JSON.parse(kept ?? "[]");
    return Array.isArray(stored)
      ? stored.filter((id): id is string => typeof id === "string").map((id) => id.toLowerCase())
      : [];
  } catch {
    return [];
  }
}
