import { useCallback, useMemo } from "react";
import { useAccount } from "../../../../queries/azure-context";
import { useKeptSetting } from "../../../../ui/kept-setting";
import { readViews, type SavedViews } from "./saved-views";

/**
 * The signed-in account's views, and how to change them. An account is a person in one directory; its views are
 * in localStorage until they are deleted, also while it is signed out.
 */
export function useSavedViews(): [
  saved: SavedViews,
  change: (edit: (saved: SavedViews) => SavedViews) => void,
] {
  const [kept, keep] = useKeptSetting(`rep.views.${useAccount().id}`);
  const saved = useMemo(() => readViews(kept), [kept]);
  const change = useCallback(
    (edit: (saved: SavedViews) => SavedViews) => {
      const next = edit(saved);
      keep(next.views.length === 0 ? undefined : JSON.stringify(next));
    },
    [saved, keep],
  );
  return [saved, change];
}
