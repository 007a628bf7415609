import { guidOf, hexOf } from "../../providers/deterministic-guid";
import { placeOf, resourceId } from "./resource";

/** A factory with its cluster and its instance of Azure IoT Operations. */
export interface EdgeSite {
  instanceId: string;
  location: string;
  /** Tags of the instance; `site` names the factory. */
  tags: Record<string, string>;
  customLocation: string;
  /** Shown by the portal in place of the custom location's name. */
  displayName?: string;
  version: string;
  /** Of the instance; default `Succeeded`. */
  state?: string;
  /** Of the cluster; default `Connected`. */
  connectivity?: "Connected" | "Offline" | "Expired";
  /** Secure settings: vault and provider-class objects. Absent: they were never enabled. */
  secureSettings?: { vaultId: string; objects: string };
  /** True where Azure returns the custom location's id with `resourcegroups` in lower case. */
  hasLowerCaseLocation?: boolean;
  hasDefaultEndpoint: boolean;
}

/** Ids of what belongs to an instance, derived from the instance's. */
export function edgeSiteIds({ instanceId, customLocation }: EdgeSite) {
  const { subscriptionId, resourceGroup, name } = placeOf(instanceId);
  const inGroup = (type: string, resourceName: string) =>
    resourceId(subscriptionId, resourceGroup, type, resourceName);
  const cluster = inGroup("Microsoft.Kubernetes/connectedClusters", `arc-${name}`);
  return {
    cluster,
    aioExtension: `${cluster}/providers/Microsoft.KubernetesConfiguration/extensions/${aioExtensionName(cluster)}`,
    customLocation: inGroup("Microsoft.ExtendedLocation/customLocations", customLocation),
    providerClass: inGroup(
      "Microsoft.SecretSyncController/azureKeyVaultSecretProviderClasses",
      `spc-ops-${hexOf(instanceId.toLowerCase(), 7)}`,
    ),
    syncIdentity: inGroup("Microsoft.ManagedIdentity/userAssignedIdentities", `id-sync-${name}`),
    schemaRegistry: inGroup("Microsoft.DeviceRegistry/schemaRegistries", `sr-${name}`),
    deviceNamespace: inGroup("Microsoft.DeviceRegistry/namespaces", `adr-${name}`),
  };
}

/** Object id of the Arc extension's identity: the one that pulls with `SystemAssignedManagedIdentity`. */
export function pullingPrincipalOf(site: EdgeSite): string {
  return guidOf(`principal of ${edgeSiteIds(site).aioExtension.toLowerCase()}`);
}

/** Name of the Azure IoT Operations extension on a cluster, as the CLI makes it. */
export function aioExtensionName(clusterId: string): string {
  return `azure-iot-operations-${hexOf(clusterId.toLowerCase(), 5)}`;
}
