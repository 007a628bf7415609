import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular, ChevronRight16Regular } from "@fluentui/react-icons";
import { memo } from "react";
import { useRowStyles } from "./data-table-styles";

const useStyles = makeStyles({
  row: {
    alignItems: "stretch",
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cell: { display: "flex", minWidth: 0 },
  button: {
    // In view however far the table is scrolled sideways.
    position: "sticky",
    left: 0,
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    minWidth: 0,
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  label: { minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  count: {
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: "nowrap",
  },
});

const format = new Intl.NumberFormat("en");

interface DataTableGroupProps {
  label: string;
  count: number;
  /** What `count` is of, where that is not everything. */
  note: string | undefined;
  isOpen: boolean;
  index: number;
  /** Pixels from the top of the rows. */
  start: number;
  height: number;
  columnCount: number;
}

/** The head of a group of rows, over all columns; the table hears its clicks and opens or closes it. */
export const DataTableGroup = memo(function DataTableGroup(props: DataTableGroupProps) {
  const { label, count, note, isOpen, index, start, height, columnCount } = props;
  const styles = useStyles();
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={1}
      aria-expanded={isOpen}
      data-index={index}
      className={mergeClasses(useRowStyles().row, styles.row)}
      style={{ transform: `translateY(${start}px)`, height: `${height}px` }}
    >
      <div role="gridcell" aria-colindex={1} aria-colspan={columnCount} className={styles.cell}>
        {/* What has the focus says it, too: screen readers tell of no row around it. */}
        <button type="button" tabIndex={-1} aria-expanded={isOpen} className={styles.button}>
          {isOpen ? (
            <ChevronDown16Regular aria-hidden="true" />
          ) : (
            <ChevronRight16Regular aria-hidden="true" />
          )}
          <span className={styles.label}>{label}</span>
          <span className={styles.count}>
            ({format.format(count)}){note !== undefined && ` ${note}`}
          </span>
        </button>
      </div>
    </div>
  );
});
