import { useImperativeHandle, useMemo, useState } from "react";
import { columns, type BenchRow, type ColumnId, type ListProps } from "../page/candidate";
import { reactCandidate } from "../page/react-candidate";
import { WindowedTable } from "./windowed-table";

/** Made before the time runs: by row the text to look in, and by column the order of the rows. */
interface Precomputed {
  texts: readonly string[];
  orders: Record<ColumnId, Uint32Array>;
  asGiven: Uint32Array;
}

let precomputed: Precomputed = {
  texts: [],
  orders: {} as Record<ColumnId, Uint32Array>,
  asGiven: new Uint32Array(0),
};

function prepare(rows: readonly BenchRow[]): void {
  const asGiven = Uint32Array.from(rows, (_, number) => number);
  const orders = columns.map(({ id }) => {
    const keys = rows.map((row) => row[id].toLowerCase());
    const compare = (a: number, b: number) => {
      const [one = "", other = ""] = [keys[a], keys[b]];
      return one < other ? -1 : one > other ? 1 : a - b;
    };
    return [id, asGiven.slice().sort(compare)] as const;
  });
  precomputed = {
    texts: rows.map((row) => columns.map(({ id }) => row[id].toLowerCase()).join("\n")),
    orders: Object.fromEntries(orders) as Record<ColumnId, Uint32Array>,
    asGiven,
  };
}

/** As little as can be done: one pass over ready texts in a ready order, and the rows in view drawn. */
function FloorList({ rows, controls }: ListProps) {
  const [text, setText] = useState("");
  const [sort, setSort] = useState<ColumnId>();
  const [method, setMethod] = useState<string>();
  const shown = useMemo(() => {
    const { texts, orders, asGiven } = precomputed;
    const order = sort === undefined ? asGiven : orders[sort];
    return text === "" && method === undefined
      ? order
      : order.filter(
          (number) =>
            (method === undefined || rows[number]?.method === method) &&
            texts[number]?.includes(text),
        );
  }, [rows, text, sort, method]);

  useImperativeHandle(
    controls,
    () => ({
      setFilterText: setText,
      sortBy: setSort,
      clickFacet: setMethod,
      count: () => shown.length,
    }),
    [shown],
  );
  return <WindowedTable count={shown.length} rowAt={(place) => rows[shown[place] ?? 0]} />;
}

export const candidate = reactCandidate(FloorList, { prepare });
