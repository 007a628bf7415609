import type { AzureClient } from "../client";
import type { ArmHttp } from "../http/arm-http";
import { deleteAndFollow, putAndFollow } from "../http/operations/long-running-operation";
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
    delete: (id, options) => deleteAndFollow(http, { id, apiVersion, ...options }),
  };
}
