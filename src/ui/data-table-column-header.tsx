import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowDown16Regular, ArrowUp16Regular } from "@fluentui/react-icons";
import { memo, useId } from "react";
import type { DataTableSort } from "./data-table-column";
import { chosenWidths, type PlacedColumn } from "./data-table-layout";
import { useCellStyles } from "./data-table-styles";
import { VisuallyHidden } from "./visually-hidden";

const useStyles = makeStyles({
  cell: {
    display: "flex",
    alignItems: "center",
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase300,
    position: "relative",
  },
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
  label: { minWidth: 0, overflow: "hidden", textOverflow: "ellipsis" },
  arrow: { display: "flex", flexShrink: 0 },
  // A line that is easy to grip: wider than what is seen of it.
  handle: {
    position: "absolute",
    top: 0,
    bottom: 0,
    right: 0,
    width: "8px",
    cursor: "col-resize",
    touchAction: "none",
    outlineStyle: "none",
    "::after": {
      content: '""',
      position: "absolute",
      top: "8px",
      bottom: "8px",
      right: 0,
      width: "1px",
      backgroundColor: tokens.colorNeutralStroke2,
    },
    ":hover::after": { width: "3px", backgroundColor: tokens.colorCompoundBrandStroke },
    ":focus::after": {
      top: 0,
      bottom: 0,
      width: "3px",
      backgroundColor: tokens.colorCompoundBrandStroke,
    },
    "@media (forced-colors: active)": { "::after": { backgroundColor: "CanvasText" } },
  },
});

interface ColumnHeaderProps<Row> {
  column: PlacedColumn<Row>;
  colIndex: number;
  sort: readonly DataTableSort[];
  canSort: boolean;
  canResize: boolean;
  /** Pixels, while its width is being chosen. */
  resizedTo: number | undefined;
}

function Header<Row>(props: ColumnHeaderProps<Row>) {
  const { column, colIndex, sort, canSort, canResize, resizedTo } = props;
  const styles = useStyles();
  const cells = useCellStyles();
  const labelId = useId();
  const place = sort.findIndex(({ id }) => id === column.id);
  const direction = sort[place]?.direction;
  const hints = [
    ...(canSort ? ["Shift adds the column to the others"] : []),
    ...(canResize ? ["F2 changes its width"] : []),
  ].join("; ");
  // Its name too, which may be cut off; not for those who hear it anyway.
  const title = hints === "" ? column.label : `${column.label}\n${hints}`;
  return (
    <div
      role="columnheader"
      tabIndex={-1}
      aria-colindex={colIndex}
      // Not the name of the handle.
      aria-labelledby={labelId}
      aria-description={canSort ? undefined : hints || undefined}
      // Of several columns the first: ARIA knows one at a time.
      aria-sort={place === 0 ? direction : column.isSortable ? "none" : undefined}
      data-column={column.id}
      className={mergeClasses(
        cells.cell,
        styles.cell,
        canSort && styles.sortable,
        column.left !== undefined && cells.stays,
        column.isMenu && mergeClasses(cells.control, cells.menu, cells.stays, cells.staysLast),
      )}
      style={column.left === undefined ? undefined : { left: `${column.left}px` }}
    >
      {canSort ? (
        <button
          type="button"
          id={labelId}
          tabIndex={-1}
          data-sort=""
          className={styles.button}
          title={title}
          aria-description={hints || undefined}
          // Of the first, `aria-sort` tells.
          aria-label={
            place > 0
              ? `${column.label}, sorted ${direction} as number ${place + 1} of ${sort.length}`
              : undefined
          }
        >
          <span className={styles.label}>{column.label}</span>
          {direction && (
            <span className={styles.arrow} aria-hidden="true">
              {direction === "ascending" ? <ArrowUp16Regular /> : <ArrowDown16Regular />}
              {sort.length > 1 && place + 1}
            </span>
          )}
        </button>
      ) : column.isMenu ? (
        <VisuallyHidden>
          <span id={labelId}>{column.label}</span>
        </VisuallyHidden>
      ) : (
        <span id={labelId} className={styles.label} title={title}>
          {column.label}
        </span>
      )}
      {canResize && (
        <div
          role="separator"
          tabIndex={-1}
          data-resize=""
          aria-orientation="vertical"
          aria-label={`Width of ${column.label}`}
          aria-valuemin={chosenWidths.least}
          aria-valuemax={chosenWidths.most}
          aria-valuenow={resizedTo ?? column.width ?? column.minWidth ?? chosenWidths.least}
          aria-valuetext={`${resizedTo ?? column.width ?? column.minWidth ?? chosenWidths.least} pixels`}
          className={styles.handle}
        />
      )}
    </div>
  );
}

/** The head of one column. */
export const ColumnHeader = memo(Header) as typeof Header;
