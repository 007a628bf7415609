import type { AzureClient } from "../client";
import type { ArmHttp } from "../http/arm-http";
import {
  deleteAndFollow,
  followDelete,
  followPut,
  putAndFollow,
} from "../http/operations/long-running-operation";
import {
  IOT_OPERATIONS_API_VERSION as apiVersion,
  type RegistryEndpoint,
} from "./registry-endpoint";

/** `RegistryEndpoint_*` of Microsoft.IoTOperations: there is no PATCH, and PUT replaces. */
export function registryEndpointOperations(http: ArmHttp): AzureClient["registryEndpoints"] {
  return {
    listByInstance: (instanceId, options) =>
      http.list<RegistryEndpoint>(`${instanceId}/registryEndpoints`, apiVersion, options),
    get: (id, options) => http.get<RegistryEndpoint>(id, apiVersion, options),
    createOrReplace: (id, body, options) =>
      putAndFollow<RegistryEndpoint>(http, { id, apiVersion, body, ...options }),
    followWrite: (id, options) => followPut<RegistryEndpoint>(http, { id, apiVersion, ...options }),
    followDeletion: (id, options) => followDelete(http, { id, apiVersion, ...options }),
    delete: (id, options) => deleteAndFollow(http, { id, apiVersion, ...options }),
  };
}
