import {
  FluentProvider,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  webLightTheme,
} from "@fluentui/react-components";
import { memo, useState, type CSSProperties, type ReactNode } from "react";
import { columns, type BenchRow } from "../page/candidate";

/** Pixels. */
export const ROW_HEIGHT = 36;
const HEIGHT = 760;
const AHEAD = 6;

const scroller: CSSProperties = { height: `${HEIGHT}px`, overflow: "auto" };
const header: CSSProperties = {
  position: "sticky",
  top: 0,
  zIndex: 1,
  backgroundColor: "var(--colorNeutralBackground1)",
};
const oneLine: CSSProperties = { overflow: "hidden", whiteSpace: "nowrap" };

interface WindowedTableProps {
  count: number;
  rowAt: (place: number) => BenchRow | undefined;
}

/** Draws the rows in view with Fluent's table parts, and nothing else. */
export function WindowedTable({ count, rowAt }: WindowedTableProps) {
  const [top, setTop] = useState(0);
  const from = Math.max(0, Math.floor(top / ROW_HEIGHT) - AHEAD);
  const until = Math.min(count, Math.ceil((top + HEIGHT) / ROW_HEIGHT) + AHEAD);
  const drawn: ReactNode[] = [];
  for (let place = from; place < until; place++) {
    const row = rowAt(place);
    if (row !== undefined) drawn.push(<Row key={row.id} row={row} place={place} />);
  }
  return (
    <FluentProvider theme={webLightTheme}>
      <div style={scroller} onScroll={(event) => setTop(event.currentTarget.scrollTop)}>
        <Table noNativeElements aria-label="Endpoints" aria-rowcount={count + 1}>
          <TableHeader style={header}>
            <TableRow>
              {columns.map(({ id, label }) => (
                <TableHeaderCell key={id}>{label}</TableHeaderCell>
              ))}
            </TableRow>
          </TableHeader>
          <TableBody style={{ position: "relative", height: `${count * ROW_HEIGHT}px` }}>
            {drawn}
          </TableBody>
        </Table>
      </div>
    </FluentProvider>
  );
}

const Row = memo(function Row({ row, place }: { row: BenchRow; place: number }) {
  return (
    <TableRow
      aria-rowindex={place + 2}
      style={{
        position: "absolute",
        top: 0,
        width: "100%",
        height: `${ROW_HEIGHT}px`,
        transform: `translateY(${place * ROW_HEIGHT}px)`,
      }}
    >
      {columns.map(({ id }) => (
        <TableCell key={id} style={oneLine}>
          {row[id]}
        </TableCell>
      ))}
    </TableRow>
  );
});
