import type { AzureClient } from "../client";
import type { ArmHttp } from "../http/arm-http";
import { deleteAndFollow, putAndFollow } from "../http/operations/long-running-operation";
import { resourceGroupId } from "../resource-id";
import {
  SECRET_SYNC_API_VERSION as apiVersion,
  SECRET_SYNC_TYPE,
  type SecretProviderClass,
  type SecretSync,
} from "./secret-sync";

/** `AzureKeyVaultSecretProviderClasses_*`: PUT replaces the whole list of objects. */
export function secretProviderClassOperations(http: ArmHttp): AzureClient["secretProviderClasses"] {
  return {
    get: (id, options) => http.get<SecretProviderClass>(id, apiVersion, options),
    createOrReplace: (id, body, options) =>
      putAndFollow<SecretProviderClass>(http, { id, apiVersion, body, ...options }),
  };
}

/** `SecretSyncs_*`. */
export function secretSyncOperations(http: ArmHttp): AzureClient["secretSyncs"] {
  return {
    listByResourceGroup: ({ subscriptionId, resourceGroup }, options) =>
      http.list<SecretSync>(
        `${resourceGroupId(subscriptionId, resourceGroup)}/providers/${SECRET_SYNC_TYPE}`,
        apiVersion,
        options,
      ),
    get: (id, options) => http.get<SecretSync>(id, apiVersion, options),
    createOrReplace: (id, body, options) =>
      putAndFollow<SecretSync>(http, { id, apiVersion, body, ...options }),
    delete: (id, options) => deleteAndFollow(http, { id, apiVersion, ...options }),
  };
}
