import {
  useQuery,
  useQueryClient,
  type QueryClient,
  type UseQueryResult,
} from "@tanstack/react-query";
import { useMemo } from "react";
import type { AzureClient, LongRunningOptions } from "../azure/client";
import { isNotFound } from "../azure/http/azure-error";
import { isUnderWay } from "../azure/http/operations/provisioning-state";
import {
  REGISTRY_ENDPOINT_TYPE,
  type RegistryEndpoint,
  type RegistryEndpointBody,
} from "../azure/iot-operations/registry-endpoint";
import { idKey, nameOf } from "../azure/resource-id";
import { useAccount, useAzure } from "./azure-context";
import { endpointNameKey } from "./endpoint-lookup";
import { instanceIdOf } from "./endpoint-rows";
import {
  indexedEndpointsKey,
  patchAskedEndpoints,
  type IndexedEndpoints,
} from "./indexed-endpoints";
import { instanceEndpointsKey } from "./instances";
import { ownWritesOf, type OwnWrites } from "./own-writes";
import { correctOwnWrite } from "./reread-own-writes";

const LOOK_AGAIN_MS = 5_000;

/**
 * One registry endpoint as ARM has it, read again while its deployment is under way. A 404 takes it
 * off the list too. Pass an empty id to ask nothing.
 */
export function useEndpoint(id: string): UseQueryResult<RegistryEndpoint> {
  const azure = useAzure();
  const account = useAccount();
  return useQuery({
    queryKey: endpointKey(account.id, id),
    queryFn: async ({ client, signal }) => {
      const ownWrites = ownWritesOf(account.id);
      try {
        const endpoint = await azure.registryEndpoints.get(id, { signal });
        correctOwnWrite(ownWrites, id, endpoint);
        return endpoint;
      } catch (error) {
        if (isNotFound(error)) noteAbsence(client, account.id, ownWrites, id);
        throw error;
      }
    },
    enabled: id !== "",
    staleTime: 0,
    refetchInterval: ({ state }) =>
      isUnderWay(state.data?.properties.provisioningState) ? LOOK_AGAIN_MS : false,
  });
}

export interface CreateEndpoint {
  /**
   * PUTs the endpoint, follows the operation to its end and shows the result in the list at once.
   * Resolves with the endpoint as read from ARM; throws `AzureError`.
   */
  run: (
    id: string,
    body: RegistryEndpointBody,
    options?: LongRunningOptions,
  ) => Promise<RegistryEndpoint>;
}

/** Creating or replacing a registry endpoint. */
export function useCreateEndpoint(): CreateEndpoint {
  const writer = useEndpointWriter();
  return useMemo(
    () => ({ run: (id, body, options) => createEndpoint(writer, id, body, options) }),
    [writer],
  );
}

export interface DeleteEndpoint {
  /** Deletes the endpoint, follows the operation to its end and takes it off the list. Throws `AzureError`. */
  run: (id: string, options?: LongRunningOptions) => Promise<void>;
}

/** Deleting a registry endpoint. */
export function useDeleteEndpoint(): DeleteEndpoint {
  const writer = useEndpointWriter();
  return useMemo(() => ({ run: (id, options) => deleteEndpoint(writer, id, options) }), [writer]);
}

interface EndpointWriter {
  azure: Pick<AzureClient, "registryEndpoints">;
  client: QueryClient;
  accountId: string;
  ownWrites: OwnWrites;
}

function useEndpointWriter(): EndpointWriter {
  const azure = useAzure();
  const client = useQueryClient();
  const accountId = useAccount().id;
  return useMemo(
    () => ({ azure, client, accountId, ownWrites: ownWritesOf(accountId) }),
    [azure, client, accountId],
  );
}

async function createEndpoint(
  writer: EndpointWriter,
  id: string,
  body: RegistryEndpointBody,
  options: LongRunningOptions | undefined,
): Promise<RegistryEndpoint> {
  const { azure, ownWrites } = writer;
  const change = isShown(writer, id) ? "updating" : "creating";
  ownWrites.begin({ id, change, endpoint: expectedEndpoint(id, body) });
  try {
    const endpoint = await azure.registryEndpoints.createOrReplace(id, body, options);
    ownWrites.recordWritten(endpoint);
    afterWrite(writer, id, endpoint);
    return endpoint;
  } catch (error) {
    await noteLeftover(writer, id);
    throw error;
  } finally {
    ownWrites.end(id);
  }
}

async function deleteEndpoint(
  writer: EndpointWriter,
  id: string,
  options: LongRunningOptions | undefined,
): Promise<void> {
  const { azure, client, accountId, ownWrites } = writer;
  ownWrites.begin({ id, change: "deleting" });
  try {
    await azure.registryEndpoints.delete(id, options);
    ownWrites.recordDeleted(id);
    afterWrite(writer, id, undefined);
  } catch (error) {
    void client.invalidateQueries({ queryKey: endpointKey(accountId, id) });
    throw error;
  } finally {
    ownWrites.end(id);
  }
}

/** A failed deployment leaves the endpoint behind, which Resource Graph would show much later. */
async function noteLeftover(writer: EndpointWriter, id: string): Promise<void> {
  try {
    const endpoint = await writer.azure.registryEndpoints.get(id);
    writer.ownWrites.recordWritten(endpoint);
    afterWrite(writer, id, endpoint);
  } catch {
    // Nothing was left, or it cannot be read: the failure of the write itself is what counts.
  }
}

function afterWrite(
  { client, accountId }: EndpointWriter,
  id: string,
  endpoint: RegistryEndpoint | undefined,
): void {
  patchAskedEndpoints(client, accountId, id, endpoint);
  if (endpoint === undefined) {
    // A page that still shows it goes away by itself, and must not ask for it again.
    client.removeQueries({ queryKey: endpointKey(accountId, id), type: "inactive" });
  } else client.setQueryData(endpointKey(accountId, id), endpoint);
  void client.invalidateQueries({ queryKey: indexedEndpointsKey(accountId) });
  void client.invalidateQueries({ queryKey: endpointNameKey(accountId, id) });
  void client.invalidateQueries({
    queryKey: instanceEndpointsKey(accountId, instanceIdOf(id)),
  });
}

function noteAbsence(
  client: QueryClient,
  accountId: string,
  ownWrites: OwnWrites,
  id: string,
): void {
  patchAskedEndpoints(client, accountId, id, undefined);
  if (isShown({ client, accountId }, id)) ownWrites.recordDeleted(id);
  else correctOwnWrite(ownWrites, id, undefined);
}

function isShown(
  { client, accountId }: Pick<EndpointWriter, "client" | "accountId">,
  id: string,
): boolean {
  const indexed = client.getQueryData<IndexedEndpoints>(indexedEndpointsKey(accountId));
  return indexed?.endpoints.some((endpoint) => idKey(endpoint.id) === idKey(id)) ?? false;
}

function endpointKey(accountId: string, id: string): readonly string[] {
  return ["registry-endpoint", accountId, idKey(id)];
}

function expectedEndpoint(id: string, body: RegistryEndpointBody): RegistryEndpoint {
  const { extendedLocation, properties } = body;
  return {
    id,
    name: nameOf(id),
    type: REGISTRY_ENDPOINT_TYPE,
    extendedLocation,
    properties: { ...properties, provisioningState: "Accepted" },
  };
}
