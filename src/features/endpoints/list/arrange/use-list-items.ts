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
}

interface Closed {
  field: GroupFieldId | undefined;
  ids: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * The rows found, by group where the layout says so. Which groups are closed outlives another search, and
 * is forgotten when the rows are put together by something else.
 */
export function useListItems(
  { index }: IndexedRows,
  found: FoundRows,
  field: GroupFieldId | undefined,
): ListItems {
  const [closed, setClosed] = useState<Closed>({ field, ids: NONE });
  const ids = closed.field === field ? closed.ids : NONE;
  const grouped = useMemo(
    () => (field === undefined ? undefined : groupRows(index, found.rowNumbers, field)),
    [index, found, field],
  );
  const items = useMemo(
    () =>
      grouped === undefined ? rowItems(index, found.rowNumbers) : groupedItems(index, grouped, ids),
    [index, found, grouped, ids],
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
    openAll: () => setClosed({ field, ids: NONE }),
    closeAll: () => setClosed({ field, ids: new Set(grouped?.groups.map(({ id }) => id)) }),
  };
}
