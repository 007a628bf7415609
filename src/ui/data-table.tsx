import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { defaultRangeExtractor, useVirtualizer, type Range } from "@tanstack/react-virtual";
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type RefObject,
} from "react";
import { DataTableCard, cardHeight } from "./data-table-card";
import {
  fittingColumns,
  gridTemplate,
  leastWidth,
  type DataTableColumn,
  type DataTableSort,
} from "./data-table-column";
import { DataTableHeader } from "./data-table-header";
import type { TableDensity, TableItems, TableMark, TableSelection } from "./data-table-items";
import { DataTableRow } from "./data-table-row";
import { NARROW, ROW_HEIGHT } from "./data-table-styles";
import { SelectField } from "./select-field";
import { useElementWidth } from "./use-element-width";
import { useMediaQuery } from "./use-media-query";

export type { DataTableColumn, DataTableSort } from "./data-table-column";

const ROWS_AHEAD = 12;
/** Rows assumed before the browser has measured the table, so that the first paint has rows. */
const FIRST_HEIGHT = 600;

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    flexGrow: 1,
    flexShrink: 1,
    flexBasis: 0,
    minHeight: "280px",
    maxHeight: "100dvh",
  },
  tall: { minHeight: "70dvh" },
  scroller: { flexGrow: 1, flexBasis: 0, minHeight: 0, overflow: "auto" },
  // Below the header, which sticks, and beside the sticking first column.
  padded: { scrollPaddingTop: `${ROW_HEIGHT}px` },
  rows: { position: "relative" },
});

export interface DataTableProps<Row> {
  label: string;
  columns: readonly DataTableColumn<Row>[];
  items: TableItems<Row>;
  rowId: (row: Row) => string;
  /** The first counts most. */
  sort?: readonly DataTableSort[];
  onSort?: (sort: readonly DataTableSort[]) => void;
  /** Rows there are in all, where that is more than `items`. */
  rowCount?: number;
  /** What the rows are a result of: when it changes, the table goes to its top. */
  queryKey?: string;
  /** Pixels to begin at, to come back to where one was. */
  initialOffset?: number;
  onScroll?: (offset: number) => void;
  /** How high rows are: 36 pixels, or 28. */
  density?: TableDensity;
  onResizeColumn?: (id: string, width: number) => void;
  onMoveColumn?: (id: string, toIndex: number) => void;
  onToggleGroup?: (id: string) => void;
  onOpen?: (row: Row) => void;
  selection?: TableSelection;
  /** What a refresh did to a row, to mark it briefly. */
  marks?: (row: Row) => TableMark | undefined;
}

/**
 * A table of which only the visible rows exist, for any number of them. Fills the flex column that it
 * is in and scrolls by itself, its header staying in view; where there is little room the columns with
 * `leavesFirst` leave, and on narrow screens rows are cards. Counts
 * and positions of rows are told to screen readers as if all were there.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, sort = [], onSort, rowCount = props.items.count } = props;
  const styles = useStyles();
  const isNarrow = useMediaQuery(NARROW);
  const scroller = useRef<HTMLDivElement>(null);
  const width = useElementWidth(scroller);
  const columns = useMemo(
    () => (isNarrow ? props.columns : fittingColumns(props.columns, width)),
    [props.columns, isNarrow, width],
  );
  const template = gridTemplate(columns);
  const { items, totalSize, onFocus, onBlur } = useVisibleRows(props, isNarrow, scroller);
  useTopOnChange(scroller, props.queryKey);

  return (
    <div className={mergeClasses(styles.root, isNarrow && styles.tall)}>
      {isNarrow && onSort && <CardSort columns={columns} sort={sort} onSort={onSort} />}
      <div
        ref={scroller}
        className={mergeClasses(styles.scroller, !isNarrow && styles.padded)}
        onScroll={(event) => props.onScroll?.(event.currentTarget.scrollTop)}
      >
        <div
          role="table"
          aria-label={label}
          aria-rowcount={rowCount + 1}
          aria-colcount={columns.length}
          style={isNarrow ? undefined : { minWidth: `${leastWidth(columns)}px` }}
        >
          <DataTableHeader
            columns={columns}
            template={template}
            sort={sort}
            onSort={onSort}
            isHidden={isNarrow}
          />
          <div
            role="rowgroup"
            className={styles.rows}
            style={{ height: `${totalSize}px` }}
            onFocus={onFocus}
            onBlur={onBlur}
          >
            {items.map(({ row, id, index, start }) =>
              isNarrow ? (
                <DataTableCard key={id} row={row} index={index} start={start} columns={columns} />
              ) : (
                <DataTableRow
                  key={id}
                  row={row}
                  index={index}
                  start={start}
                  columns={columns}
                  template={template}
                />
              ),
            )}
          </div>
        </div>
      </div>
    </div>
  );
}

interface CardSortProps<Row> {
  columns: readonly DataTableColumn<Row>[];
  sort: readonly DataTableSort[];
  onSort: (sort: readonly DataTableSort[]) => void;
}

/** Cards have no header to click. */
function CardSort<Row>({ columns, sort, onSort }: CardSortProps<Row>) {
  const options = columns
    .filter(({ isSortable }) => isSortable)
    .flatMap(({ id, label }) => [
      { value: `${id} ascending`, label: `${label}, A to Z` },
      { value: `${id} descending`, label: `${label}, Z to A` },
    ]);
  return (
    <SelectField
      label="Sort by"
      value={sort[0] ? `${sort[0].id} ${sort[0].direction}` : ""}
      onChange={(value) => {
        const [id = "", direction] = value.split(" ");
        onSort([{ id, direction: direction === "descending" ? "descending" : "ascending" }]);
      }}
      options={options}
    />
  );
}

function useVisibleRows<Row>(
  { items: all, rowId, columns, initialOffset }: DataTableProps<Row>,
  isNarrow: boolean,
  scroller: RefObject<HTMLDivElement | null>,
) {
  const [focusedIndex, setFocusedIndex] = useState<number>();
  const rowHeight = isNarrow ? cardHeight(columns) : ROW_HEIGHT;
  const virtualizer = useVirtualizer({
    count: all.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    // Without this a change of the height would be noticed only after scrolling.
    getItemKey: useCallback((index: number) => `${rowHeight} ${index}`, [rowHeight]),
    overscan: ROWS_AHEAD,
    initialOffset,
    initialRect: { width: 0, height: FIRST_HEIGHT },
    // A row that has focus is kept, or scrolling it out of view would lose the person's place.
    rangeExtractor: useCallback(
      (range: Range) => withFocused(defaultRangeExtractor(range), focusedIndex, range.count),
      [focusedIndex],
    ),
  });
  const items = virtualizer.getVirtualItems().flatMap(({ index, start }) => {
    const item = all.at(index);
    return item?.kind === "row" ? [{ row: item.row, id: rowId(item.row), index, start }] : [];
  });
  return {
    items,
    totalSize: virtualizer.getTotalSize(),
    onFocus: (event: FocusEvent) => setFocusedIndex(indexOf(event.target)),
    onBlur: () => setFocusedIndex(undefined),
  };
}

function useTopOnChange(
  scroller: RefObject<HTMLDivElement | null>,
  queryKey: string | undefined,
): void {
  const shownKey = useRef(queryKey);
  useEffect(() => {
    if (shownKey.current === queryKey) return;
    shownKey.current = queryKey;
    scroller.current?.scrollTo({ top: 0 });
  }, [scroller, queryKey]);
}

function withFocused(indexes: number[], focused: number | undefined, count: number): number[] {
  if (focused === undefined || focused >= count || indexes.includes(focused)) return indexes;
  return [...indexes, focused].sort((a, b) => a - b);
}

function indexOf(target: EventTarget): number | undefined {
  const row = target instanceof Element ? target.closest("[data-index]") : null;
  const index = row?.getAttribute("data-index");
  return index === null || index === undefined ? undefined : Number(index);
}
