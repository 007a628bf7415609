import { useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo, useRef, useState } from "react";
import type { EndpointQuery, SortKey } from "../../../lib/endpoint-query/endpoint-query";
import { sortFieldIds, type FieldId } from "../../../lib/endpoint-query/fields";
import { endpointEditPath } from "../../../lib/endpoint-url";
import type { EndpointList, EndpointRow, IndexedRows } from "../../../queries/endpoint-list";
import { DataTable, type DataTableSort } from "../../../ui/data-table";
import { matchCount } from "./count-of";
import { endpointColumns } from "./endpoint-columns";
import { FilterBar } from "./filter-bar";
import { NothingMatches } from "./list-empty-states";
import { ListStatus } from "./list-status";
import { RowMenu } from "./row-menu";
import { TakeAwayMenu } from "./take-away-menu";
import type { ListView } from "./use-list-view";
import { SearchMarks } from "./marked-text";
import { useFoundRows } from "./use-found-rows";
import { useScrollMemory } from "./use-scroll-memory";

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
  const { indexed, total: found } = useFoundRows(list, view.query);
  const shown = useMemo(() => foundRows(indexed, view.query), [indexed, view.query]);
  const search = useRef<HTMLInputElement>(null);
  const total = matchCount(list.size, list.size);
  return (
    <>
      <FilterBar view={view} indexed={list.indexed} search={search} />
      <ListStatus list={list} matching={found ?? shown.length} shown={shown.length}>
        <TakeAwayMenu rows={shown} fields={EXPORTED_FIELDS} query={view.query} />
      </ListStatus>
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
        <SearchMarks search={view.query.search}>
          <EndpointsTable rows={shown} rowCount={found} view={view} onDelete={onDelete} />
        </SearchMarks>
      )}
    </>
  );
}

interface EndpointsTableProps extends Omit<EndpointsViewProps, "list"> {
  rows: EndpointRow[];
  /** Where there are more than these. */
  rowCount?: number;
}

function EndpointsTable({ rows, rowCount, view, onDelete }: EndpointsTableProps) {
  const navigate = useNavigate();
  const [menu, setMenu] = useState<{ row: EndpointRow; button: HTMLElement }>();
  const openMenu = useCallback(
    (row: EndpointRow, button: HTMLElement) => setMenu({ row, button }),
    [],
  );
  const columns = useMemo(() => endpointColumns(openMenu), [openMenu]);
  const sort = useMemo(() => view.query.sort.map(toTableSort), [view.query.sort]);
  const { initialOffset, rememberOffset } = useScrollMemory();

  return (
    <>
      <DataTable
        label="Registry endpoints"
        columns={columns}
        rows={rows}
        rowCount={rowCount}
        rowId={rowId}
        sort={sort}
        onSort={(next) => view.setSort(next.flatMap(toSortKey))}
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

/** In order; the objects of the index, which outlive a refresh. */
function foundRows({ index, evaluator }: IndexedRows, query: EndpointQuery): EndpointRow[] {
  const { rowNumbers, total } = evaluator.evaluate(query);
  const rows = new Array<EndpointRow>(total);
  for (let place = 0; place < total; place++) {
    const row = index.row(rowNumbers[place] ?? 0);
    if (row !== undefined) rows[place] = row;
  }
  return rows;
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
