import { queryOptions, useQuery } from "@tanstack/react-query";
import { isAllowed } from "../azure/authorization/is-allowed";
import type { AzureClient, CallOptions } from "../azure/client";
import { idKey } from "../azure/resource-id";
import { useAccount, useAzure, type Account } from "./azure-context";

const FRESH_FOR_MS = 5 * 60_000;

/** What the person may do at one scope. */
export interface Permissions {
  /** Undefined while Azure has not said: offer the action then, and let Azure decide. */
  allows(action: string): boolean | undefined;
}

/**
 * Asks Azure what the person may do on a resource or resource group. Pass an empty scope to ask
 * nothing. An answer that cannot be read counts as unknown, never as forbidden.
 */
export function usePermissions(scope: string): Permissions {
  const { data } = useQuery(permissionOptions(useAzure(), useAccount(), scope));
  return {
    allows: (action) => (data === undefined ? undefined : isAllowed(data, action)),
  };
}

/** The query behind `usePermissions`. */
export function permissionOptions(
  azure: AzureClient,
  account: Account,
  scope: string,
  priority: CallOptions["priority"] = "interactive",
) {
  return queryOptions({
    queryKey: ["permissions", account.id, idKey(scope)],
    queryFn: ({ signal }) => azure.permissions.listFor(scope, { signal, priority }),
    enabled: scope !== "",
    staleTime: FRESH_FOR_MS,
  });
}
