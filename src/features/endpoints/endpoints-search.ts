import {
  queryFromParameters,
  queryToParameters,
  type EndpointQuery,
  type QueryParameters,
} from "../../lib/endpoint-query/endpoint-query";
import {
  layoutFromParameters,
  layoutToParameters,
  type LayoutParameters,
} from "../../lib/endpoint-query/list-layout";

/** Search parameters of `/endpoints`: everything about how the list is looked at. */
export interface EndpointsSearch extends QueryParameters, LayoutParameters {
  /** Subscription ids; or `ALL_SUBSCRIPTIONS`, which says so where none would mean the person's own. */
  subscription?: string[];
  /** Name of the saved view that this was, or still is; `PLAIN_VIEW` says that it is none. */
  view?: string;
  /** ARM id of an endpoint whose deletion has stopped: its dialog opens; `BULK_RUN` for many. */
  resume?: string;
}

/** Stands in the URL for no filter by subscription. */
export const ALL_SUBSCRIPTIONS = "all";

/** Stands in the URL for the list as it is without a saved view, where no parameter would open one. */
export const PLAIN_VIEW = "all";

/** Keeps what the list understands and drops the rest, so that any URL opens a usable list. */
export function validateEndpointsSearch(parameters: Record<string, unknown>): EndpointsSearch {
  const query = queryFromParameters(parameters);
  const search = query.search.trim() === "" ? "" : query.search;
  const { resume, view } = parameters;
  return {
    ...queryToParameters({ ...query, search }),
    ...layoutToParameters(layoutFromParameters(parameters)),
    ...(typeof view === "string" && view.trim() !== "" ? { view } : {}),
    ...(typeof resume === "string" && resume !== "" ? { resume } : {}),
  };
}

/** What to look for, with `text` in place of the URL's, which follows the typing a little later. */
export function toQuery(search: EndpointsSearch, text: string): EndpointQuery {
  const query = queryFromParameters({ ...search, q: text });
  const subscription = query.facets.subscription.filter((id) => id !== ALL_SUBSCRIPTIONS);
  return { ...query, facets: { ...query.facets, subscription } };
}
