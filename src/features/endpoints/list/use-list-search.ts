import { useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useAccount } from "../../../queries/azure-context";
import { useDefaultSubscriptions } from "../default-subscriptions";
import {
  queryFromParameters,
  queryToParameters,
  withFacet,
  type EndpointQuery,
} from "../../../lib/endpoint-query/endpoint-query";
import {
  layoutFromParameters,
  layoutToParameters,
  type ListLayout,
} from "../../../lib/endpoint-query/list-layout";
import {
  ALL_SUBSCRIPTIONS,
  validateEndpointsSearch,
  type EndpointsSearch,
} from "../endpoints-search";
import { explicitSearch, openedSearch, type SavedViews } from "./views/saved-views";
import { useSavedViews } from "./views/use-saved-views";
import { areSameSubscriptions, givenToUrl, subscriptionsToShow } from "./subscription-defaults";

interface ListSearch {
  search: EndpointsSearch;
  /** Changes what is looked for, without a new history entry. */
  change: (edit: (query: EndpointQuery) => EndpointQuery) => void;
  /** Changes how it is laid out, likewise. */
  changeLayout: (edit: (layout: ListLayout) => ListLayout) => void;
  /** Shows the list as another address would, with a new history entry. */
  open: (search: EndpointsSearch) => void;
}

/**
 * The search of the URL. Where it says nothing at all, the person's default view is written into it; where
 * it says nothing of subscriptions, their default ones are, to be seen, shared and removed like every
 * filter, and change there when the settings do. Removed, the URL says that it means all.
 */
export function useListSearch(): ListSearch {
  const parameters: unknown = useSearch({ strict: false });
  const [defaults] = useDefaultSubscriptions(useAccount().id);
  const [saved] = useSavedViews();
  const { asked, isOpened } = useMemo(() => {
    const said = validateEndpointsSearch(parameters as Record<string, unknown>);
    const opened = openedSearch(saved, said);
    return { asked: opened, isOpened: opened !== said };
  }, [parameters, saved]);
  const subscription = useSubscriptionsToShow(asked.subscription, defaults);
  const search = useMemo(
    () => (subscription === asked.subscription ? asked : { ...asked, subscription }),
    [asked, subscription],
  );
  const { write, open } = useSearchWriter(saved);

  const change = useCallback(
    (edit: (query: EndpointQuery) => EndpointQuery) =>
      write((before) => {
        const after = edit(queryFromParameters({ ...before }));
        const isUnfiltered = after.facets.subscription.length === 0 && defaults.length > 0;
        const written = isUnfiltered
          ? withFacet(after, "subscription", [ALL_SUBSCRIPTIONS])
          : after;
        return { ...restOf(before), ...layoutOf(before), ...queryToParameters(written) };
      }),
    [write, defaults],
  );

  const changeLayout = useCallback(
    (edit: (layout: ListLayout) => ListLayout) =>
      write((before) => {
        const query = queryToParameters(queryFromParameters({ ...before }));
        const layout = edit(layoutFromParameters({ ...before }));
        return { ...restOf(before), ...query, ...layoutToParameters(layout) };
      }),
    [write],
  );

  useEffect(() => {
    if (!areSameSubscriptions(subscription, asked.subscription)) {
      change((query) => withFacet(query, "subscription", subscription ?? []));
    } else if (isOpened) {
      change((query) => query);
    }
  }, [change, asked, subscription, isOpened]);

  return { search, change, changeLayout, open };
}

type EditSearch = (before: EndpointsSearch) => EndpointsSearch;

/** Writes the address of the list; `write` without, `open` with a new history entry. */
function useSearchWriter(saved: SavedViews) {
  const router = useRouter();
  const navigate = useNavigate();
  return useMemo(() => {
    const go = (edit: EditSearch, replace: boolean) => {
      // Another page may be on its way already, whose address is not to be undone.
      if (!/^\/endpoints\/?$/.test(router.state.location.pathname)) return;
      const search = (before: Record<string, unknown>) => {
        const after = edit(openedSearch(saved, validateEndpointsSearch(before)));
        return explicitSearch(saved, validateEndpointsSearch({ ...after }));
      };
      void navigate({ to: "/endpoints", search, replace });
    };
    return {
      write: (edit: EditSearch) => go(edit, true),
      open: (search: EndpointsSearch) => go(() => search, false),
    };
  }, [router, navigate, saved]);
}

/** What is neither of the query nor of the layout. */
function restOf({ view, resume }: EndpointsSearch) {
  return { view, resume };
}

function layoutOf(search: EndpointsSearch) {
  return layoutToParameters(layoutFromParameters({ ...search }));
}

/** See `subscriptionsToShow`. */
function useSubscriptionsToShow(asked: string[] | undefined, defaults: readonly string[]) {
  const [given, setGiven] = useState<readonly string[]>();
  const nowGiven = givenToUrl(asked, given, defaults);
  if (nowGiven !== given) setGiven(nowGiven);
  const shown = subscriptionsToShow(asked, nowGiven, defaults);
  return useMemo(() => (shown === asked ? asked : shown && [...shown]), [shown, asked]);
}
