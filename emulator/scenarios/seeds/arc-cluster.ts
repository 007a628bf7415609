import { CONTOSO_TENANT_ID } from "../../entra/personas";
import { guidOf } from "../../providers/deterministic-guid";
import type { StoredResource } from "../../store";
import { aioExtensionName, type EdgeSite } from "./edge-site-ids";
import { daysAgo, madeBy, placeOf, type Timeline } from "./resource";

/** Address of a cluster's OIDC issuer: what federated credentials of its workloads trust. */
export function issuerUrlOf(clusterId: string): string {
  return `https://westeurope.oic.prod-arc.azure.com/${CONTOSO_TENANT_ID}/${guidOf(`issuer of ${clusterId.toLowerCase()}`)}/`;
}

/** An Arc-enabled cluster and its extensions. */
export function arcCluster(
  timeline: Timeline,
  site: EdgeSite,
  clusterId: string,
): StoredResource[] {
  const connectivity = site.connectivity ?? "Connected";
  const hasSecretStore = site.secureSettings !== undefined;
  const cluster: StoredResource = {
    id: clusterId,
    name: placeOf(clusterId).name,
    type: "Microsoft.Kubernetes/connectedClusters",
    location: site.location,
    identity: {
      type: "SystemAssigned",
      principalId: guidOf(`principal of ${clusterId.toLowerCase()}`),
      tenantId: CONTOSO_TENANT_ID,
    },
    systemData: madeBy(timeline, "mateus", 205, 30, "pipeline"),
    properties: {
      agentPublicKeyCertificate: "",
      distribution: "k3s",
      infrastructure: "generic",
      kubernetesVersion: "1.31.5+k3s1",
      agentVersion: "1.27.3",
      totalNodeCount: 3,
      totalCoreCount: 24,
      connectivityStatus: connectivity,
      lastConnectivityTime: daysAgo(timeline, connectivity === "Connected" ? 0.002 : 9),
      oidcIssuerProfile: {
        enabled: hasSecretStore,
        ...(hasSecretStore ? { issuerUrl: issuerUrlOf(clusterId) } : {}),
      },
      securityProfile: { workloadIdentity: { enabled: hasSecretStore } },
      arcAgentProfile: { agentAutoUpgrade: "Disabled" },
      provisioningState: "Succeeded",
    },
  };
  return [
    cluster,
    extension(timeline, cluster, aioExtensionName(clusterId), {
      extensionType: "microsoft.iotoperations",
      currentVersion: site.version,
      provisioningState: site.state === "Failed" ? "Failed" : "Succeeded",
    }),
    extension(timeline, cluster, "azure-secret-store", {
      extensionType: "microsoft.azure.secretstore",
      currentVersion: "1.1.5",
    }),
    extension(timeline, cluster, "azure-arc-containerstorage", {
      extensionType: "microsoft.arc.containerstorage",
      currentVersion: "2.6.0",
    }),
  ];
}

function extension(
  timeline: Timeline,
  cluster: StoredResource,
  name: string,
  properties: Record<string, unknown>,
): StoredResource {
  const id = `${cluster.id}/providers/Microsoft.KubernetesConfiguration/extensions/${name}`;
  return {
    id,
    name,
    type: "Microsoft.KubernetesConfiguration/extensions",
    identity: {
      type: "SystemAssigned",
      principalId: guidOf(`principal of ${id.toLowerCase()}`),
      tenantId: CONTOSO_TENANT_ID,
    },
    systemData: madeBy(timeline, "mateus", 200, 35, "pipeline"),
    properties: {
      autoUpgradeMinorVersion: false,
      releaseTrain: "stable",
      version: properties.currentVersion,
      scope: { cluster: { releaseNamespace: "azure-iot-operations" } },
      provisioningState: "Succeeded",
      isSystemExtension: false,
      ...properties,
    },
  };
}
