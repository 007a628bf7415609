import type { AzureClient } from "../client";
import type { ArmHttp } from "../http/arm-http";
import { answered, getResource, listResources } from "../http/arm-resources";
import {
  deleteAndFollow,
  followDelete,
  followPut,
  putAndFollow,
} from "../http/operations/long-running-operation";
import {
  IOT_OPERATIONS_API_VERSION as apiVersion,
  readRegistryEndpoint,
} from "./registry-endpoint";

const KIND = { apiVersion, read: readRegistryEndpoint };

/** `RegistryEndpoint_*` of Microsoft.IoTOperations: there is no PATCH, and PUT replaces. */
export function registryEndpointOperations(http: ArmHttp): AzureClient["registryEndpoints"] {
  return {
    listByInstance: (instanceId, options) =>
      listResources(http, KIND, `${instanceId}/registryEndpoints`, options),
    get: (id, options) => getResource(http, KIND, id, options),
    createOrReplace: async (id, body, options) =>
      answered(KIND, id, await putAndFollow<unknown>(http, { id, apiVersion, body, ...options })),
    followWrite: async (id, options) =>
      answered(KIND, id, await followPut<unknown>(http, { id, apiVersion, ...options })),
    followDeletion: (id, options) => followDelete(http, { id, apiVersion, ...options }),
    delete: (id, options) => deleteAndFollow(http, { id, apiVersion, ...options }),
  };
}
