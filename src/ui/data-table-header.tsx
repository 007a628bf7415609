import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowDown16Regular, ArrowUp16Regular } from "@fluentui/react-icons";
import { nextSort, type DataTableColumn, type DataTableSort } from "./data-table-column";
import { ROW_HEIGHT, useCellStyles } from "./data-table-styles";
import { VisuallyHidden } from "./visually-hidden";

const useStyles = makeStyles({
  group: {
    position: "sticky",
    top: 0,
    zIndex: 2,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  row: { display: "grid", height: `${ROW_HEIGHT}px`, backgroundColor: "inherit" },
  cell: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase300 },
  sortable: { paddingLeft: 0, paddingRight: 0 },
  button: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    width: "100%",
    height: "100%",
    minWidth: 0,
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: "none",
    backgroundColor: "transparent",
    color: "inherit",
    fontFamily: "inherit",
    fontSize: "inherit",
    fontWeight: "inherit",
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":active": { backgroundColor: tokens.colorSubtleBackgroundPressed },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  arrow: { display: "flex", flexShrink: 0 },
});

interface DataTableHeaderProps<Row> {
  columns: readonly DataTableColumn<Row>[];
  template: string;
  sort: readonly DataTableSort[];
  onSort?: (sort: readonly DataTableSort[]) => void;
  /** Cards have no visible header, but screen readers still need its words. */
  isHidden: boolean;
}

/** The labels of the columns, which stay in view; those of sortable columns are buttons. */
export function DataTableHeader<Row>(props: DataTableHeaderProps<Row>) {
  const { columns, template, sort, onSort, isHidden } = props;
  const styles = useStyles();
  const row = (
    <div
      role="row"
      aria-rowindex={1}
      className={isHidden ? undefined : styles.row}
      style={isHidden ? undefined : { gridTemplateColumns: template }}
    >
      {columns.map((column, index) => (
        <ColumnHeader
          key={column.id}
          column={column}
          index={index}
          sort={sort}
          onSort={
            column.isSortable && onSort && !isHidden
              ? (isAdded) => onSort(nextSort(sort, column.id, isAdded))
              : undefined
          }
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

interface ColumnHeaderProps<Row> {
  column: DataTableColumn<Row>;
  index: number;
  sort: readonly DataTableSort[];
  onSort?: (isAdded: boolean) => void;
}

function ColumnHeader<Row>({ column, index, sort, onSort }: ColumnHeaderProps<Row>) {
  const styles = useStyles();
  const cells = useCellStyles();
  const place = sort.findIndex(({ id }) => id === column.id);
  const direction = sort[place]?.direction;
  return (
    <div
      role="columnheader"
      aria-colindex={index + 1}
      // Of several columns the first: ARIA knows one at a time.
      aria-sort={place === 0 ? direction : column.isSortable ? "none" : undefined}
      className={mergeClasses(
        cells.cell,
        styles.cell,
        onSort && styles.sortable,
        column.isRowHeader && cells.rowHeader,
        column.isMenu && cells.menu,
      )}
    >
      {onSort ? (
        <button
          type="button"
          className={styles.button}
          title="Shift adds the column to the others"
          onClick={(event) => onSort(event.shiftKey)}
        >
          <span className={cells.content}>{column.label}</span>
          {direction && (
            <span className={styles.arrow} aria-hidden="true">
              {direction === "ascending" ? <ArrowUp16Regular /> : <ArrowDown16Regular />}
              {sort.length > 1 && place + 1}
            </span>
          )}
          {place > 0 && (
            <VisuallyHidden>
              , sorted by as number {place + 1}, {direction}
            </VisuallyHidden>
          )}
        </button>
      ) : column.isMenu ? (
        <VisuallyHidden>{column.label}</VisuallyHidden>
      ) : (
        <span className={cells.content}>{column.label}</span>
      )}
    </div>
  );
}
