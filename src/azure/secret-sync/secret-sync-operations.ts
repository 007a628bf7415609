import type { AzureClient } from "../client";
import type { ArmHttp } from "../http/arm-http";
import { answered, getResource, listResources } from "../http/arm-resources";
import { deleteAndFollow, putAndFollow } from "../http/operations/long-running-operation";
import { resourceGroupId } from "../resource-id";
import {
  SECRET_SYNC_API_VERSION as apiVersion,
  SECRET_SYNC_TYPE,
  readSecretProviderClass,
  readSecretSync,
} from "./secret-sync";

const PROVIDER_CLASS = { apiVersion, read: readSecretProviderClass };
const SECRET_SYNC = { apiVersion, read: readSecretSync };

/** `AzureKeyVaultSecretProviderClasses_*`: PUT replaces the whole list of objects. */
export function secretProviderClassOperations(http: ArmHttp): AzureClient["secretProviderClasses"] {
  return {
    get: (id, options) => getResource(http, PROVIDER_CLASS, id, options),
    createOrReplace: async (id, body, options) => {
      const written = await putAndFollow<unknown>(http, { id, apiVersion, body, ...options });
      return answered(PROVIDER_CLASS, id, written);
    },
  };
}

/** `SecretSyncs_*`. */
export function secretSyncOperations(http: ArmHttp): AzureClient["secretSyncs"] {
  return {
    listByResourceGroup: ({ subscriptionId, resourceGroup }, options) =>
      listResources(
        http,
        SECRET_SYNC,
        `${resourceGroupId(subscriptionId, resourceGroup)}/providers/${SECRET_SYNC_TYPE}`,
        options,
      ),
    get: (id, options) => getResource(http, SECRET_SYNC, id, options),
    createOrReplace: async (id, body, options) => {
      const written = await putAndFollow<unknown>(http, { id, apiVersion, body, ...options });
      return answered(SECRET_SYNC, id, written);
    },
    delete: (id, options) => deleteAndFollow(http, { id, apiVersion, ...options }),
  };
}
