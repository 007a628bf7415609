import { useQuery } from "@tanstack/react-query";
import { idKey, sameId } from "../../../azure/resource-id";
import { useAccount, useAzure } from "../../../queries/azure-context";
import { useEndpoint } from "../../../queries/registry-endpoints";
import { findSecretChain, type FoundSecretChain } from "../../secrets";
import { pullSecretOf } from "../pull-secret";

/** What is known of an endpoint's synced secret before the endpoint is deleted. */
export type RemovableSecret =
  | { status: "none" }
  | { status: "looking" }
  | { status: "unknown"; error: unknown }
  /** Other endpoints name it too. */
  | { status: "shared"; secretRef: string; names: string[] }
  | { status: "removable"; chain: FoundSecretChain };

/** Finds the synced secret of an endpoint, and whether anybody else on the instance uses it. */
export function useRemovableSecret(endpointId: string, instanceId: string): RemovableSecret {
  const azure = useAzure();
  const account = useAccount();
  const endpoint = useEndpoint(endpointId);
  const secretRef = pullSecretOf(endpoint.data);
  const chain = useQuery({
    queryKey: ["removable-secret", account.id, idKey(endpointId), secretRef],
    queryFn: ({ signal }) => findSecretChain(azure, instanceId, secretRef ?? "", { signal }),
    enabled: secretRef !== undefined,
    // Somebody may have begun to use it since the last time.
    staleTime: 0,
    gcTime: 0,
  });

  if (endpoint.data === undefined) {
    return endpoint.isFetching ? { status: "looking" } : { status: "none" };
  }
  if (secretRef === undefined) return { status: "none" };
  if (chain.data === undefined) {
    return chain.error ? { status: "unknown", error: chain.error } : { status: "looking" };
  }
  if (chain.data.secretSync === undefined) return { status: "none" };
  const others = chain.data.endpoints.filter(({ id }) => !sameId(id, endpointId));
  return others.length > 0
    ? { status: "shared", secretRef, names: others.map(({ name }) => name) }
    : { status: "removable", chain: chain.data };
}
