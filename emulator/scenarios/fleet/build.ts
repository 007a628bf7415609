import type { StoredResource } from "../../store";
import { edgeSite } from "../seeds/edge-site";
import type { EdgeSite } from "../seeds/edge-site-ids";
import { registryEndpoint } from "../seeds/endpoint";
import { keyVault } from "../seeds/key-vault";
import { subscriptionAccess } from "../seeds/persona-access";
import { createRandom, sharesOf } from "../seeds/random";
import { placeOf, type Timeline } from "../seeds/resource";
import { resourceGroup, subscription } from "../seeds/subscription";
import { fleetConsumers } from "./consumers";
import { fleetEndpoint } from "./endpoints";
import { fleetSubscriptions } from "./places";
import { fleetSites, sharedGroup, vaultIdOf } from "./sites";

/** How the registry endpoints of a fleet are spread over its sites. */
export interface FleetPlan {
  /** All of them, `default` included. */
  endpointCount: number;
  /** How many a site has in proportion to the others; `rank` counts sites that have any, from 0. */
  weightOf: (rank: number) => number;
  /** Name of the last endpoint of the last site that has any. */
  needle: string;
}

/** Builds a fleet of 500 instances. What depends on lot depends on the plan alone. */
export function buildFleet(now: number, plan: FleetPlan): StoredResource[] {
  const timeline: Timeline = { now };
  const sites = fleetSites();
  const resources = [...platform(timeline, sites)];
  const counts = endpointCounts(sites, plan);
  const needleAt = counts.findLastIndex((count) => count > 0);
  for (const [index, site] of sites.entries()) {
    const needle = index === needleAt ? plan.needle : undefined;
    // One by one: a spread of some thousand is more than a call takes.
    for (const resource of siteResources(timeline, site, {
      ...{ seed: index, count: counts[index] ?? 0, needle },
    })) {
      resources.push(resource);
    }
  }
  return resources;
}

/** Id of the instance that has the endpoint with the needle's name. */
export function needleInstanceId(plan: FleetPlan): string {
  const sites = fleetSites();
  const at = endpointCounts(sites, plan).findLastIndex((count) => count > 0);
  return sites[at]?.instanceId ?? "";
}

function endpointCounts(sites: readonly EdgeSite[], plan: FleetPlan): number[] {
  let rank = 0;
  const weights = sites.map(({ hasDefaultEndpoint }) =>
    hasDefaultEndpoint ? plan.weightOf(rank++) : 0,
  );
  return sharesOf(plan.endpointCount, weights, 1);
}

/** Subscriptions, groups, vaults and rights. */
function platform(timeline: Timeline, sites: readonly EdgeSite[]): StoredResource[] {
  const ids = fleetSubscriptions.map(({ id }) => id);
  const groups = new Map(
    sites.map(({ instanceId, location }) => {
      const place = placeOf(instanceId);
      return [`${place.subscriptionId} ${place.resourceGroup}`, { ...place, location }] as const;
    }),
  );
  return [
    ...fleetSubscriptions.flatMap(({ id, displayName }) => subscription(id, displayName)),
    ...[...groups.values()].map(({ subscriptionId, resourceGroup: name, location }) =>
      resourceGroup(subscriptionId, name, location),
    ),
    ...fleetSubscriptions.flatMap((one) => [
      resourceGroup(one.id, sharedGroup, one.regions[0].location),
      ...keyVault(timeline, {
        id: vaultIdOf(one),
        location: one.regions[0].location,
        mode: "rbac",
        secrets: [
          { name: "ghcr-username", updated: 40 },
          { name: "ghcr-token", updated: 12 },
          { name: "dockerhub-token", updated: 200, expiresIn: -9 },
        ],
      }),
    ]),
    ...subscriptionAccess(timeline, { all: ids, ofOperator: ids.slice(0, 2) }),
  ];
}

function siteResources(
  timeline: Timeline,
  site: EdgeSite,
  { seed, count, needle }: { seed: number; count: number; needle: string | undefined },
): StoredResource[] {
  const random = createRandom(seed);
  const resources = edgeSite(timeline, site);
  const instance = resources.find(({ id }) => id === site.instanceId);
  if (!instance) throw new Error(`The site "${site.instanceId}" has no instance.`);
  const beside = count - (site.hasDefaultEndpoint ? 1 : 0);
  const seeds = Array.from({ length: Math.max(beside, 0) }, (_, number) => {
    const endpoint = fleetEndpoint(random, seed, number);
    const isNeedle = needle !== undefined && number === beside - 1;
    return isNeedle ? { ...endpoint, name: needle, state: "Succeeded" } : endpoint;
  });
  const names = [...(site.hasDefaultEndpoint ? ["default"] : []), ...seeds.map(({ name }) => name)];
  return [
    ...resources,
    ...seeds.map((one) => registryEndpoint(timeline, instance, one)),
    ...fleetConsumers(timeline, random, instance, names),
  ];
}
