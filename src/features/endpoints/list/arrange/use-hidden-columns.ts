import { useSyncExternalStore } from "react";
import type { FieldId } from "../../../../lib/endpoint-query/fields";
import type { ListLayout } from "../../../../lib/endpoint-query/list-layout";
import type { DrawnColumns } from "./drawn-columns";

/** The chosen columns that the table has no room for, or that cards leave out; none before there is either. */
export function useHiddenColumns(
  { columns }: Pick<ListLayout, "columns">,
  { subscribe, ids }: Pick<DrawnColumns, "subscribe" | "ids">,
): readonly FieldId[] {
  const drawn = useSyncExternalStore(subscribe, ids);
  return drawn === undefined ? [] : columns.filter((id) => !drawn.includes(id));
}
