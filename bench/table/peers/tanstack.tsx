import {
  FluentProvider,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  webLightTheme,
} from "@fluentui/react-components";
import {
  columnFilteringFeature,
  createFilteredRowModel,
  createSortedRowModel,
  filterFn_equalsString,
  filterFn_includesString,
  globalFilteringFeature,
  rowSortingFeature,
  sortFn_alphanumeric,
  sortFn_text,
  tableFeatures,
  useTable,
  type ColumnDef,
  type ColumnFiltersState,
  type SortingState,
} from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useImperativeHandle, useRef, useState } from "react";
import { columns, type BenchRow, type ListProps } from "../page/candidate";
import { reactCandidate } from "../page/react-candidate";

const ROW_HEIGHT = 36;

const features = tableFeatures({
  columnFilteringFeature,
  globalFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
  filterFns: { includesString: filterFn_includesString, equalsString: filterFn_equalsString },
  sortFns: { alphanumeric: sortFn_alphanumeric, text: sortFn_text },
});

const columnDefs: ColumnDef<typeof features, BenchRow>[] = columns.map(({ id, label }) => ({
  accessorKey: id,
  header: label,
  filterFn: "equalsString",
}));

function TanStackList({ rows, controls }: ListProps) {
  const [globalFilter, setGlobalFilter] = useState("");
  const [columnFilters, setColumnFilters] = useState<ColumnFiltersState>([]);
  const [sorting, setSorting] = useState<SortingState>([]);
  const table = useTable({
    features,
    data: rows,
    columns: columnDefs,
    state: { globalFilter, columnFilters, sorting },
    globalFilterFn: "includesString",
    getRowId: ({ id }) => id,
  });
  const shown = table.getRowModel().rows;
  useImperativeHandle(
    controls,
    () => ({
      setFilterText: setGlobalFilter,
      sortBy: (id) => setSorting([{ id, desc: false }]),
      clickFacet: (value) => setColumnFilters([{ id: "method", value }]),
      count: () => shown.length,
    }),
    [shown],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  });

  return (
    <FluentProvider theme={webLightTheme}>
      <div ref={scroller} style={{ height: "760px", overflow: "auto" }}>
        <Table noNativeElements aria-rowcount={shown.length + 1}>
          <TableHeader
            style={{
              position: "sticky",
              top: 0,
              zIndex: 1,
              backgroundColor: "var(--colorNeutralBackground1)",
            }}
          >
            {table.getHeaderGroups().map((group) => (
              <TableRow key={group.id}>
                {group.headers.map((header) => (
                  <TableHeaderCell key={header.id}>
                    <table.FlexRender header={header} />
                  </TableHeaderCell>
                ))}
              </TableRow>
            ))}
          </TableHeader>
          <TableBody style={{ position: "relative", height: `${virtualizer.getTotalSize()}px` }}>
            {virtualizer.getVirtualItems().map(({ index, start }) => {
              const row = shown[index];
              return row === undefined ? null : (
                <TableRow
                  key={row.id}
                  style={{
                    position: "absolute",
                    width: "100%",
                    height: `${ROW_HEIGHT}px`,
                    transform: `translateY(${start}px)`,
                  }}
                >
                  {row.getAllCells().map((cell) => (
                    <TableCell key={cell.id} style={{ overflow: "hidden", whiteSpace: "nowrap" }}>
                      <table.FlexRender cell={cell} />
                    </TableCell>
                  ))}
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      </div>
    </FluentProvider>
  );
}

export const candidate = reactCandidate(TanStackList);
