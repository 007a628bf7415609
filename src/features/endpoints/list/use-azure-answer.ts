import { useLayoutEffect } from "react";
import {
  emptyQuery,
  findsTheSame,
  sortToText,
  type EndpointQuery,
} from "../../../lib/endpoint-query/endpoint-query";
import type { EndpointList } from "../../../queries/endpoint-list";
import { canPushDown } from "../../../queries/endpoint-query/to-kql";
import { usePushedRows } from "../../../queries/pushed-rows";
import { useSettled } from "../../../ui/use-settled";

/** Nobody who types is answered letter by letter from afar. */
const ASKED_AFTER_MS = 300;

/** What Azure says of a query while the list is not all here. */
export interface AzureAnswer {
  /** So many of the rows that are here come first in all; absent: they are all that are known. */
  limit?: number;
  /** Rows that match, as far as Azure has said. */
  total: number;
  /** True once it has said so of this query. */
  isAnswered: boolean;
  /** True while it may tell of more. */
  isAwaited: boolean;
}

/** True for what the reading begins with: everything, by name. */
function opensWith(query: EndpointQuery): boolean {
  const { sort } = emptyQuery();
  return findsTheSame(query, emptyQuery()) && sortToText(query.sort) === sortToText(sort);
}

/**
 * Asks Azure Resource Graph for the rows of a query while they are not all here, and adds its answer to the list:
 * what is shown is right from the first second. What the reading itself begins with is not asked for.
 */
export function useAzureAnswer(list: EndpointList, query: EndpointQuery): AzureAnswer {
  const { missing, reading } = list;
  // The cache is nearer; what only instances tell is not asked of the index.
  const isPartial = missing !== undefined && missing.from !== "cache" && reading !== undefined;
  const asked = useSettled(query, ASKED_AFTER_MS);
  const first = isPartial ? reading.firstByName : 0;
  const isRead = (one: EndpointQuery) => first > 0 && opensWith(one);
  const { answer, isAwaited } = usePushedRows(asked, isPartial && !isRead(asked));
  const { addFound } = list;
  // Before they are painted.
  useLayoutEffect(() => {
    if (answer !== undefined) addFound(answer.rows);
  }, [addFound, answer]);
  if (isRead(query)) return { total: 0, isAnswered: true, isAwaited: false, limit: first };
  const isAnswered = asked === query && answer !== undefined;
  if (asked !== query) return { total: 0, isAnswered, isAwaited: isPartial && canPushDown(query) };
  if (answer === undefined) return { total: 0, isAnswered, isAwaited };
  const { rows, total } = answer;
  return { total, isAnswered, isAwaited, ...(total > rows.length ? { limit: rows.length } : {}) };
}
