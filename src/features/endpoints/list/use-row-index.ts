import { useMemo, useState } from "react";
import { QueryEvaluator } from "../../../lib/endpoint-query/evaluate";
import { RowIndex } from "../../../lib/endpoint-query/row-index";
import type { EndpointRow } from "../../../queries/endpoint-list";

/** The rows as an index, and what answers queries on it. `version` changes whenever they do. */
export interface IndexedRows {
  index: RowIndex<EndpointRow>;
  evaluator: QueryEvaluator<EndpointRow>;
  version: number;
}

/**
 * Keeps one index of the rows for as long as the list is shown: only what has changed is read again, and
 * a row that is what it was stays the same object.
 */
export function useRowIndex(rows: readonly EndpointRow[]): IndexedRows {
  const [{ index, evaluator }] = useState(() => {
    const empty = new RowIndex<EndpointRow>();
    return { index: empty, evaluator: new QueryEvaluator(empty) };
  });
  return useMemo(() => {
    makeEqual(index, rows);
    return { index, evaluator, version: index.version };
  }, [index, evaluator, rows]);
}

/** Doing it again changes nothing. */
function makeEqual(index: RowIndex<EndpointRow>, rows: readonly EndpointRow[]): void {
  index.put(rows);
  if (index.size === rows.length) return;
  const wanted = new Set(rows.map(({ id }) => id.toLowerCase()));
  const gone: string[] = [];
  for (let number = 0; number < index.end; number++) {
    const row = index.row(number);
    if (row !== undefined && !wanted.has(row.id.toLowerCase())) gone.push(row.id);
  }
  index.remove(gone);
}
