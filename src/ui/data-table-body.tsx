import { makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { DataTableCard } from "./data-table-card";
import { DataTableGroup } from "./data-table-group";
import type { TableItem, TableItems, TableMark, TableSelection } from "./data-table-items";
import { offsetOf, type RowHeights } from "./data-table-heights";
import type { PlacedColumn, StayingCells } from "./data-table-layout";
import { DataTableRow } from "./data-table-row";
import { RowSlots } from "./row-slots";
import { rowsToDraw, type RowView } from "./use-row-window";

const useStyles = makeStyles({ rows: { position: "relative" } });

interface DataTableBodyProps<Row> {
  items: TableItems<Row>;
  itemId: (item: TableItem<Row>) => string;
  columns: readonly PlacedColumn<Row>[];
  rowLabel: (row: Row) => string;
  view: RowView;
  heights: RowHeights;
  /** The row to draw wherever it is. */
  keep: number;
  isNarrow: boolean;
  isGrouped: boolean;
  stays: StayingCells;
  selection: TableSelection | undefined;
  marks: ((row: Row) => TableMark | undefined) | undefined;
}

/** The rows that are in view, in a box as high as all of them. */
export function DataTableBody<Row>(props: DataTableBodyProps<Row>) {
  const { items, itemId, columns, view, heights, keep, isNarrow, isGrouped, selection } = props;
  const styles = useStyles();
  const Row = isNarrow ? DataTableCard : DataTableRow;
  const [rowSlots] = useState(() => new RowSlots());
  const drawn = rowsToDraw(view, items.count, keep).flatMap((index) => {
    const item = items.at(index);
    return item === undefined ? [] : [{ index, item, id: itemId(item) }];
  });
  const slots = rowSlots.of(
    drawn.map(({ id }) => id),
    drawn.find(({ index }) => index === keep)?.id,
  );
  return (
    <div
      role="rowgroup"
      className={styles.rows}
      style={{ height: `${offsetOf(heights, items.count)}px` }}
    >
      {drawn.map(({ index, item, id }, place) => {
        const start = offsetOf(heights, index);
        return item.kind === "group" ? (
          <DataTableGroup
            key={slots[place]}
            label={item.label}
            count={item.count}
            note={item.note}
            isOpen={item.isOpen}
            index={index}
            start={start}
            height={heights.head}
            columnCount={columns.length + (selection ? 1 : 0)}
          />
        ) : (
          <Row
            key={slots[place]}
            row={item.row}
            index={index}
            start={start}
            columns={columns}
            rowLabel={props.rowLabel}
            isSelected={selection?.isSelected(id)}
            mark={props.marks?.(item.row)}
            isGrouped={isGrouped}
            stays={props.stays}
          />
        );
      })}
    </div>
  );
}
