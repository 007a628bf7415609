import { useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo, useRef, useState, type Ref } from "react";
import type { SortKey } from "../../../lib/endpoint-query/endpoint-query";
import { sortFieldIds, type FieldId } from "../../../lib/endpoint-query/fields";
import { endpointEditPath } from "../../../lib/endpoint-url";
import type { EndpointList, EndpointRow } from "../../../queries/endpoint-list";
import { DataTable, type DataTableHandle, type DataTableSort } from "../../../ui/data-table";
import type { TableItems, TableSelection } from "../../../ui/data-table-items";
import { matchCount } from "./count-of";
import { endpointColumns } from "./endpoint-columns";
import { FilterBar } from "./filter-bar";
import { findRows, rowItems } from "./found-rows";
import { NothingMatches } from "./list-empty-states";
import { ListStatus } from "./list-status";
import { RowMenu } from "./row-menu";
import { TakeAwayMenu } from "./take-away-menu";
import { SelectionBar } from "./selection-bar";
import type { ListView } from "./use-list-view";
import { SearchMarks } from "./marked-text";
import { useRowIndex } from "./use-row-index";
import { useScrollMemory } from "./use-scroll-memory";
import { useSelection } from "./use-selection";

/** The columns of the list. */
const EXPORTED_FIELDS: readonly FieldId[] = [
  "name",
  "host",
  "authentication",
  "instance",
  "site",
  "resourceGroup",
  "subscription",
  "provisioningState",
];

interface EndpointsViewProps {
  list: EndpointList;
  view: ListView;
  onDelete: (row: EndpointRow) => void;
}

/** The rows with what narrows them down. A keystroke searches the index and draws the visible rows. */
export function EndpointsView({ list, view, onDelete }: EndpointsViewProps) {
  const { rows } = list;
  const indexed = useRowIndex(rows);
  const shown = useMemo(() => findRows(indexed, view.query), [indexed, view.query]);
  const items = useMemo(() => rowItems(shown), [shown]);
  const selection = useSelection(indexed, shown, items);
  const search = useRef<HTMLInputElement>(null);
  const table = useRef<DataTableHandle>(null);
  const total = matchCount(rows.length, rows.length);
  return (
    <>
      <FilterBar view={view} indexed={indexed} search={search} />
      <ListStatus list={list} shown={shown.count}>
        <SelectionBar list={selection} onCleared={() => table.current?.focus()} />
        <TakeAwayMenu found={shown} fields={EXPORTED_FIELDS} query={view.query} />
      </ListStatus>
      {shown.count === 0 ? (
        <NothingMatches
          total={total}
          onClear={() => {
            view.clear();
            // The button goes away and would take the focus with it.
            search.current?.focus();
          }}
        />
      ) : (
        <SearchMarks search={view.query.search}>
          <EndpointsTable
            ref={table}
            items={items}
            selection={selection.selection}
            view={view}
            onDelete={onDelete}
          />
        </SearchMarks>
      )}
    </>
  );
}

interface EndpointsTableProps extends Omit<EndpointsViewProps, "list"> {
  ref: Ref<DataTableHandle>;
  items: TableItems<EndpointRow>;
  selection: TableSelection;
}

function EndpointsTable({ ref, items, selection, view, onDelete }: EndpointsTableProps) {
  const navigate = useNavigate();
  const [menu, setMenu] = useState<{ row: EndpointRow; button: HTMLElement }>();
  const openMenu = useCallback(
    (row: EndpointRow, button: HTMLElement) => setMenu({ row, button }),
    [],
  );
  const columns = useMemo(() => endpointColumns(openMenu), [openMenu]);
  const sort = useMemo(() => view.query.sort.map(toTableSort), [view.query.sort]);
  const open = ({ id }: EndpointRow) =>
    void navigate({ to: "/endpoints/$", params: { _splat: id.replace(/^\//, "") } });
  const { initialOffset, rememberOffset } = useScrollMemory();

  return (
    <>
      <DataTable
        ref={ref}
        label="Registry endpoints"
        columns={columns}
        items={items}
        rowId={rowId}
        sort={sort}
        onSort={(next) => view.setSort(next.flatMap(toSortKey))}
        queryKey={JSON.stringify(view.query)}
        initialOffset={initialOffset}
        onScroll={rememberOffset}
        onOpen={open}
        selection={selection}
      />
      {menu && (
        <RowMenu
          row={menu.row}
          button={menu.button}
          onClose={() => setMenu(undefined)}
          onOpen={open}
          onEdit={({ id }) => void navigate({ href: endpointEditPath(id) })}
          onDuplicate={({ id }) => void navigate({ to: "/endpoints/new", search: { from: id } })}
          onDelete={onDelete}
        />
      )}
    </>
  );
}

function toTableSort({ column, direction }: SortKey): DataTableSort {
  return { id: column, direction: direction === "asc" ? "ascending" : "descending" };
}

function toSortKey({ id, direction }: DataTableSort): SortKey[] {
  const column = sortFieldIds.find((field) => field === id);
  return column === undefined
    ? []
    : [{ column, direction: direction === "ascending" ? "asc" : "desc" }];
}

function rowId(row: EndpointRow): string {
  return row.id;
}
