import {
  createTableColumn,
  TableCellLayout,
  type TableColumnDefinition,
} from "@fluentui/react-components";
import { columns, type BenchRow } from "../page/candidate";

/** The columns for Fluent's data grid, which compares as its examples do. */
export const fluentColumns: TableColumnDefinition<BenchRow>[] = columns.map(({ id, label }) =>
  createTableColumn<BenchRow>({
    columnId: id,
    compare: (a, b) => a[id].localeCompare(b[id]),
    renderHeaderCell: () => label,
    renderCell: (row) => <TableCellLayout truncate>{row[id]}</TableCellLayout>,
  }),
);
