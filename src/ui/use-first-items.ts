import { useMemo } from "react";
import type { TableItems } from "./data-table-items";

/** The first of what a table shows; the same object where those are all. */
export function useFirstItems<Row>(items: TableItems<Row>, count: number): TableItems<Row> {
  return useMemo(() => (count === items.count ? items : { ...items, count }), [items, count]);
}
