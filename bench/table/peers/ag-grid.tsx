import {
  ClientSideRowModelModule,
  ColumnApiModule,
  ModuleRegistry,
  QuickFilterModule,
  RowApiModule,
  TextFilterModule,
  type ColDef,
  type GridApi,
} from "ag-grid-community";
import { AgGridReact } from "ag-grid-react";
import { useImperativeHandle, useRef, useState } from "react";
import { columns, type BenchRow, type ListProps } from "../page/candidate";
import { reactCandidate } from "../page/react-candidate";

ModuleRegistry.registerModules([
  ClientSideRowModelModule,
  ColumnApiModule,
  QuickFilterModule,
  RowApiModule,
  TextFilterModule,
]);

const columnDefs: ColDef<BenchRow>[] = columns.map(({ id, label }) => ({
  field: id,
  headerName: label,
  filter: "agTextColumnFilter",
  flex: 1,
}));

function AgGridList({ rows, controls }: ListProps) {
  const [text, setText] = useState("");
  const grid = useRef<GridApi<BenchRow>>(undefined);
  useImperativeHandle(
    controls,
    () => ({
      setFilterText: setText,
      sortBy: (column) =>
        grid.current?.applyColumnState({
          state: [{ colId: column, sort: "asc" }],
          defaultState: { sort: null },
        }),
      clickFacet: (method) =>
        void grid.current
          ?.setColumnFilterModel("method", { filterType: "text", type: "equals", filter: method })
          .then(() => grid.current?.onFilterChanged()),
      count: () => grid.current?.getDisplayedRowCount() ?? 0,
    }),
    [],
  );
  return (
    <div style={{ height: "760px" }}>
      <AgGridReact<BenchRow>
        rowData={rows as BenchRow[]}
        columnDefs={columnDefs}
        // What moves is not there yet.
        animateRows={false}
        getRowId={({ data }) => data.id}
        quickFilterText={text}
        onGridReady={({ api }) => (grid.current = api)}
      />
    </div>
  );
}

export const candidate = reactCandidate(AgGridList);
