import type { StoredResource } from "../store";
import { access } from "./contoso/access";
import { consumers } from "./contoso/consumers";
import { endpoints } from "./contoso/endpoints";
import { fabrikam } from "./contoso/fabrikam";
import { registries } from "./contoso/registries";
import { secretSyncs } from "./contoso/secret-syncs";
import { sites } from "./contoso/sites";
import { vaults } from "./contoso/vaults";
import { identityIds, subscriptionIds, subscriptionNames, type SiteKey } from "./contoso-names";
import type { Scenario } from "./scenario";
import { edgeSite } from "./seeds/edge-site";
import { registryEndpoint } from "./seeds/endpoint";
import { keyVault } from "./seeds/key-vault";
import { placeOf, type Timeline } from "./seeds/resource";
import { userAssignedIdentity, withSyncStatuses } from "./seeds/secret-sync";
import { resourceGroup, subscription } from "./seeds/subscription";

/** The default: a manufacturer with sites in every state that an operator meets. */
export const contoso: Scenario = {
  name: "contoso",
  description:
    "A manufacturer: 3 subscriptions, 14 instances, endpoints and registries of every kind; a guest with a subscription of their own tenant.",
  build(now) {
    const timeline: Timeline = { now };
    return withSyncStatuses(timeline, [
      ...subscriptions(),
      ...Object.entries(sites).flatMap(([key, site]) =>
        siteResources(timeline, key as SiteKey, site),
      ),
      ...registries(timeline),
      ...vaults.flatMap((vault) => keyVault(timeline, vault)),
      ...pullIdentities(timeline),
      ...secretSyncs(timeline),
      ...access(timeline),
      ...fabrikam(timeline),
    ]);
  },
};

function subscriptions(): StoredResource[] {
  const { europe, americas, labs } = subscriptionIds;
  const ofSites = Object.values(sites).map(({ instanceId, location }) => ({
    ...placeOf(instanceId),
    location,
  }));
  const groups = new Map(
    ofSites.map((place) => [`${place.subscriptionId}/${place.resourceGroup}`, place]),
  );
  return [
    ...subscription(europe, subscriptionNames.europe),
    ...subscription(americas, subscriptionNames.americas),
    ...subscription(labs, subscriptionNames.labs),
    resourceGroup(europe, "rg-shared-europe", "westeurope"),
    resourceGroup(americas, "rg-shared-americas", "southcentralus"),
    ...[...groups.values()].map((place) =>
      resourceGroup(place.subscriptionId, place.resourceGroup, place.location),
    ),
  ];
}

function siteResources(
  timeline: Timeline,
  key: SiteKey,
  site: (typeof sites)[SiteKey],
): StoredResource[] {
  const resources = edgeSite(timeline, site);
  const instance = resources.find(({ id }) => id === site.instanceId);
  if (!instance) throw new Error(`The site "${key}" has no instance.`);
  const seeds = endpoints[key] ?? [];
  return [
    ...resources,
    ...seeds.map((seed) => registryEndpoint(timeline, instance, seed)),
    ...consumers(timeline, key, instance),
  ];
}

function pullIdentities(timeline: Timeline): StoredResource[] {
  const purpose = { purpose: "artifact-pull" };
  return [
    userAssignedIdentity(timeline, identityIds.pullEurope, "westeurope", purpose),
    // Another region than the instances that it serves.
    userAssignedIdentity(timeline, identityIds.pullAmericas, "westeurope", purpose),
    userAssignedIdentity(timeline, identityIds.labs, "westus3", purpose),
  ];
}
