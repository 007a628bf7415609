import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { Tenant } from "../../azure/resources/subscription";
import type { Account } from "../../queries/azure-context";
import type { StartedApp } from "../start";

/** The directories that the signed-in person has an account in, as Azure Resource Manager names them. */
export function useTenants(app: StartedApp, account: Account): UseQueryResult<Tenant[]> {
  return useQuery({
    queryKey: ["tenants", account.id],
    queryFn: ({ signal }) => app.azure.tenants.list({ signal }),
    staleTime: Infinity,
  });
}

/** What a directory is called; undefined where only its id may be read. */
export function tenantName({ displayName, defaultDomain }: Tenant): string | undefined {
  return displayName ?? defaultDomain;
}
