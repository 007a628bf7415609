import { makeStyles, tokens } from "@fluentui/react-components";
import { memo } from "react";
import type { DataTableColumn } from "./data-table-column";
import { CARD_LINE_HEIGHT, CARD_PADDING, CARD_TITLE_HEIGHT } from "./data-table-styles";

const useStyles = makeStyles({
  card: {
    position: "absolute",
    top: 0,
    left: 0,
    width: "100%",
    boxSizing: "border-box",
    paddingLeft: tokens.spacingHorizontalS,
    paddingRight: tokens.spacingHorizontalS,
    paddingBottom: tokens.spacingVerticalL,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    display: "grid",
    gridTemplateColumns: "minmax(0, 2fr) minmax(0, 3fr) auto",
    alignContent: "start",
    columnGap: tokens.spacingHorizontalS,
  },
  title: {
    gridColumn: "1 / 3",
    gridRow: "1",
    height: `${CARD_TITLE_HEIGHT}px`,
    display: "flex",
    alignItems: "center",
    minWidth: 0,
    fontWeight: tokens.fontWeightSemibold,
  },
  menu: { gridColumn: "3", gridRow: "1", display: "flex", alignItems: "center" },
  line: {
    gridColumn: "1 / 4",
    height: `${CARD_LINE_HEIGHT}px`,
    display: "grid",
    gridTemplateColumns: "subgrid",
    alignItems: "center",
  },
  label: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  value: { gridColumn: "2 / 4" },
  cut: { minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

interface DataTableCardProps<Row> {
  row: Row;
  index: number;
  /** Pixels from the top of the cards. */
  start: number;
  columns: readonly DataTableColumn<Row>[];
}

function Card<Row>({ row, index, start, columns }: DataTableCardProps<Row>) {
  const styles = useStyles();
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      className={styles.card}
      style={{ transform: `translateY(${start}px)`, height: `${cardHeight(columns)}px` }}
    >
      {columns.map((column, at) =>
        column.isRowHeader ? (
          <div key={column.id} role="rowheader" aria-colindex={at + 1} className={styles.title}>
            <span className={styles.cut}>{column.render(row)}</span>
          </div>
        ) : column.isMenu ? (
          <div key={column.id} role="cell" aria-colindex={at + 1} className={styles.menu}>
            {column.render(row)}
          </div>
        ) : column.isCardHidden ? null : (
          <div key={column.id} role="cell" aria-colindex={at + 1} className={styles.line}>
            <span className={styles.label} aria-hidden="true">
              {column.label}
            </span>
            <span className={`${styles.value} ${styles.cut}`}>{column.render(row)}</span>
          </div>
        ),
      )}
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
