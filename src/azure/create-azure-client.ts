import { AUTHORIZATION_API_VERSION, type Permission } from "./authorization/permission";
import type { AzureClient, AzureClientOptions, CallOptions } from "./client";
import { CONTAINER_REGISTRY_API_VERSION } from "./container-registry/registry";
import { EXTENDED_LOCATION_API_VERSION } from "./extended-location/custom-location";
import { createArmHttp } from "./http/arm-http";
import { createAzurePipeline } from "./http/azure-pipeline";
import type { Instance } from "./iot-operations/instance";
import { registryEndpointOperations } from "./iot-operations/registry-endpoint-operations";
import { IOT_OPERATIONS_API_VERSION } from "./iot-operations/registry-endpoint";
import { KEY_VAULT_API_VERSION } from "./key-vault/key-vault";
import { vaultSecretOperations } from "./key-vault/vault-secret-operations";
import {
  CLUSTER_EXTENSION_API_VERSION,
  CONNECTED_CLUSTER_API_VERSION,
  type ClusterExtension,
} from "./kubernetes/connected-cluster";
import { MANAGED_IDENTITY_API_VERSION } from "./managed-identity/user-assigned-identity";
import { createResourceGraphClient } from "./resource-graph/create-resource-graph-client";
import {
  SUBSCRIPTIONS_API_VERSION,
  type Subscription,
  type Tenant,
} from "./resources/subscription";
import {
  secretProviderClassOperations,
  secretSyncOperations,
} from "./secret-sync/secret-sync-operations";

/**
 * Creates the client of one signed-in person.
 * @throws Error if the endpoint is neither https nor plain http on loopback
 */
export function createAzureClient(options: AzureClientOptions): AzureClient {
  const azure = createAzurePipeline(options);
  const http = createArmHttp(options, azure);
  const getter =
    <Resource>(apiVersion: string) =>
    (id: string, call?: CallOptions) =>
      http.get<Resource>(id, apiVersion, call);

  return {
    traffic: azure.traffic,
    connection: azure.connection,
    resourceGraph: createResourceGraphClient(options, azure),
    subscriptions: {
      list: (call) => http.list<Subscription>("/subscriptions", SUBSCRIPTIONS_API_VERSION, call),
    },
    tenants: { list: (call) => http.list<Tenant>("/tenants", SUBSCRIPTIONS_API_VERSION, call) },
    instances: {
      get: getter(IOT_OPERATIONS_API_VERSION),
      listBySubscription: (subscriptionId, call) =>
        http.list<Instance>(
          `/subscriptions/${subscriptionId}/providers/Microsoft.IoTOperations/instances`,
          IOT_OPERATIONS_API_VERSION,
          call,
        ),
    },
    registryEndpoints: registryEndpointOperations(http),
    customLocations: { get: getter(EXTENDED_LOCATION_API_VERSION) },
    connectedClusters: { get: getter(CONNECTED_CLUSTER_API_VERSION) },
    clusterExtensions: {
      listByCluster: (clusterId, call) =>
        http.list<ClusterExtension>(
          `${clusterId}/providers/Microsoft.KubernetesConfiguration/extensions`,
          CLUSTER_EXTENSION_API_VERSION,
          call,
        ),
    },
    secretProviderClasses: secretProviderClassOperations(http),
    secretSyncs: secretSyncOperations(http),
    vaults: { get: getter(KEY_VAULT_API_VERSION) },
    vaultSecrets: vaultSecretOperations(http),
    registries: { get: getter(CONTAINER_REGISTRY_API_VERSION) },
    userAssignedIdentities: { get: getter(MANAGED_IDENTITY_API_VERSION) },
    permissions: {
      listFor: (scope, call) =>
        http.list<Permission>(
          `${scope}/providers/Microsoft.Authorization/permissions`,
          AUTHORIZATION_API_VERSION,
          call,
        ),
    },
  };
}
