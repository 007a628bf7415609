import { useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { useEffect, useMemo } from "react";
import { useAccount } from "../../../queries/azure-context";
import { useDefaultSubscriptions } from "../default-subscriptions";
import {
  ALL_SUBSCRIPTIONS,
  validateEndpointsSearch,
  type EndpointsSearch,
} from "../endpoints-search";

interface ListSearch {
  search: EndpointsSearch;
  /** Changes some of it, without a new history entry. */
  change: (part: EndpointsSearch) => void;
}

/**
 * The search of the URL. Where it says nothing of subscriptions, the person's default ones are written
 * into it, to be seen, shared and removed like every filter; removed, the URL says that it means all.
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
  const isToStart = asked.subscription === undefined && defaults.length > 0;
  const search = useMemo(
    () => (isToStart ? { ...asked, subscription: [...defaults] } : asked),
    [asked, isToStart, defaults],
  );

  const change = useMemo(
    () => (part: EndpointsSearch) => {
      const isUnfiltered = part.subscription?.length === 0 && defaults.length > 0;
      const written = isUnfiltered ? { ...part, subscription: [ALL_SUBSCRIPTIONS] } : part;
      void navigate({
        to: "/endpoints",
        search: (before: Record<string, unknown>) =>
          validateEndpointsSearch({ ...before, ...written }),
        replace: true,
      });
    },
    [navigate, defaults],
  );

  useEffect(() => {
    // Another page may be on its way already, whose address is not to be undone.
    if (isToStart && /^\/endpoints\/?$/.test(router.state.location.pathname)) {
      change({ subscription: [...defaults] });
    }
  }, [router, change, isToStart, defaults]);

  return { search, change };
}
