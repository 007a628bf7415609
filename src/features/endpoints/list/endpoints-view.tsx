import { useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo, useRef, useState } from "react";
import { indexEndpoints } from "../../../lib/endpoint-index";
import { searchEndpoints } from "../../../lib/endpoint-search";
import { endpointEditPath } from "../../../lib/endpoint-url";
import type { EndpointList, EndpointRow } from "../../../queries/endpoint-list";
import { DataTable, type DataTableSort } from "../../../ui/data-table";
import { isSortColumn } from "../endpoints-search";
import { matchCount } from "./count-of";
import { endpointColumns } from "./endpoint-columns";
import { FilterBar } from "./filter-bar";
import { NothingMatches } from "./list-empty-states";
import { ListStatus } from "./list-status";
import { RowMenu } from "./row-menu";
import type { ListView } from "./use-list-view";
import { useScrollMemory } from "./use-scroll-memory";

interface EndpointsViewProps {
  list: EndpointList;
  view: ListView;
  onDelete: (row: EndpointRow) => void;
}

/** The rows with what narrows them down. A keystroke searches the index and draws the visible rows. */
export function EndpointsView({ list, view, onDelete }: EndpointsViewProps) {
  const { rows } = list;
  const index = useMemo(() => indexEndpoints(rows), [rows]);
  const { rows: shown, facets } = useMemo(
    () => searchEndpoints(index, view.query),
    [index, view.query],
  );
  const search = useRef<HTMLInputElement>(null);
  const total = matchCount(rows.length, rows.length);
  return (
    <>
      <FilterBar view={view} facets={facets} search={search} />
      <ListStatus list={list} shown={shown.length} />
      {shown.length === 0 ? (
        <NothingMatches
          total={total}
          onClear={() => {
            view.clear();
            // The button goes away and would take the focus with it.
            search.current?.focus();
          }}
        />
      ) : (
        <EndpointsTable rows={shown} view={view} onDelete={onDelete} />
      )}
    </>
  );
}

interface EndpointsTableProps extends Omit<EndpointsViewProps, "list"> {
  rows: EndpointRow[];
}

function EndpointsTable({ rows, view, onDelete }: EndpointsTableProps) {
  const navigate = useNavigate();
  const [menu, setMenu] = useState<{ row: EndpointRow; button: HTMLElement }>();
  const openMenu = useCallback(
    (row: EndpointRow, button: HTMLElement) => setMenu({ row, button }),
    [],
  );
  const columns = useMemo(() => endpointColumns(openMenu), [openMenu]);
  const { column, isDescending } = view.query.sort;
  const { initialOffset, rememberOffset } = useScrollMemory();

  return (
    <>
      <DataTable
        label="Registry endpoints"
        columns={columns}
        rows={rows}
        rowId={rowId}
        sort={{ id: column, direction: isDescending ? "descending" : "ascending" }}
        onSort={({ id, direction }: DataTableSort) => {
          if (isSortColumn(id)) {
            view.setSort({ column: id, isDescending: direction === "descending" });
          }
        }}
        queryKey={JSON.stringify(view.query)}
        initialOffset={initialOffset}
        onScroll={rememberOffset}
      />
      {menu && (
        <RowMenu
          row={menu.row}
          button={menu.button}
          onClose={() => setMenu(undefined)}
          onOpen={({ id }) =>
            void navigate({ to: "/endpoints/$", params: { _splat: id.replace(/^\//, "") } })
          }
          onEdit={({ id }) => void navigate({ href: endpointEditPath(id) })}
          onDuplicate={({ id }) => void navigate({ to: "/endpoints/new", search: { from: id } })}
          onDelete={onDelete}
        />
      )}
    </>
  );
}

function rowId(row: EndpointRow): string {
  return row.id;
}
