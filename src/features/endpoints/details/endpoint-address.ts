import { REGISTRY_ENDPOINT_TYPE } from "../../../azure/iot-operations/registry-endpoint";
import { nameOf, parseResourceId } from "../../../azure/resource-id";

/** The parts of a registry endpoint's id. */
export interface EndpointAddress {
  id: string;
  name: string;
  instanceId: string;
  instanceName: string;
  resourceGroup: string;
  subscriptionId: string;
}

/** Takes the id of a registry endpoint apart; undefined for any other text. */
export function parseEndpointId(id: string): EndpointAddress | undefined {
  const parsed = parseResourceId(id);
  if (parsed?.type.toLowerCase() !== REGISTRY_ENDPOINT_TYPE.toLowerCase()) return undefined;
  const { parentId, resourceGroup, subscriptionId, name } = parsed;
  if (parentId === undefined || resourceGroup === undefined) return undefined;
  return {
    id,
    name,
    instanceId: parentId,
    instanceName: nameOf(parentId),
    resourceGroup,
    subscriptionId,
  };
}
