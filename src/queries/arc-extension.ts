import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { AzureClient, CallOptions } from "../azure/client";
import { idKey, nameOf } from "../azure/resource-id";
import { useAccount, useAzure } from "./azure-context";

/** Who pulls with "System managed identity": the Arc extension's identity, not the instance's. */
export interface PullingIdentity {
  clusterId: string;
  clusterName: string;
  /** `Connected`, `Offline` and so on; undefined when the cluster may not be read. */
  connectivityStatus?: string;
  lastConnectivityTime?: string;
  /** Kubernetes namespace of the custom location. */
  namespace?: string;
  extensionName?: string;
  extensionVersion?: string;
  /** Object id that needs the pull role. */
  principalId?: string;
  tenantId?: string;
}

const IOT_OPERATIONS_EXTENSION = "microsoft.iotoperations";

/** The identity that pulls for an instance. Pass an empty id to ask nothing. */
export function usePullingIdentity(instanceId: string): UseQueryResult<PullingIdentity> {
  const azure = useAzure();
  const account = useAccount();
  return useQuery({
    queryKey: ["pulling-identity", account.id, idKey(instanceId)],
    queryFn: ({ signal }) => findPullingIdentity(azure, instanceId, { signal }),
    enabled: instanceId !== "",
  });
}

/**
 * Follows instance → custom location → cluster → extension of type `microsoft.iotoperations`
 * (Microsoft.KubernetesConfiguration 2023-05-01). Throws `AzureError`; a cluster that may not be
 * read leaves only its connectivity unknown.
 */
export async function findPullingIdentity(
  azure: AzureClient,
  instanceId: string,
  options: CallOptions = {},
): Promise<PullingIdentity> {
  const instance = await azure.instances.get(instanceId, options);
  const customLocationId = instance.extendedLocation?.name;
  if (customLocationId === undefined) {
    throw new Error(`The instance ${instance.name} names no custom location.`);
  }
  const { properties } = await azure.customLocations.get(customLocationId, options);
  const clusterId = properties.hostResourceId;
  if (clusterId === undefined) {
    throw new Error(`The custom location ${nameOf(customLocationId)} names no cluster.`);
  }
  const [cluster, extensions] = await Promise.all([
    azure.connectedClusters.get(clusterId, options).catch(() => undefined),
    azure.clusterExtensions.listByCluster(clusterId, options),
  ]);
  const extension = extensions.find(
    (candidate) => candidate.properties.extensionType?.toLowerCase() === IOT_OPERATIONS_EXTENSION,
  );
  return {
    clusterId,
    clusterName: nameOf(clusterId),
    connectivityStatus: cluster?.properties.connectivityStatus,
    lastConnectivityTime: cluster?.properties.lastConnectivityTime,
    namespace: properties.namespace,
    extensionName: extension?.name,
    extensionVersion: extension?.properties.currentVersion,
    principalId: extension?.identity?.principalId,
    tenantId: extension?.identity?.tenantId,
  };
}
