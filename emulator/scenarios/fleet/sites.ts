import { resourceId } from "../seeds/resource";
import type { EdgeSite } from "../seeds/edge-site-ids";
import { createRandom, sharesOf, type Random } from "../seeds/random";
import { objectsYaml } from "../seeds/secret-sync";
import { fleetSubscriptions, plants } from "./places";

const SITES = 500;

/** Group of what a subscription's sites share. */
export const sharedGroup = "rg-fleet-shared";

/** The vault of a subscription's sites. */
export function vaultIdOf({ id, vault }: { id: string; vault: string }): string {
  return resourceId(id, sharedGroup, "Microsoft.KeyVault/vaults", vault);
}

/** The 500 sites of the fleet, the same in each run. */
export function fleetSites(): EdgeSite[] {
  const random = createRandom(500);
  const shares = sharesOf(
    SITES,
    fleetSubscriptions.map(({ percent }) => percent),
    1,
  );
  return fleetSubscriptions.flatMap((subscription, at) => {
    const cities = subscription.regions.flatMap(({ location, cities: inRegion }) =>
      inRegion.map(([city, country]) => ({ city, country, location })),
    );
    return Array.from({ length: shares[at] ?? 0 }, (_, index) => {
      const round = Math.floor(index / cities.length);
      const [plant, owner] = plants[round % plants.length] ?? plants[0];
      // A city has the same kind of plant twice only when it has had all.
      const number = Math.floor(round / plants.length) + 1;
      const { city, country, location } = cities[index % cities.length] ?? {
        ...{ city: "Gent", country: "BE", location: "westeurope" },
      };
      const words = number === 1 ? `${city} ${plant}` : `${city} ${plant} ${number}`;
      const slug = slugOf(words);
      return siteOf(random, {
        words,
        slug,
        country,
        owner,
        location,
        subscription,
        group: `rg-aio-${slugOf(city)}`,
      });
    });
  });
}

interface Place {
  words: string;
  slug: string;
  country: string;
  owner: string;
  location: string;
  group: string;
  subscription: { id: string; vault: string };
}

function siteOf(random: Random, place: Place): EdgeSite {
  const { slug, subscription, group, location } = place;
  const version = versionOf(random);
  const isOld = version.startsWith("1.1.");
  const state = stateOf(random);
  return {
    instanceId: resourceId(
      subscription.id,
      group,
      "Microsoft.IoTOperations/instances",
      `aio-${slug}`,
    ),
    location,
    tags: tagsOf(random, place),
    customLocation: `cl-${slug}`,
    version,
    ...(state === undefined ? {} : { state }),
    ...(random.once(20) ? { connectivity: random.pick(["Offline", "Expired"] as const) } : {}),
    ...(random.once(3)
      ? {}
      : {
          secureSettings: {
            vaultId: vaultIdOf(subscription),
            objects: objectsYaml(["ghcr-username", "ghcr-token"]),
          },
        }),
    ...(random.once(12) ? { hasLowerCaseLocation: true } : {}),
    hasDefaultEndpoint: !isOld,
  };
}

function versionOf(random: Random): string {
  return random.pick([
    ...(["1.2.189", "1.2.189", "1.2.189", "1.2.189", "1.2.154", "1.2.154", "1.2.112"] as const),
    ...(["1.3.12", "1.3.12", random.once(4) ? "1.1.59" : "1.2.189"] as const),
  ]);
}

function stateOf(random: Random): string | undefined {
  if (random.once(50)) return "Failed";
  if (random.once(80)) return "Updating";
  return random.once(160) ? "Deleting" : undefined;
}

function tagsOf(random: Random, { words, country, owner }: Place): Record<string, string> {
  const stage = random.once(8) ? "test" : "production";
  const wave = `wave-${1 + Math.floor(random.number() * 6)}`;
  // Some are tagged in another spelling, and some not with their site at all.
  const name = random.once(15) ? "Site" : "site";
  return {
    ...(random.once(25) ? {} : { [name]: words }),
    ...{ country, businessUnit: owner, stage, wave },
  };
}

/** A text as a part of a resource name: letters without accents, digits and hyphens. */
function slugOf(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ł", "l")
    .replaceAll(/[Đđ]/g, "d")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-");
}
