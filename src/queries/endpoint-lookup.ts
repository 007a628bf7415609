import { queryOptions, useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { AzureClient } from "../azure/client";
import { isNotFound } from "../azure/http/azure-error";
import type { RegistryEndpoint } from "../azure/iot-operations/registry-endpoint";
import { idKey } from "../azure/resource-id";
import { useAccount, useAzure } from "./azure-context";
import { useStoppableQuery, type StoppableResult } from "./stoppable-query";

/** The endpoint that already has this id, or null when the name is free. ARM compares names without case. */
export function endpointNameCheck(azure: AzureClient, accountId: string, endpointId: string) {
  return queryOptions({
    queryKey: endpointNameKey(accountId, endpointId),
    queryFn: ({ signal }) => findEndpoint(azure, endpointId, signal),
    staleTime: 0,
    gcTime: 60_000,
  });
}

/** Key of the check of one id. */
export function endpointNameKey(accountId: string, endpointId: string): readonly string[] {
  return ["endpoint-name", accountId, idKey(endpointId)];
}

/** Asks whether a name is free on an instance. Pass an empty id to ask nothing. */
export function useEndpointNameCheck(endpointId: string): UseQueryResult<RegistryEndpoint | null> {
  return useQuery({
    ...endpointNameCheck(useAzure(), useAccount().id, endpointId),
    enabled: endpointId !== "",
  });
}

/** Asks ARM itself: a PUT over an existing name would silently replace it. Throws `AzureError` when ARM cannot say. */
export async function findEndpoint(
  azure: Pick<AzureClient, "registryEndpoints">,
  endpointId: string,
  signal?: AbortSignal,
): Promise<RegistryEndpoint | null> {
  try {
    return await azure.registryEndpoints.get(endpointId, { signal });
  } catch (error) {
    if (isNotFound(error)) {
      return null;
    }
    throw error;
  }
}

/** The endpoint to start a copy from, read from ARM. Pass an empty id to ask nothing. */
export function useEndpointToCopy(id: string): StoppableResult<RegistryEndpoint> {
  const azure = useAzure();
  const account = useAccount();
  return useStoppableQuery({
    queryKey: ["endpoint-to-copy", account.id, idKey(id)],
    queryFn: ({ signal }) => azure.registryEndpoints.get(id, { signal }),
    enabled: id !== "",
  });
}

/**
 * The endpoint to edit, read from ARM once: the form is filled from this version, and what Azure has later
 * is compared with it before saving.
 */
export function useEndpointToEdit(id: string): StoppableResult<RegistryEndpoint> {
  const azure = useAzure();
  const account = useAccount();
  return useStoppableQuery({
    queryKey: ["endpoint-to-edit", account.id, idKey(id)],
    queryFn: ({ signal }) => azure.registryEndpoints.get(id, { signal }),
    staleTime: Infinity,
    gcTime: 0,
  });
}
