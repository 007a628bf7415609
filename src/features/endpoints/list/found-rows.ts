import type { EndpointQuery } from "../../../lib/endpoint-query/endpoint-query";
import type { EndpointRow, IndexedRows } from "../../../queries/endpoint-list";

/** The rows that a query found, in order; the objects of the index, which outlive a refresh. */
export interface FoundRows {
  count: number;
  /** Their numbers in the index. */
  rowNumbers: Uint32Array;
  /** The row at a place. */
  at: (place: number) => EndpointRow | undefined;
  /** Its id in lower case. */
  keyAt: (place: number) => string | undefined;
  /** All of them, one after the other. */
  all: () => Generator<EndpointRow>;
}

/**
 * Answers a query without an object for every row: a hundred thousand are found while one types. Gives the
 * first `limit` where that is given.
 */
export function findRows(
  { index, evaluator }: IndexedRows,
  query: EndpointQuery,
  limit = Infinity,
): FoundRows {
  const rowNumbers = evaluator.evaluate(query).rowNumbers.subarray(0, limit);
  const total = rowNumbers.length;
  const at = (place: number) => {
    const number = rowNumbers[place];
    return number === undefined ? undefined : index.row(number);
  };
  return {
    count: total,
    rowNumbers,
    at,
    keyAt: (place) => {
      const number = rowNumbers[place];
      return number === undefined ? undefined : index.keyOf(number);
    },
    *all() {
      for (let place = 0; place < total; place++) {
        const row = at(place);
        if (row !== undefined) yield row;
      }
    },
  };
}
