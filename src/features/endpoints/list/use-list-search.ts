import { useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { useAccount } from "../../../queries/azure-context";
import { useDefaultSubscriptions } from "../default-subscriptions";
import {
  ALL_SUBSCRIPTIONS,
  validateEndpointsSearch,
  type EndpointsSearch,
} from "../endpoints-search";
import { areSameSubscriptions, givenToUrl, subscriptionsToShow } from "./subscription-defaults";

interface ListSearch {
  search: EndpointsSearch;
  /** Changes some of it, without a new history entry. */
  change: (part: EndpointsSearch) => void;
}

/**
 * The search of the URL. Where it says nothing of subscriptions, the person's default ones are written
 * into it, to be seen, shared and removed like every filter, and change there when the settings do.
 * Removed, the URL says that it means all.
 */
export function useListSearch(): ListSearch {
  const parameters: unknown = useSearch({ strict: false });
  const [defaults] = useDefaultSubscriptions(useAccount().id);
  const router = useRouter();
  const navigate = useNavigate();
  const asked = useMemo(
    () => validateEndpointsSearch(parameters as Record<string, unknown>),
    [parameters],
  );
  const subscription = useSubscriptionsToShow(asked.subscription, defaults);
  const search = useMemo(
    () => (subscription === asked.subscription ? asked : { ...asked, subscription }),
    [asked, subscription],
  );

  const change = useMemo(
    () => (part: EndpointsSearch) => {
      // Another page may be on its way already, whose address is not to be undone.
      if (!/^\/endpoints\/?$/.test(router.state.location.pathname)) return;
      const isUnfiltered = part.subscription?.length === 0 && defaults.length > 0;
      const written = isUnfiltered ? { ...part, subscription: [ALL_SUBSCRIPTIONS] } : part;
      void navigate({
        to: "/endpoints",
        search: (before: Record<string, unknown>) =>
          validateEndpointsSearch({ ...before, ...written }),
        replace: true,
      });
    },
    [router, navigate, defaults],
  );

  useEffect(() => {
    if (!areSameSubscriptions(subscription, asked.subscription)) change({ subscription });
  }, [change, asked, subscription]);

  return { search, change };
}

/** See `subscriptionsToShow`. */
function useSubscriptionsToShow(asked: string[] | undefined, defaults: readonly string[]) {
  const [given, setGiven] = useState<readonly string[]>();
  const nowGiven = givenToUrl(asked, given, defaults);
  if (nowGiven !== given) setGiven(nowGiven);
  const shown = subscriptionsToShow(asked, nowGiven, defaults);
  return useMemo(() => (shown === asked ? asked : shown && [...shown]), [shown, asked]);
}
