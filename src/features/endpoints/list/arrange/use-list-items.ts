import { useCallback, useMemo, useState } from "react";
import { groupRows } from "../../../../lib/endpoint-query/grouped-rows";
import {
  fitsIntoLink,
  isGroupClosed,
  withGroupClosed,
  type ListLayout,
} from "../../../../lib/endpoint-query/list-layout";
import type { EndpointRow, IndexedRows } from "../../../../queries/endpoint-list";
import type { TableItems } from "../../../../ui/data-table-items";
import type { FoundRows } from "../found-rows";
import type { ListView } from "../use-list-view";
import { groupedItems, rowItems } from "./list-items";

/** What the table shows: rows alone, or below the heads of their groups. */
export interface ListItems {
  items: TableItems<EndpointRow>;
  /** Opens or closes a group. */
  setOpen: (groupId: string, isOpen: boolean) => void;
  /** How many groups there are; 0 where rows are in none. */
  groupCount: number;
}

const NONE: readonly string[] = [];

/** Groups that differ from the others and that a link has no room for. */
interface BeyondLink {
  /** As the link has it: with another one, they count no more. */
  groupBy: ListLayout["groupBy"];
  areGroupsClosed: boolean;
  ids: readonly string[];
}

/**
 * The rows found, by group where the layout says so. Groups that the link has no room for are closed and opened in
 * memory. `note`: what counts of groups are of, where that is not everything.
 */
export function useListItems(
  { index }: IndexedRows,
  found: FoundRows,
  { layout, changeLayout }: Pick<ListView, "layout" | "changeLayout">,
  note?: string,
): ListItems {
  const { groupBy, areGroupsClosed, groupExceptions } = layout;
  const [beyond, setBeyond] = useState<BeyondLink>();
  const ids = beyond?.ids ?? NONE;
  const isOfThis = beyond?.groupBy === groupBy && beyond?.areGroupsClosed === areGroupsClosed;
  // All were opened or closed, or put together by something else.
  if (beyond !== undefined && !(isOfThis && groupExceptions.length > 0)) setBeyond(undefined);
  const grouped = useMemo(
    () => (groupBy === undefined ? undefined : groupRows(index, found.rowNumbers, groupBy)),
    [index, found, groupBy],
  );
  const items = useMemo(() => {
    if (grouped === undefined) return rowItems(index, found.rowNumbers);
    const isClosed = (id: string) => isGroupClosed(layout, id) !== ids.includes(id);
    return groupedItems(index, grouped, isClosed, note);
  }, [index, found, grouped, layout, ids, note]);
  const setOpen = useCallback(
    (id: string, isOpen: boolean) => {
      const change = (before: ListLayout) => withGroupClosed(before, id, !isOpen);
      if (ids.includes(id)) {
        setBeyond({ groupBy, areGroupsClosed, ids: ids.filter((one) => one !== id) });
      } else if (fitsIntoLink(change(layout))) {
        changeLayout(change);
      } else {
        setBeyond({ groupBy, areGroupsClosed, ids: [...ids, id] });
      }
    },
    [layout, changeLayout, groupBy, areGroupsClosed, ids],
  );
  return { items, setOpen, groupCount: grouped?.groups.length ?? 0 };
}
