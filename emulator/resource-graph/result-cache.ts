import type { ReadTable } from "./compile-query";
import type { GraphRow, TableName } from "./schema";

/** Rows that are remembered in all: a page of a large result must not cost the whole evaluation again. */
const ROWS_AT_MOST = 400_000;
const RESULTS_AT_MOST = 200;

/** Results of queries, each good for as long as the tables that it was made from stay the same arrays. */
export interface ResultCache {
  /**
   * The rows that `evaluate` gives, or gave before for the same key when nothing that it read has changed.
   *
   * @param read the rows of a table that the asker may see: the same array until they change
   */
  rowsOf(key: string, read: ReadTable, evaluate: (read: ReadTable) => GraphRow[]): GraphRow[];
  clear(): void;
}

interface Result {
  rows: GraphRow[];
  readFrom: ReadonlyMap<TableName, readonly GraphRow[]>;
}

/** Creates an empty cache; what was used least recently goes first. */
export function createResultCache(rowsAtMost = ROWS_AT_MOST): ResultCache {
  const results = new Map<string, Result>();
  let held = 0;

  const drop = (key: string) => {
    held -= results.get(key)?.rows.length ?? 0;
    results.delete(key);
  };

  const keep = (key: string, result: Result) => {
    if (result.rows.length > rowsAtMost) return;
    results.set(key, result);
    held += result.rows.length;
    for (const oldest of results.keys()) {
      if (held <= rowsAtMost && results.size <= RESULTS_AT_MOST) break;
      drop(oldest);
    }
  };

  return {
    rowsOf(key, read, evaluate) {
      const known = results.get(key);
      if (known) drop(key);
      if (known && [...known.readFrom].every(([table, rows]) => read(table) === rows)) {
        keep(key, known);
        return known.rows;
      }
      const readFrom = new Map<TableName, readonly GraphRow[]>();
      const rows = evaluate((table) => {
        const found = read(table);
        readFrom.set(table, found);
        return found;
      });
      keep(key, { rows, readFrom });
      return rows;
    },
    clear() {
      results.clear();
      held = 0;
    },
  };
}
