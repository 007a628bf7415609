import { useMemo, useSyncExternalStore } from "react";
import type { EndpointQuery } from "../../../lib/endpoint-query/endpoint-query";
import type { EndpointList, EndpointRow, IndexedRows } from "../../../queries/endpoint-list";
import type { TableItems, TableSelection } from "../../../ui/data-table-items";
import type { FoundRows } from "./found-rows";
import { RowSelection, type Places } from "./row-selection";

/** What is selected in the list. */
export interface ListSelection {
  /** For the table. */
  selection: TableSelection;
  /** Rows that are selected, but that the filters hide. */
  hiddenCount: number;
  /** Rows that match and are not here yet. */
  missing: number;
  /** True while rows are selected as they arrive. */
  isGrowing: boolean;
  /** Selects all that match, and those that are missing as they arrive. */
  grow: () => void;
  /** The selected rows as they are now, in the order in which they were selected. */
  selectedRows: () => EndpointRow[];
}

/** What the table shows, and what it is of. */
interface Shown {
  indexed: IndexedRows;
  found: FoundRows;
  items: TableItems<EndpointRow>;
  /** What was looked for. */
  query: EndpointQuery;
  /** How many rows match, here or not. */
  matching: number;
}

const selections = new Map<string, RowSelection<EndpointRow>>();

/** What a person has selected in this tab, also while other pages are looked at. */
export function selectionOf(accountId: string): RowSelection<EndpointRow> {
  const selection = selections.get(accountId) ?? newSelection();
  selections.set(accountId, selection);
  return selection;
}

export function newSelection(): RowSelection<EndpointRow> {
  return new RowSelection(({ id }) => id.toLowerCase());
}

/**
 * Keeps in `store` what is selected: through refreshes, sorting and filters. Rows that turn out to be gone are
 * forgotten once all are read.
 */
export function useSelection(
  store: RowSelection<EndpointRow>,
  { indexed: all, isWhole }: Pick<EndpointList, "indexed" | "isWhole">,
  { indexed, found, items, query, matching }: Shown,
): ListSelection {
  const { search, facets } = query;
  const sought = useMemo(() => JSON.stringify([search, facets]), [search, facets]);
  const { selected } = useMemo(() => {
    const isThere = (id: string) => !isWhole || all.index.numberOf(id) !== undefined;
    store.look(found, placesOf(items), isThere, { sought, isWhole });
    return { selected: store };
  }, [store, all, isWhole, found, items, sought]);
  const version = useSyncExternalStore(store.subscribe, () => store.version);

  return useMemo(
    () => ({
      selection: {
        isSelected: (id) => selected.has(id),
        count: selected.count,
        shown: selected.shown,
        toggle: (id) => {
          const row = rowOf(indexed, id);
          if (row !== undefined) selected.toggle(id, row);
        },
        selectRange: (from, to) => selected.selectRange(from, to),
        selectAll: () => selected.selectAll(),
        unselectAll: () => selected.unselectAll(),
        clear: () => selected.clear(),
        version,
      },
      hiddenCount: selected.hiddenCount,
      missing: isWhole ? 0 : matching - found.count,
      isGrowing: selected.isGrowing,
      grow: () => selected.grow(sought),
      selectedRows: () => [...selected.all()].map(([id, row]) => rowOf(all, id) ?? row),
    }),
    [selected, all, indexed, found, isWhole, matching, sought, version],
  );
}

function placesOf({ count, at }: TableItems<EndpointRow>): Places<EndpointRow> {
  return {
    count,
    at: (place) => {
      const item = at(place);
      return item?.kind === "row" ? item.row : undefined;
    },
  };
}

function rowOf({ index }: IndexedRows, id: string): EndpointRow | undefined {
  const number = index.numberOf(id);
  return number === undefined ? undefined : index.row(number);
}
