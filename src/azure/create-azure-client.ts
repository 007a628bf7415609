import { AUTHORIZATION_API_VERSION, readPermission } from "./authorization/permission";
import type { AzureClient, AzureClientOptions, CallOptions } from "./client";
import { CONTAINER_REGISTRY_API_VERSION, readRegistry } from "./container-registry/registry";
import {
  EXTENDED_LOCATION_API_VERSION,
  readCustomLocation,
} from "./extended-location/custom-location";
import { createArmHttp } from "./http/arm-http";
import { getResource, listResources } from "./http/arm-resources";
import { createAzurePipeline } from "./http/azure-pipeline";
import type { ResourceReader } from "./http/wire-reader";
import {
  akriConnectorTemplateOperations,
  dataflowGraphOperations,
} from "./iot-operations/endpoint-users";
import { readInstance } from "./iot-operations/instance";
import { registryEndpointOperations } from "./iot-operations/registry-endpoint-operations";
import { IOT_OPERATIONS_API_VERSION } from "./iot-operations/registry-endpoint";
import { KEY_VAULT_API_VERSION, readVault } from "./key-vault/key-vault";
import { vaultSecretOperations } from "./key-vault/vault-secret-operations";
import {
  CLUSTER_EXTENSION_API_VERSION,
  CONNECTED_CLUSTER_API_VERSION,
  readClusterExtension,
  readConnectedCluster,
} from "./kubernetes/connected-cluster";
import {
  MANAGED_IDENTITY_API_VERSION,
  readIdentity,
} from "./managed-identity/user-assigned-identity";
import { createResourceGraphClient } from "./resource-graph/create-resource-graph-client";
import { SUBSCRIPTIONS_API_VERSION, readSubscription, readTenant } from "./resources/subscription";
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
    <Resource>(apiVersion: string, read: ResourceReader<Resource>) =>
    (id: string, call?: CallOptions) =>
      getResource(http, { apiVersion, read }, id, call);

  return {
    traffic: azure.traffic,
    connection: azure.connection,
    resourceGraph: createResourceGraphClient(options, azure),
    subscriptions: {
      list: (call) =>
        listResources(
          http,
          { apiVersion: SUBSCRIPTIONS_API_VERSION, read: readSubscription },
          "/subscriptions",
          call,
        ),
    },
    tenants: {
      list: (call) =>
        listResources(
          http,
          { apiVersion: SUBSCRIPTIONS_API_VERSION, read: readTenant },
          "/tenants",
          call,
        ),
    },
    instances: {
      get: getter(IOT_OPERATIONS_API_VERSION, readInstance),
      listBySubscription: (subscriptionId, call) =>
        listResources(
          http,
          { apiVersion: IOT_OPERATIONS_API_VERSION, read: readInstance },
          `/subscriptions/${subscriptionId}/providers/Microsoft.IoTOperations/instances`,
          call,
        ),
    },
    registryEndpoints: registryEndpointOperations(http),
    dataflowGraphs: dataflowGraphOperations(http),
    akriConnectorTemplates: akriConnectorTemplateOperations(http),
    customLocations: { get: getter(EXTENDED_LOCATION_API_VERSION, readCustomLocation) },
    connectedClusters: { get: getter(CONNECTED_CLUSTER_API_VERSION, readConnectedCluster) },
    clusterExtensions: {
      listByCluster: (clusterId, call) =>
        listResources(
          http,
          { apiVersion: CLUSTER_EXTENSION_API_VERSION, read: readClusterExtension },
          `${clusterId}/providers/Microsoft.KubernetesConfiguration/extensions`,
          call,
        ),
    },
    secretProviderClasses: secretProviderClassOperations(http),
    secretSyncs: secretSyncOperations(http),
    vaults: { get: getter(KEY_VAULT_API_VERSION, readVault) },
    vaultSecrets: vaultSecretOperations(http),
    registries: { get: getter(CONTAINER_REGISTRY_API_VERSION, readRegistry) },
    userAssignedIdentities: { get: getter(MANAGED_IDENTITY_API_VERSION, readIdentity) },
    permissions: {
      listFor: (scope, call) =>
        listResources(
          http,
          { apiVersion: AUTHORIZATION_API_VERSION, read: readPermission },
          `${scope}/providers/Microsoft.Authorization/permissions`,
          call,
        ),
    },
  };
}
