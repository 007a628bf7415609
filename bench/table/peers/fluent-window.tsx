import {
  DataGrid,
  DataGridBody,
  DataGridCell,
  DataGridHeader,
  DataGridHeaderCell,
  DataGridRow,
} from "@fluentui-contrib/react-data-grid-react-window";
import { FluentProvider, webLightTheme, type SortDirection } from "@fluentui/react-components";
import { useImperativeHandle, useMemo, useState } from "react";
import type { BenchRow, ListProps } from "../page/candidate";
import { reactCandidate } from "../page/react-candidate";
import { filteredRows } from "./filtered-rows";
import { fluentColumns } from "./fluent-columns";

const ROW_HEIGHT = 44;

function FluentWindowList({ rows, controls }: ListProps) {
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
        <DataGridBody<BenchRow> itemSize={ROW_HEIGHT} height={760 - ROW_HEIGHT}>
          {({ item, rowId }, style) => (
            <DataGridRow<BenchRow> key={rowId} style={style as React.CSSProperties}>
              {({ renderCell }) => <DataGridCell>{renderCell(item)}</DataGridCell>}
            </DataGridRow>
          )}
        </DataGridBody>
      </DataGrid>
    </FluentProvider>
  );
}

export const candidate = reactCandidate(FluentWindowList);
