import { CONTOSO_TENANT_ID } from "../../entra/personas";
import { identityIds } from "../../providers/managed-identity/user-assigned-identities";
import { withStatus } from "../../providers/secret-sync/sync-status";
import { createStore, type StoredResource } from "../../store";
import { issuerUrlOf } from "./arc-cluster";
import { edgeSiteIds, type EdgeSite } from "./edge-site-ids";
import { madeBy, placeOf, type Timeline } from "./resource";

/** `objects` of a provider class that lists `names`, with the indentation that its writer used. */
export function objectsYaml(
  names: readonly string[],
  indent: 2 | 4 = 4,
  extra: Record<string, string> = {},
): string {
  const outer = " ".repeat(indent);
  const inner = " ".repeat(indent === 4 ? 6 : 4);
  const items = names.map((name) => {
    const members = { objectName: name, objectType: "secret", ...extra };
    const lines = Object.entries(members).map(([key, value]) => `${inner}${key}: ${value}\n`);
    return `${outer}- |\n${lines.join("")}`;
  });
  return `array:\n${items.join("")}`;
}

export function secretProviderClass(
  timeline: Timeline,
  site: EdgeSite,
  id: string,
  { vaultId, objects }: { vaultId: string; objects: string },
): StoredResource {
  const ids = edgeSiteIds(site);
  return {
    id,
    name: placeOf(id).name,
    type: "Microsoft.SecretSyncController/azureKeyVaultSecretProviderClasses",
    location: site.location,
    extendedLocation: { name: ids.customLocation, type: "CustomLocation" },
    systemData: madeBy(timeline, "mateus", 198, 41, "ingrid"),
    properties: {
      keyvaultName: placeOf(vaultId).name,
      clientId: identityIds(ids.syncIdentity).clientId,
      tenantId: CONTOSO_TENANT_ID,
      objects,
      provisioningState: "Succeeded",
    },
  };
}

/** The identity that reads the vault, trusted for the secret sync service account of the site's cluster. */
export function syncIdentity(timeline: Timeline, site: EdgeSite): StoredResource[] {
  const ids = edgeSiteIds(site);
  const credential = "aio-ssc-sa";
  return [
    userAssignedIdentity(timeline, ids.syncIdentity, site.location, { purpose: "secret-sync" }),
    {
      id: `${ids.syncIdentity}/federatedIdentityCredentials/${credential}`,
      name: credential,
      type: "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials",
      systemData: madeBy(timeline, "mateus", 198),
      properties: {
        issuer: issuerUrlOf(ids.cluster),
        subject: "system:serviceaccount:azure-iot-operations:aio-ssc-sa",
        audiences: ["api://AzureADTokenExchange"],
      },
    },
  ];
}

export function userAssignedIdentity(
  timeline: Timeline,
  id: string,
  location: string,
  tags: Record<string, string>,
): StoredResource {
  return {
    id,
    name: placeOf(id).name,
    type: "Microsoft.ManagedIdentity/userAssignedIdentities",
    location,
    tags,
    systemData: madeBy(timeline, "mateus", 199),
    properties: identityIds(id),
  };
}

/** A secret sync of a scenario; its status is worked out by the rules that the emulator goes by. */
export interface SecretSyncSeed {
  site: EdgeSite;
  name: string;
  type: string;
  /** Target key → source path. */
  keys: Record<string, string>;
  /** For a cluster that no longer reports: what it last said. */
  status?: Record<string, unknown>;
}

export function secretSync(timeline: Timeline, seed: SecretSyncSeed): StoredResource {
  const { subscriptionId, resourceGroup } = placeOf(seed.site.instanceId);
  const ids = edgeSiteIds(seed.site);
  return {
    id: `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.SecretSyncController/secretSyncs/${seed.name}`,
    name: seed.name,
    type: "Microsoft.SecretSyncController/secretSyncs",
    location: seed.site.location,
    extendedLocation: { name: ids.customLocation, type: "CustomLocation" },
    systemData: madeBy(timeline, "ingrid", 41),
    properties: {
      secretProviderClassName: placeOf(ids.providerClass).name,
      serviceAccountName: "aio-ssc-sa",
      kubernetesSecretType: seed.type,
      objectSecretMapping: Object.entries(seed.keys).map(([targetKey, sourcePath]) => ({
        sourcePath,
        targetKey,
      })),
      provisioningState: "Succeeded",
      ...(seed.status ? { status: seed.status } : {}),
    },
  };
}

/** Gives each secret sync the status that the controller on its cluster reports. */
export function withSyncStatuses(
  timeline: Timeline,
  resources: StoredResource[],
): StoredResource[] {
  const store = createStore();
  for (const resource of resources) store.put(resource);
  return resources.map((resource) =>
    resource.type === "Microsoft.SecretSyncController/secretSyncs"
      ? withStatus(resource, { store, now: timeline.now })
      : resource,
  );
}
