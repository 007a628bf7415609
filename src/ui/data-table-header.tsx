import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo } from "react";
import { AllRowsCheckbox } from "./data-table-checkbox";
import type { DataTableSort } from "./data-table-column";
import { ColumnHeader } from "./data-table-column-header";
import type { TableSelection } from "./data-table-items";
import type { PlacedColumn } from "./data-table-layout";
import { COLUMNS_VARIABLE, HEADER_HEIGHT, useCellStyles } from "./data-table-styles";
import { VisuallyHidden } from "./visually-hidden";

const useStyles = makeStyles({
  group: {
    position: "sticky",
    top: 0,
    zIndex: 2,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  row: {
    display: "grid",
    gridTemplateColumns: `var(${COLUMNS_VARIABLE})`,
    height: `${HEADER_HEIGHT}px`,
    backgroundColor: "inherit",
  },
});

interface DataTableHeaderProps<Row> {
  columns: readonly PlacedColumn<Row>[];
  sort: readonly DataTableSort[];
  canSort: boolean;
  canResize: boolean;
  /** The column whose width is being chosen. */
  resizing: { id: string; width: number } | undefined;
  /** What of the rows is selected; undefined where they cannot be. */
  selected: TableSelection["shown"] | undefined;
  /** Cards have no visible header, but screen readers still need its words. */
  isHidden: boolean;
}

function Header<Row>(props: DataTableHeaderProps<Row>) {
  const { columns, sort, canSort, canResize, resizing, selected, isHidden } = props;
  const styles = useStyles();
  const cells = useCellStyles();
  const firstColumn = selected === undefined ? 1 : 2;
  const row = (
    <div role="row" aria-rowindex={1} data-header="" className={isHidden ? undefined : styles.row}>
      {selected !== undefined && (
        <div
          role="columnheader"
          aria-colindex={1}
          data-select=""
          className={
            isHidden
              ? undefined
              : mergeClasses(cells.cell, cells.control, cells.stays, cells.staysFirst)
          }
        >
          {isHidden ? "Selected" : <AllRowsCheckbox selected={selected} />}
        </div>
      )}
      {columns.map((column, at) => (
        <ColumnHeader
          key={column.id}
          column={column}
          colIndex={at + firstColumn}
          sort={sort}
          canSort={canSort && !isHidden && column.isSortable === true}
          canResize={canResize && !isHidden && !column.isMenu}
          resizedTo={resizing?.id === column.id ? resizing.width : undefined}
        />
      ))}
    </div>
  );
  return isHidden ? (
    <VisuallyHidden>
      <span role="rowgroup">{row}</span>
    </VisuallyHidden>
  ) : (
    <div role="rowgroup" className={styles.group}>
      {row}
    </div>
  );
}

/**
 * The labels of the columns, which stay in view; those of sortable columns are buttons. What is done with
 * them the table hears.
 */
export const DataTableHeader = memo(Header) as typeof Header;
