import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { memo } from "react";
import { DataTableCheckbox } from "./data-table-checkbox";
import type { TableMark } from "./data-table-items";
import type { PlacedColumn } from "./data-table-layout";
import {
  COLUMNS_VARIABLE,
  ROW_HEIGHT_VARIABLE,
  useCellStyles,
  useRowStyles,
} from "./data-table-styles";

const useStyles = makeStyles({
  row: {
    gridTemplateColumns: `var(${COLUMNS_VARIABLE})`,
    height: `var(${ROW_HEIGHT_VARIABLE})`,
  },
});

export interface DataTableRowProps<Row> {
  row: Row;
  index: number;
  /** Pixels from the top of the rows. */
  start: number;
  columns: readonly PlacedColumn<Row>[];
  /** Undefined where rows cannot be selected. */
  isSelected: boolean | undefined;
  mark: TableMark | undefined;
  /** Within a group. */
  isGrouped: boolean;
}

function Row<Row>(props: DataTableRowProps<Row>) {
  const { row, index, start, columns, isSelected, mark, isGrouped } = props;
  const styles = useStyles();
  const rows = useRowStyles();
  const cells = useCellStyles();
  const firstColumn = isSelected === undefined ? 1 : 2;
  return (
    <div
      role="row"
      // The header is the first.
      aria-rowindex={index + 2}
      aria-level={isGrouped ? 2 : undefined}
      aria-selected={isSelected}
      data-index={index}
      className={mergeClasses(
        rows.row,
        styles.row,
        mark && rows.marked,
        isSelected && rows.selected,
      )}
      style={{ transform: `translateY(${start}px)` }}
    >
      {isSelected !== undefined && (
        <div
          role="gridcell"
          aria-colindex={1}
          data-select=""
          className={mergeClasses(cells.cell, cells.select)}
        >
          <DataTableCheckbox label={selectLabel(columns, row)} isChecked={isSelected} />
        </div>
      )}
      {columns.map((column, at) => (
        <div
          key={column.id}
          role={column.isRowHeader ? "rowheader" : "gridcell"}
          tabIndex={-1}
          aria-colindex={at + firstColumn}
          title={column.text(row) || undefined}
          className={mergeClasses(
            cells.cell,
            column.left !== undefined && cells.pinned,
            column.isMenu && cells.menu,
          )}
          style={column.left === undefined ? undefined : { left: `${column.left}px` }}
        >
          {column.isMenu ? (
            column.render(row)
          ) : (
            <span className={cells.content}>{column.render(row)}</span>
          )}
        </div>
      ))}
    </div>
  );
}

/** What the box of a row is called. */
export function selectLabel<Row>(columns: readonly PlacedColumn<Row>[], row: Row): string {
  return `Select ${columns.find(({ isRowHeader }) => isRowHeader)?.text(row) ?? "row"}`;
}

/** One row. Drawn again only when it or its place has changed, so that scrolling stays smooth. */
export const DataTableRow = memo(Row) as typeof Row;
