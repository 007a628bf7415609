import type { ArmResource, Extensible, TrackedResource } from "../arm-resource";
import { flag, record, resourceReader, text } from "../http/wire-reader";

export const CONNECTED_CLUSTER_API_VERSION = "2026-05-01";
export const CLUSTER_EXTENSION_API_VERSION = "2023-05-01";

/** An Arc-enabled Kubernetes cluster. */
export interface ConnectedCluster extends TrackedResource {
  properties: {
    connectivityStatus?: Extensible<
      "Connecting" | "Connected" | "Offline" | "Expired" | "AgentNotInstalled"
    >;
    lastConnectivityTime?: string;
    oidcIssuerProfile?: { enabled?: boolean; issuerUrl?: string };
    securityProfile?: { workloadIdentity?: { enabled?: boolean } };
  };
}

/** An Arc extension. The one of type `microsoft.iotoperations` pulls with its system-assigned identity. */
export interface ClusterExtension extends ArmResource {
  identity?: { type?: string; principalId?: string; tenantId?: string };
  properties: { extensionType?: string; currentVersion?: string; provisioningState?: string };
}

/** Reads a cluster of ARM. */
export const readConnectedCluster = resourceReader<ConnectedCluster>({
  connectivityStatus: text,
  lastConnectivityTime: text,
  oidcIssuerProfile: record({ enabled: flag, issuerUrl: text }),
  securityProfile: record({ workloadIdentity: record({ enabled: flag }) }),
});

/** Reads an extension of a cluster of ARM. */
export const readClusterExtension = resourceReader<ClusterExtension>(
  { extensionType: text, currentVersion: text, provisioningState: text },
  { identity: record({ type: text, principalId: text, tenantId: text }) },
);
