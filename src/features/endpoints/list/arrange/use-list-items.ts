import { useMemo } from "react";
import { groupRows } from "../../../../lib/endpoint-query/grouped-rows";
import type { ListLayout } from "../../../../lib/endpoint-query/list-layout";
import type { EndpointRow, IndexedRows } from "../../../../queries/endpoint-list";
import type { TableItems } from "../../../../ui/data-table-items";
import type { FoundRows } from "../found-rows";
import { groupedItems, rowItems } from "./list-items";

/** What the table shows: rows alone, or below the heads of their groups. */
export interface ListItems {
  items: TableItems<EndpointRow>;
  /** How many groups there are; 0 where rows are in none. */
  groupCount: number;
}

/**
 * The rows found, by group where the layout says so. `note`: what counts of groups are of, where that is
 * not everything.
 */
export function useListItems(
  { index }: IndexedRows,
  found: FoundRows,
  layout: Pick<ListLayout, "groupBy" | "areGroupsClosed" | "groupExceptions">,
  note?: string,
): ListItems {
  const { groupBy, areGroupsClosed, groupExceptions } = layout;
  const grouped = useMemo(
    () => (groupBy === undefined ? undefined : groupRows(index, found.rowNumbers, groupBy)),
    [index, found, groupBy],
  );
  const items = useMemo(
    () =>
      grouped === undefined
        ? rowItems(index, found.rowNumbers)
        : groupedItems(index, grouped, { areGroupsClosed, groupExceptions }, note),
    [index, found, grouped, areGroupsClosed, groupExceptions, note],
  );
  return { items, groupCount: grouped?.groups.length ?? 0 };
}
