import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo } from "react";
import type { DataTableColumn } from "./data-table-column";
import { ROW_HEIGHT, useCellStyles } from "./data-table-styles";

const useStyles = makeStyles({
  row: {
    position: "absolute",
    top: 0,
    left: 0,
    width: "100%",
    boxSizing: "border-box",
    display: "grid",
    height: `${ROW_HEIGHT}px`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    // Not the hover of this background: links are not readable on it in the dark theme.
    ":hover": { backgroundColor: tokens.colorNeutralBackground3 },
  },
});

interface DataTableRowProps<Row> {
  row: Row;
  index: number;
  /** Pixels from the top of the rows. */
  start: number;
  columns: readonly DataTableColumn<Row>[];
  template: string;
}

function Row<Row>({ row, index, start, columns, template }: DataTableRowProps<Row>) {
  const styles = useStyles();
  const cells = useCellStyles();
  return (
    <div
      role="row"
      // The header is the first.
      aria-rowindex={index + 2}
      data-index={index}
      className={styles.row}
      style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
    >
      {columns.map((column, at) => (
        <div
          key={column.id}
          role={column.isRowHeader ? "rowheader" : "cell"}
          aria-colindex={at + 1}
          title={column.text(row) || undefined}
          className={mergeClasses(
            cells.cell,
            column.isRowHeader && cells.rowHeader,
            column.isMenu && cells.menu,
          )}
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

/** One row. Drawn again only when it or its place has changed, so that scrolling stays smooth. */
export const DataTableRow = memo(Row) as typeof Row;
