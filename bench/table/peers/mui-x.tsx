import {
  DataGrid,
  gridFilteredTopLevelRowCountSelector,
  useGridApiRef,
  type GridColDef,
  type GridFilterModel,
} from "@mui/x-data-grid";
import { useImperativeHandle, useState } from "react";
import { columns, type BenchRow, type ListProps } from "../page/candidate";
import { reactCandidate } from "../page/react-candidate";

/** The most that the community edition shows at a time. */
const PAGE_SIZE = 100;

const columnDefs: GridColDef<BenchRow>[] = columns.map(({ id, label }) => ({
  field: id,
  headerName: label,
  flex: 1,
}));

function MuiList({ rows, controls }: ListProps) {
  const api = useGridApiRef();
  const [filter, setFilter] = useState<GridFilterModel>({ items: [] });
  useImperativeHandle(
    controls,
    () => ({
      setFilterText: (text) =>
        setFilter((before) => ({ ...before, quickFilterValues: text === "" ? [] : [text] })),
      sortBy: (column) => api.current?.sortColumn(column, "asc"),
      clickFacet: (method) =>
        setFilter((before) => ({
          ...before,
          items: [{ field: "method", operator: "equals", value: method }],
        })),
      count: () => (api.current === null ? 0 : gridFilteredTopLevelRowCountSelector(api)),
    }),
    [api],
  );
  return (
    <div style={{ height: "760px" }}>
      <DataGrid
        apiRef={api}
        rows={rows}
        columns={columnDefs}
        filterModel={filter}
        onFilterModelChange={setFilter}
        initialState={{ pagination: { paginationModel: { pageSize: PAGE_SIZE } } }}
        pageSizeOptions={[PAGE_SIZE]}
      />
    </div>
  );
}

export const candidate = reactCandidate(MuiList);
