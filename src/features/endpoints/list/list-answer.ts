import type { EndpointQuery } from "../../../lib/endpoint-query/endpoint-query";
import { facetIds } from "../../../lib/endpoint-query/fields";
import type { EndpointList, MissingRows } from "../../../queries/endpoint-list";
import { countOf, matchCount } from "./count-of";
import type { AzureAnswer } from "./use-azure-answer";

/** What is known of the answer to a query, of whose rows some may not be here. */
export interface ListAnswer {
  /** Rows that match, as far as is known. */
  matching: number;
  /** Rows there are, matching or not. */
  total: number;
  /** True where nobody knows how many there are: those that are here are the total. */
  isTotalOpen: boolean;
  /** True while more rows may match. */
  mayBeMore: boolean;
  /** What may tell of more; absent while nothing does. */
  awaited?: "azure" | "usage" | MissingRows["from"];
  /** True while no row that matches is here, and some may come: that there is none is no answer yet. */
  isPending: boolean;
}

type AnsweringList = Pick<
  EndpointList,
  "size" | "missing" | "isReading" | "isWhole" | "usageReading"
> & {
  indexed: { index: { isUsageKnown: () => boolean } };
};

/** Brings together what the rows that are here tell of a query, and what Azure does. `found`: the former. */
export function listAnswer(
  list: AnsweringList,
  query: EndpointQuery,
  azure: AzureAnswer,
  found: number,
): ListAnswer {
  const { missing, size } = list;
  const total = Math.max(missing?.total ?? 0, size);
  const isTotalOpen = missing !== undefined && missing.total === undefined;
  const isOpen = isFiltered(query) ? !azure.isAnswered : isTotalOpen;
  const areRowsOpen = missing !== undefined && isOpen;
  const isUsageOpen = query.facets.usage.length > 0 && !list.indexed.index.isUsageKnown();
  const usage = isUsageOpen && isUsageComing(list) ? "usage" : undefined;
  const others =
    list.usageReading === "reading" ? (usage ?? missing?.from) : (missing?.from ?? usage);
  const awaited = azure.isAwaited ? "azure" : others;
  const mayBeMore = areRowsOpen || isUsageOpen;
  return {
    matching: Math.max(azure.total, isFiltered(query) ? found : total),
    total,
    isTotalOpen,
    mayBeMore,
    ...(awaited === undefined ? {} : { awaited }),
    isPending: found === 0 && mayBeMore && awaited !== undefined,
  };
}

/** How many rows match, in words that state only what is known. */
export function answerCount(answer: ListAnswer): string {
  const { matching, total, isTotalOpen, mayBeMore, isPending } = answer;
  const count =
    isPending && matching === 0
      ? `Looking among ${countOf(total, "registry endpoint")}`
      : matchCount(matching, total, mayBeMore && !(isTotalOpen && matching === 0));
  return `${count}${isTotalOpen ? " so far" : ""}`;
}

function isFiltered({ search, facets }: EndpointQuery): boolean {
  return search.trim() !== "" || facetIds.some((id) => facets[id].length > 0);
}

/** True while it is read who uses the rows, or will be: it is once all rows are. */
export function isUsageComing({
  usageReading,
  isReading,
  isWhole,
}: Pick<AnsweringList, "usageReading" | "isReading" | "isWhole">): boolean {
  return usageReading === "unread" ? isReading || isWhole : usageReading === "reading";
}
