import { useMemo, useState, useSyncExternalStore } from "react";
import type { EndpointRow, IndexedRows } from "../../../queries/endpoint-list";
import type { TableItems, TableSelection } from "../../../ui/data-table-items";
import type { FoundRows } from "./found-rows";
import { RowSelection } from "./row-selection";

/** What is selected in the list. */
export interface ListSelection {
  /** For the table. */
  selection: TableSelection;
  /** Rows that are selected, but that the filters hide. */
  hiddenCount: number;
  /** The selected rows as they are now, in the order in which they were selected. */
  selectedRows: () => EndpointRow[];
}

/** Keeps what is selected while the list is shown: through refreshes, sorting and filters. */
export function useSelection(
  { index, version: rowsVersion }: IndexedRows,
  found: FoundRows,
  items: TableItems<EndpointRow>,
): ListSelection {
  const [store] = useState(() => new RowSelection());
  const looked = useMemo(() => {
    // Read on purpose: rows that are gone must be forgotten.
    void rowsVersion;
    const keyAt = (place: number) => {
      const item = items.at(place);
      return item?.kind === "row" ? item.row.id.toLowerCase() : undefined;
    };
    return store.look(
      found,
      { count: items.count, keyAt },
      (id) => index.numberOf(id) !== undefined,
    );
  }, [store, index, rowsVersion, found, items]);
  const version = useSyncExternalStore(store.subscribe, () => store.version);

  return useMemo(
    () => ({
      selection: {
        isSelected: (id) => store.has(id),
        count: store.count,
        shown: store.shown,
        toggle: (id) => store.toggle(id),
        selectRange: (from, to) => store.selectRange(from, to),
        selectAll: () => store.selectAll(),
        clear: () => store.clear(),
        version,
      },
      hiddenCount: store.hiddenCount,
      selectedRows: () =>
        [...store.all()].flatMap((id) => {
          const number = index.numberOf(id);
          const row = number === undefined ? undefined : index.row(number);
          return row === undefined ? [] : [row];
        }),
    }),
    [store, index, version, looked],
  );
}
