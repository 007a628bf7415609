import {
  DataGrid,
  DataGridBody,
  DataGridCell,
  DataGridHeader,
  DataGridHeaderCell,
  DataGridRow,
  FluentProvider,
  webLightTheme,
  type SortDirection,
} from "@fluentui/react-components";
import { useImperativeHandle, useMemo, useState } from "react";
import type { BenchRow, ListProps } from "../page/candidate";
import { reactCandidate } from "../page/react-candidate";
import { filteredRows } from "./filtered-rows";
import { fluentColumns } from "./fluent-columns";

function FluentList({ rows, controls }: ListProps) {
  const [text, setText] = useState("");
  const [method, setMethod] = useState<string>();
  const [sortColumn, setSortColumn] = useState<string>();
  const shown = useMemo(() => filteredRows(rows, text, method), [rows, text, method]);
  useImperativeHandle(
    controls,
    () => ({
      setFilterText: setText,
      sortBy: setSortColumn,
      clickFacet: setMethod,
      count: () => shown.length,
    }),
    [shown],
  );
  const sortState = { sortColumn, sortDirection: "ascending" as SortDirection };
  return (
    <FluentProvider theme={webLightTheme}>
      <DataGrid
        items={shown}
        columns={fluentColumns}
        getRowId={(row: BenchRow) => row.id}
        sortable
        sortState={sortState}
      >
        <DataGridHeader>
          <DataGridRow>
            {({ renderHeaderCell }) => (
              <DataGridHeaderCell>{renderHeaderCell()}</DataGridHeaderCell>
            )}
          </DataGridRow>
        </DataGridHeader>
        <DataGridBody<BenchRow>>
          {({ item, rowId }) => (
            <DataGridRow<BenchRow> key={rowId}>
              {({ renderCell }) => <DataGridCell>{renderCell(item)}</DataGridCell>}
            </DataGridRow>
          )}
        </DataGridBody>
      </DataGrid>
    </FluentProvider>
  );
}

export const candidate = reactCandidate(FluentList);
