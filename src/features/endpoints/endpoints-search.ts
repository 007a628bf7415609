import {
  queryFromParameters,
  queryToParameters,
  type EndpointQuery,
  type QueryParameters,
} from "../../lib/endpoint-query/endpoint-query";

/** Search parameters of `/endpoints`: everything about how the list is looked at. */
export interface EndpointsSearch extends QueryParameters {
  /** Subscription ids; or `ALL_SUBSCRIPTIONS`, which says so where none would mean the person's own. */
  subscription?: string[];
  /** ARM id of an endpoint whose deletion has stopped: its dialog opens; or `BULK_RUN`, for the run of many. */
  resume?: string;
}

/** Stands in the URL for no filter by subscription. */
export const ALL_SUBSCRIPTIONS = "all";

/** Keeps what the list understands and drops the rest, so that any URL opens a usable list. */
export function validateEndpointsSearch(parameters: Record<string, unknown>): EndpointsSearch {
  const query = queryFromParameters(parameters);
  const search = query.search.trim() === "" ? "" : query.search;
  const { resume } = parameters;
  return {
    ...queryToParameters({ ...query, search }),
    ...(typeof resume === "string" && resume !== "" ? { resume } : {}),
  };
}

/** What to look for, with `text` in place of the URL's, which follows the typing a little later. */
export function toQuery(search: EndpointsSearch, text: string): EndpointQuery {
  const query = queryFromParameters({ ...search, q: text });
  const subscription = query.facets.subscription.filter((id) => id !== ALL_SUBSCRIPTIONS);
  return { ...query, facets: { ...query.facets, subscription } };
}
