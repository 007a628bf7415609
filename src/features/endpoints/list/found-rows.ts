import type { EndpointQuery } from "../../../lib/endpoint-query/endpoint-query";
import type { EndpointRow } from "../../../queries/endpoint-list";
import type { IndexedRows } from "./use-row-index";

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

/** Answers a query without an object for every row: a hundred thousand are found while one types. */
export function findRows({ index, evaluator }: IndexedRows, query: EndpointQuery): FoundRows {
  const { rowNumbers, total } = evaluator.evaluate(query);
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
