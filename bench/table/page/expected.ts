import { columns, type BenchRow, type Candidate, type ColumnId } from "./candidate";

/** What should be on the screen after a step. */
export interface Expected {
  count: number;
  /** The first of them, in order. */
  rows: readonly BenchRow[];
}

/** What a table was asked for. */
export interface Asked {
  text: string;
  sort?: ColumnId;
  method?: string;
}

const LOOKED_AT = 10;

/** Answers by the plainest means, so that no table is measured showing something else. */
export function expectedOf(
  candidate: Candidate,
  rows: readonly BenchRow[],
  { text, sort, method }: Asked,
): Expected {
  const searched = candidate.searched ?? ((row: BenchRow) => columns.map(({ id }) => row[id]));
  const found = rows.filter(
    (row) =>
      (method === undefined || row.method === method) &&
      (text === "" || searched(row).some((value) => value.toLowerCase().includes(text))),
  );
  const by = sort ?? (candidate.firstOrder === "name" ? "name" : undefined);
  return {
    count: found.length,
    rows: by === undefined ? found.slice(0, LOOKED_AT) : first(found, by),
  };
}

/** The rows come in the order of their ids, which stays among equals. */
function first(rows: readonly BenchRow[], by: ColumnId): BenchRow[] {
  const keyed = rows.map((row) => ({ row, key: row[by].toLowerCase() }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.slice(0, LOOKED_AT).map(({ row }) => row);
}
