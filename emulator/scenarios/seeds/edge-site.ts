import { identityIds } from "../../providers/managed-identity/user-assigned-identities";
import type { StoredResource } from "../../store";
import { arcCluster } from "./arc-cluster";
import { edgeSiteIds, type EdgeSite } from "./edge-site-ids";
import { defaultEndpoint, registryEndpoint } from "./endpoint";
import { madeBy, placeOf, type Timeline } from "./resource";
import { secretProviderClass, syncIdentity } from "./secret-sync";

/** Everything that stands at a site: cluster, extensions, custom location, instance, secure settings, profile. */
export function edgeSite(timeline: Timeline, site: EdgeSite): StoredResource[] {
  const ids = edgeSiteIds(site);
  const instance = instanceOf(timeline, site);
  return [
    ...arcCluster(timeline, site, ids.cluster),
    customLocationOf(timeline, site),
    ...(site.secureSettings
      ? [
          ...syncIdentity(timeline, site),
          secretProviderClass(timeline, site, ids.providerClass, site.secureSettings),
        ]
      : []),
    instance,
    {
      id: `${instance.id}/dataflowProfiles/default`,
      name: "default",
      type: "Microsoft.IoTOperations/instances/dataflowProfiles",
      extendedLocation: instance.extendedLocation,
      systemData: madeBy(timeline, "pipeline", 200),
      properties: { instanceCount: 1, provisioningState: "Succeeded" },
    },
    ...(site.hasDefaultEndpoint ? [registryEndpoint(timeline, instance, defaultEndpoint)] : []),
  ];
}

function instanceOf(timeline: Timeline, site: EdgeSite): StoredResource {
  const ids = edgeSiteIds(site);
  const state = site.state ?? "Succeeded";
  return {
    id: site.instanceId,
    name: placeOf(site.instanceId).name,
    type: "Microsoft.IoTOperations/instances",
    location: site.location,
    tags: site.tags,
    extendedLocation: { name: customLocationRef(site), type: "CustomLocation" },
    identity: site.secureSettings
      ? { type: "UserAssigned", userAssignedIdentities: assignedIdentities(ids.syncIdentity) }
      : { type: "None" },
    systemData: madeBy(timeline, "mateus", 200, 35, "pipeline"),
    properties: {
      description: `Azure IoT Operations at ${site.tags.site ?? site.customLocation}`,
      version: site.version,
      provisioningState: state,
      healthState: state === "Succeeded" ? "Available" : "Unknown",
      schemaRegistryRef: { resourceId: ids.schemaRegistry },
      adrNamespaceRef: { resourceId: ids.deviceNamespace },
      features: { connectors: { mode: "Stable", settings: { preview: "Disabled" } } },
      ...(site.secureSettings
        ? { defaultSecretProviderClassRef: { resourceId: ids.providerClass } }
        : {}),
    },
  };
}

function assignedIdentities(id: string): Record<string, unknown> {
  const { principalId, clientId } = identityIds(id);
  return { [id]: { principalId, clientId } };
}

function customLocationRef(site: EdgeSite): string {
  const id = edgeSiteIds(site).customLocation;
  return site.hasLowerCaseLocation ? id.replace("/resourceGroups/", "/resourcegroups/") : id;
}

function customLocationOf(timeline: Timeline, site: EdgeSite): StoredResource {
  const ids = edgeSiteIds(site);
  const secretStore = `${ids.cluster}/providers/Microsoft.KubernetesConfiguration/extensions/azure-secret-store`;
  return {
    id: ids.customLocation,
    name: site.customLocation,
    type: "Microsoft.ExtendedLocation/customLocations",
    location: site.location,
    systemData: madeBy(timeline, "mateus", 201),
    properties: {
      hostType: "Kubernetes",
      hostResourceId: ids.cluster,
      namespace: "azure-iot-operations",
      displayName: site.displayName ?? site.customLocation,
      clusterExtensionIds: [secretStore, ids.aioExtension],
      provisioningState: "Succeeded",
      authentication: {},
    },
  };
}
