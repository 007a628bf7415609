import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { memo } from "react";
import { DataTableCheckbox } from "./data-table-checkbox";
import type { TableMark } from "./data-table-items";
import type { PlacedColumn, StayingCells } from "./data-table-layout";
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
    // In the middle of the row, without a box around each text.
    lineHeight: `calc(var(${ROW_HEIGHT_VARIABLE}) - 1px)`,
  },
});

export interface DataTableRowProps<Row> {
  row: Row;
  index: number;
  /** Pixels from the top of the rows. */
  start: number;
  columns: readonly PlacedColumn<Row>[];
  rowLabel: (row: Row) => string;
  /** Undefined where rows cannot be selected. */
  isSelected: boolean | undefined;
  mark: TableMark | undefined;
  /** Within a group. */
  isGrouped: boolean;
  stays: StayingCells;
}

function Row<Row>(props: DataTableRowProps<Row>) {
  const { row, index, start, columns, rowLabel, isSelected, mark, isGrouped, stays } = props;
  const styles = useStyles();
  const rows = useRowStyles();
  const cells = useCellStyles();
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
      style={{ top: `${start}px` }}
    >
      {isSelected !== undefined && (
        <div
          role="gridcell"
          data-select=""
          className={mergeClasses(
            cells.cell,
            cells.control,
            stays === "all" && cells.stays,
            stays === "all" && cells.staysFirst,
          )}
        >
          <DataTableCheckbox label={`Select ${rowLabel(row)}`} isChecked={isSelected} />
        </div>
      )}
      {columns.map((column) => {
        const left = stays === "all" ? column.left : undefined;
        return (
          <div
            key={column.id}
            role={column.isRowHeader ? "rowheader" : "gridcell"}
            tabIndex={-1}
            className={
              column.isMenu
                ? mergeClasses(
                    cells.cell,
                    cells.control,
                    cells.menu,
                    stays !== "none" && cells.stays,
                    stays !== "none" && cells.staysLast,
                  )
                : left === undefined
                  ? cells.cell
                  : mergeClasses(cells.cell, cells.stays, cells.pinned)
            }
            style={left === undefined ? undefined : { left: `${left}px` }}
          >
            {column.render(row)}
          </div>
        );
      })}
    </div>
  );
}

/** One row. Drawn again only when it or its place has changed, so that scrolling stays smooth. */
export const DataTableRow = memo(Row) as typeof Row;
