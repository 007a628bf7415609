import { isNotFound } from "../azure/http/azure-error";
import { isUnderWay } from "../azure/http/operations/provisioning-state";
import type { RegistryEndpoint } from "../azure/iot-operations/registry-endpoint";
import { endpointKey, noteAbsence, useEndpointWriter } from "./endpoint-writes";
import { correctOwnWrite } from "./reread-own-writes";
import { useStoppableQuery, type StoppableResult } from "./stoppable-query";

const LOOK_AGAIN_MS = 5_000;

/**
 * One registry endpoint as ARM has it, read again while its deployment is under way. A 404 takes it
 * off the list too. Pass an empty id to ask nothing.
 */
export function useEndpoint(id: string): StoppableResult<RegistryEndpoint> {
  const writer = useEndpointWriter();
  const { azure, accountId, ownWrites } = writer;
  return useStoppableQuery({
    queryKey: endpointKey(accountId, id),
    queryFn: async ({ signal }) => {
      try {
        const endpoint = await azure.registryEndpoints.get(id, { signal });
        correctOwnWrite(ownWrites, id, endpoint);
        return endpoint;
      } catch (error) {
        if (isNotFound(error)) noteAbsence(writer, id);
        throw error;
      }
    },
    enabled: id !== "",
    staleTime: 0,
    refetchInterval: ({ state }) =>
      isUnderWay(state.data?.properties.provisioningState) ? LOOK_AGAIN_MS : false,
  });
}
