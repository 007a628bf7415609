import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo } from "react";
import { DataTableCheckbox } from "./data-table-checkbox";
import type { DataTableColumn } from "./data-table-column";
import type { DataTableRowProps } from "./data-table-row";
import {
  CARD_LINE_HEIGHT,
  CARD_PADDING,
  CARD_TITLE_HEIGHT,
  useRowStyles,
} from "./data-table-styles";

/** What a page has at the bottom of the screen covers no card with the focus; what ends the table is seen. */
const ROOM_BELOW = "56px";

const useStyles = makeStyles({
  card: {
    paddingLeft: tokens.spacingHorizontalS,
    paddingRight: tokens.spacingHorizontalS,
    paddingBottom: tokens.spacingVerticalL,
    gridTemplateColumns: "auto minmax(0, 2fr) minmax(0, 3fr) auto",
    alignContent: "start",
    scrollMarginBottom: ROOM_BELOW,
  },
  cell: {
    scrollMarginBottom: ROOM_BELOW,
    borderRadius: tokens.borderRadiusSmall,
    outlineStyle: "none",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  select: {
    gridColumn: "1",
    gridRow: "1",
    display: "flex",
    alignItems: "center",
    paddingRight: tokens.spacingHorizontalM,
  },
  title: {
    gridColumn: "2 / 4",
    gridRow: "1",
    height: `${CARD_TITLE_HEIGHT}px`,
    display: "flex",
    alignItems: "center",
    minWidth: 0,
    fontWeight: tokens.fontWeightSemibold,
  },
  menu: { gridColumn: "4", gridRow: "1", display: "flex", alignItems: "center" },
  line: {
    gridColumn: "1 / 5",
    height: `${CARD_LINE_HEIGHT}px`,
    display: "grid",
    gridTemplateColumns: "subgrid",
    alignItems: "center",
    // Room for the ring around it, beside its texts.
    margin: "0 -4px",
    padding: "0 4px",
  },
  label: {
    gridColumn: "1 / 3",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  value: { gridColumn: "3 / 5" },
  cut: {
    minWidth: 0,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    // Room for the ring around a link.
    padding: "3px",
    margin: "-3px",
  },
});

function Card<Row>(props: DataTableRowProps<Row>) {
  const { row, index, start, columns, rowLabel, isSelected, mark, isGrouped } = props;
  const styles = useStyles();
  const rows = useRowStyles();
  const firstColumn = isSelected === undefined ? 1 : 2;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={isGrouped ? 2 : undefined}
      aria-selected={isSelected}
      data-index={index}
      className={mergeClasses(
        rows.row,
        styles.card,
        mark && rows.marked,
        isSelected && rows.selected,
      )}
      style={{ transform: `translateY(${start}px)`, height: `${cardHeight(columns)}px` }}
    >
      {isSelected !== undefined && (
        <div role="gridcell" aria-colindex={1} data-select="" className={styles.select}>
          <DataTableCheckbox label={`Select ${rowLabel(row)}`} isChecked={isSelected} />
        </div>
      )}
      {columns.map((column, at) => {
        const isLine = !column.isRowHeader && !column.isMenu;
        if (isLine && column.isCardHidden) return null;
        return (
          <div
            key={column.id}
            role={column.isRowHeader ? "rowheader" : "gridcell"}
            tabIndex={-1}
            aria-colindex={at + firstColumn}
            className={mergeClasses(
              styles.cell,
              isLine ? styles.line : column.isMenu ? styles.menu : styles.title,
            )}
          >
            {isLine && (
              <span className={styles.label} aria-hidden="true">
                {column.label}
              </span>
            )}
            {column.isMenu ? (
              column.render(row)
            ) : (
              <span className={mergeClasses(styles.cut, isLine && styles.value)}>
                {column.render(row)}
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}

/** Pixels that a card of these columns is high. */
export function cardHeight(
  columns: readonly Pick<DataTableColumn<never>, "isRowHeader" | "isMenu" | "isCardHidden">[],
): number {
  const lines = columns.filter(
    (column) => !column.isRowHeader && !column.isMenu && !column.isCardHidden,
  );
  return CARD_TITLE_HEIGHT + lines.length * CARD_LINE_HEIGHT + CARD_PADDING;
}

/** One row on a narrow screen: its name, its menu, and a line for each column. */
export const DataTableCard = memo(Card) as typeof Card;
