import { fleetEndpoint } from "../../emulator/scenarios/fleet/endpoints";
import { fleetSubscriptions } from "../../emulator/scenarios/fleet/places";
import { fleetSites } from "../../emulator/scenarios/fleet/sites";
import { createRandom, sharesOf } from "../../emulator/scenarios/seeds/random";
import { placeOf } from "../../emulator/scenarios/seeds/resource";
import type { PackedRows } from "./page/rows";

/**
 * `count` endpoints of the fleet that the local Azure has, the same in every run, in the order of their
 * ids; the more there are, the more a site has.
 */
export function generateRows(count: number): PackedRows {
  const sites = fleetSites();
  const shares = sharesOf(
    count,
    // As the scenario `stress` spreads them: few sites have thousands.
    sites.map((_, rank) => 1 / (4 + ((rank * 211) % sites.length))),
    1,
  );
  const names = new Map(fleetSubscriptions.map(({ id, displayName }) => [id, displayName]));
  const instances = sites.map(({ instanceId, tags, customLocation, version, location }) => {
    const { subscriptionId, resourceGroup, name } = placeOf(instanceId);
    return {
      id: instanceId,
      ...{ name, version, tags, location, resourceGroup, subscriptionId },
      site: tags.site ?? tags.Site ?? customLocation,
      subscriptionName: names.get(subscriptionId) ?? "",
    };
  });
  const endpoints = instances.flatMap(({ id }, at) => {
    const random = createRandom(at);
    return Array.from({ length: shares[at] ?? 0 }, (_, number) => {
      const { name, host, authentication, state = "Succeeded" } = fleetEndpoint(random, at, number);
      const rowId = `${id}/registryEndpoints/${name}`;
      const packed = [at, rowId, name, host, String(authentication.method), state] as const;
      return { key: rowId.toLowerCase(), packed };
    });
  });
  endpoints.sort((a, b) => (a.key < b.key ? -1 : 1));
  return { instances, endpoints: endpoints.map(({ packed }) => packed) };
}
