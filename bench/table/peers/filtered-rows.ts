import { columns, type BenchRow } from "../page/candidate";

/** What a person writes who filters an array before a table that does not filter. */
export function filteredRows(
  rows: readonly BenchRow[],
  text: string,
  method: string | undefined,
): BenchRow[] {
  return rows.filter(
    (row) =>
      (method === undefined || row.method === method) &&
      (text === "" || columns.some(({ id }) => row[id].toLowerCase().includes(text))),
  );
}
