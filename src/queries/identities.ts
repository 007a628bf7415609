import type { AzureClient } from "../azure/client";
import { resourceReader, text } from "../azure/http/wire-reader";
import { parseResourceId } from "../azure/resource-id";
import { useAccount, useAzure } from "./azure-context";
import {
  mapPartialList,
  readPartialList,
  usePartialList,
  type PartialListQuery,
  type PartialListResult,
} from "./partial-list";

/** A user-assigned managed identity as one chooses it. */
export interface IdentityOption {
  id: string;
  name: string;
  clientId: string;
  tenantId: string;
  principalId?: string;
  resourceGroup: string;
  subscriptionId: string;
}

interface IdentityRow {
  id: string;
  name: string;
  clientId?: string;
  tenantId?: string;
  principalId?: string;
}

const readRow = resourceReader<IdentityRow>(
  {},
  { clientId: text, tenantId: text, principalId: text },
);

const IDENTITIES_QUERY = `resources
| where type =~ 'microsoft.managedidentity/userassignedidentities'
| extend clientId = tostring(properties.clientId), principalId = tostring(properties.principalId), identityTenantId = tostring(properties.tenantId)
| project id, name, clientId, principalId, tenantId = identityTenantId
| order by id asc`;

/** Every user-assigned identity that the person can see and that has both ids an endpoint needs. */
export function useIdentities(): PartialListResult<IdentityOption> {
  return usePartialList(identitiesOptions(useAzure(), useAccount().id));
}

/** The query behind `useIdentities`. */
export function identitiesOptions(
  azure: Pick<AzureClient, "resourceGraph">,
  accountId: string,
): PartialListQuery<IdentityOption> {
  return {
    queryKey: ["identities", accountId],
    queryFn: async ({ signal }) => {
      const list = await readPartialList<unknown>(azure, IDENTITIES_QUERY, { signal });
      return mapPartialList(list, identityOption);
    },
  };
}

function identityOption(wire: unknown): IdentityOption[] {
  const row = readRow(wire);
  const id = parseResourceId(row?.id ?? "");
  return row?.clientId && row.tenantId
    ? [
        {
          id: row.id,
          name: row.name,
          clientId: row.clientId,
          tenantId: row.tenantId,
          principalId: row.principalId || undefined,
          resourceGroup: id?.resourceGroup ?? "",
          subscriptionId: id?.subscriptionId ?? "",
        },
      ]
    : [];
}
