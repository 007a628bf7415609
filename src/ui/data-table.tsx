import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  Suspense,
  lazy,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  type CSSProperties,
  type HTMLAttributes,
  type Ref,
} from "react";
import { DataTableBody } from "./data-table-body";
import { cardHeight } from "./data-table-card";
import { nextSort, type DataTableColumn, type DataTableSort } from "./data-table-column";
import { DataTableEnd } from "./data-table-end";
import { drawnCount, rowHeights } from "./data-table-heights";
import { DataTableHeader } from "./data-table-header";
import {
  itemIdBy,
  type TableDensity,
  type TableItems,
  type TableMark,
  type TableSelection,
} from "./data-table-items";
import { stayingCells, tableRoom } from "./data-table-layout";
import {
  COLUMNS_VARIABLE,
  HEADER_ROOM,
  NARROW,
  ROW_HEIGHTS,
  ROW_HEIGHT_VARIABLE,
} from "./data-table-styles";
import { useBriefly } from "./use-briefly";
import { useColumnResize, withWidth } from "./use-column-resize";
import { useElementWidth } from "./use-element-width";
import { useFirstItems } from "./use-first-items";
import { useGridEvents } from "./use-grid-events";
import { useGridPlace } from "./use-grid-place";
import { useMediaQuery } from "./use-media-query";
import { NOTHING_IN_VIEW, rowView, useBoxView, useRowsAhead } from "./use-row-window";
import { useShownColumns } from "./use-shown-columns";
import { useTopOnChange } from "./use-top-on-change";

export type { DataTableColumn, DataTableSort } from "./data-table-column";

const CardSort = lazy(async () => ({
  default: (await import("./data-table-card-sort")).CardSort,
}));

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
  // As high as what it stands for, which windows that show a table never load.
  cardSort: { height: "32px" },
  scroller: { flexGrow: 1, flexBasis: 0, minHeight: 0, overflow: "auto" },
});

/** How long the rows that a refresh has changed are marked. */
const MARKED_MS = 2_000;

const UNSORTED: readonly DataTableSort[] = [];

/** What can be done to a table from outside. */
export interface DataTableHandle {
  /** Gives the focus to the cell that had it last. */
  focus: () => void;
}

export interface DataTableProps<Row> {
  ref?: Ref<DataTableHandle>;
  label: string;
  /** In the order shown. */
  columns: readonly DataTableColumn<Row>[];
  items: TableItems<Row>;
  rowId: (row: Row) => string;
  /** Names a row apart from the others, for the box that selects it. The same function at every render. */
  rowLabel: (row: Row) => string;
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
  /** What `onRowFocus` told last, to give it the focus at first, to come back to where one was. */
  initialRow?: string;
  /** A row, or the head of a group, has the focus; `id` is for `initialRow` and for nothing else. */
  onRowFocus?: (id: string) => void;
  /** How high rows are: 36 pixels, or 28. */
  density?: TableDensity;
  /** A person has chosen a width, in pixels. */
  onResizeColumn?: (id: string, width: number) => void;
  /** The ids of the columns that have not left, once known and whenever they are others; undefined at its end. */
  onColumns?: (ids: readonly string[] | undefined) => void;
  /** A person wants a column to have another place in `columns`. */
  onMoveColumn?: (id: string, toIndex: number) => void;
  onToggleGroup?: (id: string, isOpen: boolean) => void;
  onOpen?: (row: Row) => void;
  selection?: TableSelection;
  /** What a refresh did to a row, to mark it briefly. */
  marks?: (row: Row) => TableMark | undefined;
}

/**
 * A grid (ARIA Authoring Practices) of which only the visible rows exist, for any number of them; a tree
 * grid where rows are in groups. Fills the flex column that it is in and scrolls by itself, its header
 * staying in view; where there is little room the columns with `leavesFirst` leave, and on narrow screens
 * rows are cards. Counts and positions of rows are told to screen readers as if all were there. It is one
 * stop of the Tab key: what cells hold must have a `tabIndex` of -1.
 */
export function DataTable<Row>({ ref, ...props }: DataTableProps<Row>) {
  const {
    label,
    items: allItems,
    rowId,
    sort = UNSORTED,
    onSort,
    selection,
    density = "comfortable",
  } = props;
  const styles = useStyles();
  const isNarrow = useMediaQuery(NARROW);
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const width = useElementWidth(scroller);
  const hasSelection = selection !== undefined;
  const columns = useShownColumns(
    props.columns,
    { width, isNarrow, hasSelection },
    props.onColumns,
  );
  const resize = useColumnResize(props.onResizeColumn);
  const room = tableRoom(withWidth(columns, resize.resizing), hasSelection);
  const rowHeight = isNarrow ? cardHeight(columns) : ROW_HEIGHTS[density];
  const isGrouped = allItems.headsBefore !== undefined;
  const heights = rowHeights(rowHeight, allItems.headsBefore);
  const items = useFirstItems(allItems, drawnCount(heights, allItems.count));
  const endId = useId();
  const box = useBoxView(scroller, Math.min(heights.row, heights.head), props.initialOffset);
  const ahead = useRowsAhead();
  // Once the columns that fit are known: no row is drawn twice before the first paint.
  const view =
    width === undefined ? NOTHING_IN_VIEW : rowView(box, heights, { count: items.count, ahead });
  const itemId = useMemo(() => itemIdBy(rowId), [rowId]);
  const firstRow = isNarrow ? 0 : -1;
  // Once: not again for rows that are scrolled to later.
  const marks = useBriefly(props.marks, MARKED_MS);
  const focus = useGridPlace(grid, {
    items,
    itemId,
    queryKey: props.queryKey,
    firstRow,
    initialId: props.initialRow,
    onFocusAt: props.onRowFocus,
    startColumn: columns.findIndex(({ isRowHeader }) => isRowHeader) + (hasSelection ? 1 : 0),
  });
  useImperativeHandle(ref, () => ({ focus: focus.focus }));
  useTopOnChange(scroller, props.queryKey);
  const events = useGridEvents({
    items,
    itemId,
    place: focus.place,
    moveTo: focus.moveTo,
    page: Math.max(Math.floor(box.height / rowHeight) - 2, 1),
    firstRow,
    selection,
    textAt: (row, column) =>
      isNarrow ? undefined : columns[hasSelection ? column - 1 : column]?.text(row),
    onOpen: props.onOpen,
    onToggleGroup: props.onToggleGroup,
    onSort: (id, isAdded) => onSort?.(nextSort(sort, id, isAdded)),
    onResize: resize.enter,
    onMoveColumn: (id, by) => {
      const neighbour = columns[columns.findIndex((column) => column.id === id) + by];
      if (!props.onMoveColumn || neighbour === undefined || neighbour.isMenu) return;
      const moved = columns.find((column) => column.id === id);
      // Pinned columns stay among themselves.
      if ((moved?.left === undefined) !== (neighbour.left === undefined)) return;
      props.onMoveColumn(
        id,
        props.columns.findIndex((column) => column.id === neighbour.id),
      );
      focus.expectAt({ row: -1, column: focus.place.column + by });
    },
  });

  return (
    <div className={mergeClasses(styles.root, isNarrow && styles.tall)}>
      {isNarrow && onSort && (
        <Suspense fallback={<div className={styles.cardSort} />}>
          <CardSort columns={columns} sort={sort} onSort={onSort} selection={selection} />
        </Suspense>
      )}
      <div
        ref={scroller}
        className={styles.scroller}
        // What sticks does not cover the cell that has the focus.
        style={
          isNarrow
            ? undefined
            : { scrollPadding: `${HEADER_ROOM}px ${room.atEnd}px 0 ${room.atStart}px` }
        }
        onScroll={(event) => props.onScroll?.(event.currentTarget.scrollTop)}
      >
        <div
          ref={grid}
          role={isGrouped ? "treegrid" : "grid"}
          aria-label={label}
          aria-describedby={items === allItems ? undefined : endId}
          aria-rowcount={(props.rowCount ?? allItems.count) + 1}
          aria-colcount={columns.length + (hasSelection ? 1 : 0)}
          aria-multiselectable={hasSelection || undefined}
          style={
            {
              minWidth: isNarrow ? undefined : `${room.least}px`,
              [COLUMNS_VARIABLE]: room.template,
              [ROW_HEIGHT_VARIABLE]: `${rowHeight}px`,
            } as CSSProperties
          }
          {...gridHandlers(resize, events, focus)}
        >
          <DataTableHeader
            columns={columns}
            sort={sort}
            canSort={onSort !== undefined}
            canResize={props.onResizeColumn !== undefined}
            resizing={resize.resizing}
            selected={selection?.shown}
            isHidden={isNarrow}
          />
          <DataTableBody
            items={items}
            itemId={itemId}
            columns={columns}
            rowLabel={props.rowLabel}
            view={view}
            heights={heights}
            keep={focus.place.row}
            isNarrow={isNarrow}
            isGrouped={isGrouped}
            stays={width === undefined ? "none" : stayingCells(room.least > width, box.isAside)}
            selection={selection}
            marks={marks}
          />
        </div>
        {items !== allItems && (
          <DataTableEnd
            id={endId}
            drawn={items.count - heights.headsBefore(items.count)}
            count={props.rowCount ?? allItems.count - heights.headsBefore(allItems.count)}
          />
        )}
      </div>
    </div>
  );
}

/** Everything that happens in the grid is heard at its root: rows have no handlers of their own. */
function gridHandlers(
  resize: ReturnType<typeof useColumnResize>,
  events: ReturnType<typeof useGridEvents>,
  focus: ReturnType<typeof useGridPlace>,
): HTMLAttributes<HTMLDivElement> {
  return {
    onKeyDown: (event) => {
      if (!resize.onKeyDown(event)) events.onKeyDown(event);
    },
    onMouseDown: events.onMouseDown,
    onMouseOver: events.onMouseOver,
    onMouseOut: events.onMouseOut,
    onClick: events.onClick,
    onPointerDown: resize.onPointerDown,
    onPointerMove: resize.onPointerMove,
    onPointerUp: resize.onPointerUp,
    onPointerCancel: resize.onPointerUp,
    onFocus: focus.onFocus,
    onBlur: (event) => {
      resize.onBlur();
      focus.onBlur(event);
    },
  };
}
