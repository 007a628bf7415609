import { queryOptions, useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { AzureClient } from "../azure/client";
import type { Subscription } from "../azure/resources/subscription";
import { useAccount, useAzure, type Account } from "./azure-context";

/** They change rarely, and every page needs their names. */
const FRESH_FOR_MS = 10 * 60_000;

/** Every subscription that the person can see, by name; asked once `enabled`. */
export function useSubscriptions({ enabled = true } = {}): UseQueryResult<Subscription[]> {
  return useQuery({ ...subscriptionOptions(useAzure(), useAccount()), enabled });
}

/** Key of the subscriptions. */
export function subscriptionsKey(accountId: string): readonly string[] {
  return ["subscriptions", accountId];
}

/** The query behind `useSubscriptions`, for other queries that need the same list. */
export function subscriptionOptions(azure: AzureClient, account: Account) {
  return queryOptions({
    queryKey: subscriptionsKey(account.id),
    queryFn: async ({ signal }) => {
      const subscriptions = await azure.subscriptions.list({ signal });
      return subscriptions.sort((one, other) =>
        one.displayName.localeCompare(other.displayName, "en", {
          sensitivity: "base",
          numeric: true,
        }),
      );
    },
    staleTime: FRESH_FOR_MS,
  });
}
