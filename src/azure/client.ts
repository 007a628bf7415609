import type { HttpClient } from "@azure/core-rest-pipeline";
import type { Connection } from "../lib/connection";
import type { Permission } from "./authorization/permission";
import type { Registry } from "./container-registry/registry";
import type { CustomLocation } from "./extended-location/custom-location";
import type { OnFlight } from "./http/policies/flight-policy";
import type { CallPriority } from "./http/traffic/lane";
import type { Traffic } from "./http/traffic/traffic";
import type { AkriConnectorTemplate, DataflowGraph } from "./iot-operations/endpoint-users";
import type { Instance } from "./iot-operations/instance";
import type { RegistryEndpoint, RegistryEndpointBody } from "./iot-operations/registry-endpoint";
import type { Vault, VaultSecret, VaultSecretBody } from "./key-vault/key-vault";
import type { ClusterExtension, ConnectedCluster } from "./kubernetes/connected-cluster";
import type { UserAssignedIdentity } from "./managed-identity/user-assigned-identity";
import type { ResourceGraphClient } from "./resource-graph/resource-graph-client";
import type { Subscription, Tenant } from "./resources/subscription";
import type {
  SecretProviderClass,
  SecretProviderClassBody,
  SecretSync,
  SecretSyncBody,
} from "./secret-sync/secret-sync";

export interface TokenRequest {
  scope: string;
  /** Answers a claims challenge. */
  claims?: string;
  /** Answers a bare 401. */
  forceRefresh?: boolean;
  /** ARM refused a fresh token too: reject, and ask the person to sign in again. */
  isRefused?: boolean;
  abortSignal?: AbortSignal;
}

/** Gets an access token for ARM. */
export type GetToken = (request: TokenRequest) => Promise<string>;

export interface AzureClientOptions {
  /** Origin of Azure Resource Manager, for example `https://management.azure.com`. */
  endpoint: string;
  /** The one scope string that tokens are asked for. */
  scope: string;
  getToken: GetToken;
  /** Whether there is a network: requests wait for it. Always, unless told. */
  connection?: Connection;
  /** Transport; the host's fetch by default. */
  httpClient?: HttpClient;
}

/** Options of every call. */
export interface CallOptions {
  signal?: AbortSignal;
  /** `background` for sweeps that nobody waits for: calls of a person go first. `interactive` unless told. */
  priority?: CallPriority;
}

/** What is known of a write that Azure goes on with after accepting it. */
export interface OperationProgress {
  /** The operation's or the resource's state, for example `Accepted` or `Provisioning`. */
  state: string;
  percentComplete?: number;
}

export interface LongRunningOptions extends CallOptions {
  onProgress?: (progress: OperationProgress) => void;
  /** Told when the write itself leaves, and when Azure has done nothing with it. */
  onFlight?: OnFlight;
}

/**
 * Azure Resource Manager as the portal uses it. Ids are ARM resource ids. Every method throws
 * `AzureError`; lists follow `nextLink` to the end.
 */
export interface AzureClient {
  /** What waits because Azure asked to slow down, or is unavailable. */
  traffic: Traffic;
  /** Whether there is a network: everything waits while there is none. */
  connection: Connection;
  resourceGraph: ResourceGraphClient;
  subscriptions: { list(options?: CallOptions): Promise<Subscription[]> };
  tenants: { list(options?: CallOptions): Promise<Tenant[]> };
  instances: {
    get(id: string, options?: CallOptions): Promise<Instance>;
    listBySubscription(subscriptionId: string, options?: CallOptions): Promise<Instance[]>;
  };
  registryEndpoints: {
    listByInstance(instanceId: string, options?: CallOptions): Promise<RegistryEndpoint[]>;
    get(id: string, options?: CallOptions): Promise<RegistryEndpoint>;
    /** PUT creates or silently replaces; resolves with the resource read after the operation succeeded. */
    createOrReplace(
      id: string,
      body: RegistryEndpointBody,
      options?: LongRunningOptions,
    ): Promise<RegistryEndpoint>;
    /** Resolves when the endpoint is gone; also if it did not exist. */
    delete(id: string, options?: LongRunningOptions): Promise<void>;
    /** Resolves with an endpoint that was put earlier, once Azure has finished with it. */
    followWrite(id: string, options?: LongRunningOptions): Promise<RegistryEndpoint>;
    /** Resolves when an endpoint whose deletion was asked for earlier is gone. */
    followDeletion(id: string, options?: LongRunningOptions): Promise<void>;
  };
  dataflowGraphs: {
    /** Those of all of the instance's profiles. */
    listByInstance(instanceId: string, options?: CallOptions): Promise<DataflowGraph[]>;
  };
  akriConnectorTemplates: {
    listByInstance(instanceId: string, options?: CallOptions): Promise<AkriConnectorTemplate[]>;
  };
  customLocations: { get(id: string, options?: CallOptions): Promise<CustomLocation> };
  connectedClusters: { get(id: string, options?: CallOptions): Promise<ConnectedCluster> };
  clusterExtensions: {
    listByCluster(clusterId: string, options?: CallOptions): Promise<ClusterExtension[]>;
  };
  secretProviderClasses: {
    get(id: string, options?: CallOptions): Promise<SecretProviderClass>;
    createOrReplace(
      id: string,
      body: SecretProviderClassBody,
      options?: LongRunningOptions,
    ): Promise<SecretProviderClass>;
  };
  secretSyncs: {
    listByResourceGroup(
      scope: { subscriptionId: string; resourceGroup: string },
      options?: CallOptions,
    ): Promise<SecretSync[]>;
    get(id: string, options?: CallOptions): Promise<SecretSync>;
    createOrReplace(
      id: string,
      body: SecretSyncBody,
      options?: LongRunningOptions,
    ): Promise<SecretSync>;
    delete(id: string, options?: LongRunningOptions): Promise<void>;
  };
  vaults: { get(id: string, options?: CallOptions): Promise<Vault> };
  vaultSecrets: {
    /** Pages as they arrive, so that a picker can show the first while the rest loads. */
    listPages(
      vaultId: string,
      options?: CallOptions & { top?: number },
    ): AsyncIterable<VaultSecret[]>;
    get(id: string, options?: CallOptions): Promise<VaultSecret>;
    /** The body holds the value: it is sent once and appears in no error. */
    createOrUpdate(id: string, body: VaultSecretBody, options?: CallOptions): Promise<VaultSecret>;
    /** Makes the latest version unusable: Resource Manager cannot delete a secret. */
    disable(id: string, options?: CallOptions): Promise<VaultSecret>;
  };
  registries: { get(id: string, options?: CallOptions): Promise<Registry> };
  userAssignedIdentities: { get(id: string, options?: CallOptions): Promise<UserAssignedIdentity> };
  permissions: {
    /** What the caller may do on a resource or resource group. */
    listFor(scope: string, options?: CallOptions): Promise<Permission[]>;
  };
}
