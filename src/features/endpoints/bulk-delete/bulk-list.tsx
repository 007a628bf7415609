import { makeStyles, tokens } from "@fluentui/react-components";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useRef, type ReactNode } from "react";

const ROWS_AHEAD = 8;
/** Assumed before the browser has measured anything. */
const FIRST_HEIGHT = 480;

const useStyles = makeStyles({
  scroller: {
    flexGrow: 1,
    flexBasis: 0,
    minHeight: "200px",
    overflow: "auto",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  list: { position: "relative" },
  item: {
    position: "absolute",
    top: 0,
    left: 0,
    width: "100%",
    boxSizing: "border-box",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
});

interface BulkListProps<Row> {
  label: string;
  rows: readonly Row[];
  /** The same function at every render. */
  rowId: (row: Row) => string;
  /** Pixels that most rows are high. */
  rowHeight: number;
  children: (row: Row) => ReactNode;
}

/** A list of which only the visible rows exist, each as high as it needs; screen readers are told of all. */
export function BulkList<Row>({ label, rows, rowId, rowHeight, children }: BulkListProps<Row>) {
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  // The same for the same rows: with another one all of them are placed anew.
  const keyAt = useCallback(
    (index: number) => {
      const row = rows[index];
      return row === undefined ? index : rowId(row);
    },
    [rows, rowId],
  );
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: keyAt,
    overscan: ROWS_AHEAD,
    initialRect: { width: 0, height: FIRST_HEIGHT },
  });
  return (
    // Scrolled with the keyboard as well.
    <div ref={scroller} className={styles.scroller} tabIndex={0} role="group" aria-label={label}>
      <div
        role="list"
        aria-label={label}
        className={styles.list}
        style={{ height: `${virtualizer.getTotalSize()}px` }}
      >
        {virtualizer.getVirtualItems().map(({ key, index, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              role="listitem"
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className={styles.item}
              style={{ transform: `translateY(${start}px)` }}
            >
              {children(row)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
