import { useNavigate } from "@tanstack/react-router";
import {
  Suspense,
  lazy,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type Ref,
  type RefObject,
} from "react";
import type { SortKey } from "../../../lib/endpoint-query/endpoint-query";
import { sortFieldIds } from "../../../lib/endpoint-query/fields";
import {
  fieldIdOf,
  withMovedColumn,
  withWidth,
  type ListLayout,
} from "../../../lib/endpoint-query/list-layout";
import { endpointEditPath } from "../../../lib/endpoint-url";
import { useAccount } from "../../../queries/azure-context";
import type {
  EndpointList,
  EndpointRow,
  IndexedRows,
  UsageReading,
} from "../../../queries/endpoint-list";
import { useAnnounce } from "../../../ui/announcer";
import { DataTable, type DataTableHandle, type DataTableSort } from "../../../ui/data-table";
import type { TableMark, TableSelection } from "../../../ui/data-table-items";
import { DeleteSelection } from "../bulk-delete/delete-selection";
import { columnPlaceText } from "./arrange/arrangement-text";
import { createDrawnColumns, type DrawnColumns } from "./arrange/drawn-columns";
import { useListItems, type ListItems } from "./arrange/use-list-items";
import { RowsSkeleton } from "../../../ui/loading";
import { ChartsPlace } from "./charts/charts-place";
import { numberText } from "./count-of";
import { endpointColumns, rowLabel } from "./endpoint-columns";
import { FilterPills } from "./filter-pills";
import { findRows } from "./found-rows";
import { listAnswer } from "./list-answer";
import { ListTools, RowMenu } from "./list-later";
import { AWAITED, ListStatus } from "./list-status";
import { loadedText } from "./loaded-text";
import type { OpenedRow } from "./row-menu";
import { SelectionBar } from "./selection-bar";
import type { ListView } from "./use-list-view";
import { SearchMarks } from "./marked-text";
import { useAzureAnswer } from "./use-azure-answer";
import { useReadyIndex } from "./use-ready-index";
import { useListPlace } from "./use-list-place";
import { selectionOf, useSelection } from "./use-selection";

const NothingMatches = lazy(async () => ({
  default: (await import("./nothing-matches")).NothingMatches,
}));

interface EndpointsViewProps {
  list: EndpointList;
  view: ListView;
  /** The search box, to give it the focus. */
  search: RefObject<HTMLInputElement | null>;
  onDelete: (row: EndpointRow) => void;
}

/** The rows that are left. A keystroke searches the index and draws the visible ones. */
export function EndpointsView({ list, view, search, onDelete }: EndpointsViewProps) {
  const { indexed, changes, readUsage } = list;
  const filtersByUsage = view.query.facets.usage.length > 0;
  const needsUsage = filtersByUsage || view.layout.columns.includes("usage");
  useEffect(() => {
    if (needsUsage) readUsage(filtersByUsage);
  }, [needsUsage, filtersByUsage, readUsage]);
  useReadyIndex(indexed);
  const marks = useCallback((row: EndpointRow) => markOf(row, changes), [changes]);
  const azure = useAzureAnswer(list, view.query);
  const shown = useMemo(
    () => findRows(indexed, view.query, azure.limit),
    [indexed, view.query, azure.limit],
  );
  const answer = listAnswer(list, view.query, azure, shown.count);
  const { matching } = answer;
  const countsNote =
    azure.limit === undefined ? loadedText(list) : `of the first ${numberText(shown.count)}`;
  const listItems = useListItems(indexed, shown, view, countsNote);
  const selection = useSelection(selectionOf(useAccount().id), list, {
    ...{ indexed, found: shown, items: listItems.items, query: view.query, matching },
  });
  const table = useRef<DataTableHandle>(null);
  const [drawnColumns] = useState(createDrawnColumns);
  return (
    <>
      <ChartsPlace
        view={view}
        indexed={indexed}
        note={loadedText(list)}
        isEmpty={shown.count === 0 && !answer.mayBeMore}
        mayBeMore={answer.mayBeMore}
      />
      <ListStatus
        list={list}
        query={view.query}
        answer={answer}
        shown={shown.count}
        areFirst={azure.limit !== undefined}
        filters={<FilterPills view={view} list={list} onRemoved={() => search.current?.focus()} />}
      >
        <Suspense>
          <ListTools
            view={view}
            drawnColumns={drawnColumns}
            items={listItems}
            found={shown}
            isWhole={list.isWhole && matching === shown.count}
            isPending={answer.isPending}
            usage={indexed.index.knownUsage()}
          />
        </Suspense>
      </ListStatus>
      {answer.isPending && answer.awaited !== undefined ? (
        <RowsSkeleton label={AWAITED[answer.awaited]} rows={5} columns={8} />
      ) : shown.count === 0 ? (
        <Suspense>
          <NothingMatches
            answer={answer}
            query={view.query}
            indexed={indexed}
            isWhole={!answer.mayBeMore && list.missing === undefined}
            // The button goes away and would take the focus with it.
            onSearch={(other) => {
              view.setText(other);
              search.current?.focus();
            }}
            onClear={() => {
              view.clear();
              search.current?.focus();
            }}
          />
        </Suspense>
      ) : (
        <SearchMarks search={view.query.search}>
          <EndpointsTable
            ref={table}
            drawnColumns={drawnColumns}
            indexed={indexed}
            usageReading={list.usageReading}
            rowCount={matching > shown.count ? matching : undefined}
            marks={marks}
            listItems={listItems}
            selection={selection.selection}
            view={view}
            onDelete={onDelete}
          />
        </SearchMarks>
      )}
      <SelectionBar list={selection} onCleared={() => table.current?.focus()}>
        <DeleteSelection rows={selection.selectedRows} />
      </SelectionBar>
    </>
  );
}

interface EndpointsTableProps extends Omit<EndpointsViewProps, "list" | "search"> {
  ref: Ref<DataTableHandle>;
  drawnColumns: DrawnColumns;
  indexed: IndexedRows;
  usageReading: UsageReading;
  /** Where there are more than are here. */
  rowCount?: number;
  marks: (row: EndpointRow) => TableMark | undefined;
  listItems: ListItems;
  selection: TableSelection;
}

function EndpointsTable(props: EndpointsTableProps) {
  const {
    ref,
    drawnColumns,
    indexed,
    usageReading,
    rowCount,
    marks,
    listItems,
    selection,
    view,
    onDelete,
  } = props;
  const navigate = useNavigate();
  const announce = useAnnounce();
  const [menu, setMenu] = useState<OpenedRow>();
  const openMenu = useCallback(
    (row: EndpointRow, button: HTMLElement) => setMenu({ row, button }),
    [],
  );
  const { layout, changeLayout } = view;
  const columns = useMemo(
    () => endpointColumns({ layout, usage: indexed.index.knownUsage(), usageReading, openMenu }),
    [layout, indexed, usageReading, openMenu],
  );
  const sort = useMemo(() => view.query.sort.map(toTableSort), [view.query.sort]);
  const open = ({ id }: EndpointRow) =>
    void navigate({ to: "/endpoints/$", params: { _splat: id.replace(/^\//, "") } });
  const { initialOffset, rememberOffset, initialRow, rememberRow } = useListPlace();

  return (
    <>
      <DataTable
        ref={ref}
        label="Registry endpoints"
        columns={columns}
        items={listItems.items}
        rowCount={rowCount}
        marks={marks}
        rowId={rowId}
        rowLabel={rowLabel}
        sort={sort}
        onSort={(next) => view.setSort(next.flatMap(toSortKey))}
        queryKey={JSON.stringify([view.query, layout.groupBy])}
        density={layout.density}
        onColumns={drawnColumns.set}
        onToggleGroup={listItems.setOpen}
        onResizeColumn={(id, width) => {
          const field = fieldIdOf(id);
          if (field !== undefined) changeLayout((before) => withWidth(before, field, width));
        }}
        onMoveColumn={(id, toIndex) => {
          const field = fieldIdOf(id);
          if (field === undefined) return;
          const move = (before: ListLayout) => withMovedColumn(before, field, toIndex);
          changeLayout(move);
          const drawn = drawnColumns.ids() ?? layout.columns;
          announce(
            columnPlaceText(
              field,
              move(layout).columns.filter((one) => drawn.includes(one)),
            ),
          );
        }}
        initialOffset={initialOffset}
        onScroll={rememberOffset}
        initialRow={initialRow}
        onRowFocus={rememberRow}
        onOpen={open}
        selection={selection}
      />
      {/* Also while none is open, so that the first opens at once. */}
      <Suspense>
        <RowMenu
          opened={menu}
          onClose={() => setMenu(undefined)}
          onOpen={open}
          onEdit={({ id }) => void navigate({ href: endpointEditPath(id) })}
          onDuplicate={({ id }) => void navigate({ to: "/endpoints/new", search: { from: id } })}
          onDelete={onDelete}
        />
      </Suspense>
    </>
  );
}

function markOf({ id }: EndpointRow, { added, changed }: EndpointList["changes"]) {
  const key = id.toLowerCase();
  return added.has(key) ? "added" : changed.has(key) ? "changed" : undefined;
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
