import { useCallback, useMemo } from "react";
import { useAccount } from "../../../../queries/azure-context";
import { useKeptSetting } from "../../../../ui/kept-setting";
import { readViews, type SavedViews } from "./saved-views";
import { viewsKey } from "./views-key";

/** The signed-in account's views, kept in localStorage until it signs out, and how to change them. */
export function useSavedViews(): [
  saved: SavedViews,
  change: (edit: (saved: SavedViews) => SavedViews) => void,
] {
  const [kept, keep] = useKeptSetting(viewsKey(useAccount().id));
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
