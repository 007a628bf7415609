import type { EndpointQuery } from "../../../lib/endpoint-query/endpoint-query";
import type { EndpointList, IndexedRows } from "../../../queries/endpoint-list";
import { usePushedRows } from "../../../queries/pushed-rows";
import { useSettled } from "../../../ui/use-settled";

/** Nobody who types is answered letter by letter from afar. */
const ASKED_AFTER_MS = 300;

/** Rows that answer a query, as far as anybody can tell now. */
export interface FoundRows {
  indexed: IndexedRows;
  /** How many there are, where that is more than there are in `indexed`. */
  total?: number;
  /** True where they are all that there are, or the first of them. */
  isRight: boolean;
}

/**
 * What a query is answered from: the rows that are here, once they are all here; until then what Azure
 * Resource Graph says, as soon as it does.
 */
export function useFoundRows(list: EndpointList, query: EndpointQuery): FoundRows {
  const isPartial = list.reading !== undefined && !list.isWhole && list.cachedAt === undefined;
  const asked = useSettled(query, ASKED_AFTER_MS);
  const pushed = usePushedRows(asked, list.indexed, isPartial);
  if (pushed !== undefined && asked === query) return { ...pushed, isRight: true };
  return { indexed: list.indexed, isRight: !isPartial };
}
