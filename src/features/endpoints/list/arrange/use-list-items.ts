import { useCallback, useMemo, useState } from "react";
import { groupRows } from "../../../../lib/endpoint-query/grouped-rows";
import type { GroupFieldId } from "../../../../lib/endpoint-query/list-layout";
import type { EndpointRow, IndexedRows } from "../../../../queries/endpoint-list";
import type { TableItems } from "../../../../ui/data-table-items";
import type { FoundRows } from "../found-rows";
import { groupedItems, rowItems } from "./list-items";

/** What the table shows: rows alone, or below the heads of their groups. */
export interface ListItems {
  items: TableItems<EndpointRow>;
  /** Opens or closes a group. */
  toggle: (groupId: string) => void;
  openAll: () => void;
  closeAll: () => void;
  /** How many groups there are; 0 where rows are in none. */
  groupCount: number;
}

interface Closed {
  field: GroupFieldId | undefined;
  ids: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * The rows found, by group where the layout says so. Which groups are closed outlives another search, and
 * is forgotten when the rows are put together by something else. `note`: what counts of groups are of, where that is
 * not everything.
 */
export function useListItems(
  { index }: IndexedRows,
  found: FoundRows,
  field: GroupFieldId | undefined,
  note?: string,
): ListItems {
  const [closed, setClosed] = useState<Closed>({ field, ids: NONE });
  const ids = closed.field === field ? closed.ids : NONE;
  const grouped = useMemo(
    () => (field === undefined ? undefined : groupRows(index, found.rowNumbers, field)),
    [index, found, field],
  );
  const items = useMemo(
    () =>
      grouped === undefined
        ? rowItems(index, found.rowNumbers)
        : groupedItems(index, grouped, ids, note),
    [index, found, grouped, ids, note],
  );
  const toggle = useCallback(
    (id: string) =>
      setClosed((before) => {
        const next = new Set(before.field === field ? before.ids : NONE);
        if (!next.delete(id)) next.add(id);
        return { field, ids: next };
      }),
    [field],
  );
  return {
    items,
    toggle,
    groupCount: grouped?.groups.length ?? 0,
    openAll: () => setClosed({ field, ids: NONE }),
    closeAll: () => setClosed({ field, ids: new Set(grouped?.groups.map(({ id }) => id)) }),
  };
}
