import fc from "fast-check";
import type { EndpointQueryRow } from "../columns";
import { emptyQuery, withFacet, type EndpointQuery, type SortKey } from "../endpoint-query";
import { facetIds, sortFieldIds, type FacetId } from "../fields";
import { formatSearch, type SearchClause, type SearchField } from "../search-language";

/** An instance of generated rows. */
export interface GeneratedInstance {
  name: string;
  subscription: number;
  group: string;
  location: string;
  version: string;
  tags: Record<string, string> | null;
  customLocation: string;
}

/** An endpoint of generated rows. */
export interface GeneratedEndpoint {
  name: string;
  /** Position among the instances, modulo how many there are. */
  instance: number;
  host: string;
  method: string;
  state: string;
}

/** What rows are made of: few values, so that they meet, and awkward ones. */
export interface GeneratedFleet {
  instances: GeneratedInstance[];
  endpoints: GeneratedEndpoint[];
}

const cities = ["Oslo", "oslo 2", "Gdańsk", "MALMÖ", "it's", 'a"b', "\\n", "", "😀 hall"];
const hosts = [
  "contoso.azurecr.io",
  "Contoso.AzureCR.io/team",
  "a_b.azurecr.io",
  "a.b.azurecr.io",
  ".azurecr.io",
  "gov.azurecr.us:443",
  "mcr.microsoft.com",
  "mcr.azure.cn",
  "ghcr.io/contoso",
  "github.com",
  "docker.io",
  "registry-1.docker.io/x",
  "localhost:5000",
  "quay.io",
  "EU.quay.io/x",
  "notquay.io",
  "430117902288.dkr.ecr.eu-central-1.amazonaws.com/x",
  "1.dkr.ECR-fips.us-gov-west-1.amazonaws.com:443",
  "1.dkr.ecr.eu-west-1.amazonaws.com.example.com/x",
  "public.ecr.aws",
  "europe-docker.pkg.dev:443/x",
  "gcr.io",
  "gcr.io.example.com",
  "registry.gitlab.com",
  "",
];
const methods = [
  "Anonymous",
  "SystemAssignedManagedIdentity",
  "UserAssignedManagedIdentity",
  "ArtifactPullSecret",
  "somethingNew",
  "",
];
const versions = ["1.2.9", "1.2.10", "1.2.154", "1.10.0", "1.2", "1.2.10-preview", "V2", ""];
const tagNames = ["site", "Site", "env", "cost center"];

const instances = fc.record({
  name: fc.constantFrom("aio-a", "AIO-b", "aio-10", "aio-9"),
  subscription: fc.nat(2),
  group: fc.constantFrom("rg-North", "rg-south"),
  location: fc.constantFrom("westeurope", "eastus2"),
  version: fc.constantFrom(...versions),
  tags: fc.option(
    fc
      .uniqueArray(fc.tuple(fc.constantFrom(...tagNames), fc.constantFrom(...cities)), {
        maxLength: 3,
        selector: ([name]) => name.toLowerCase(),
      })
      .map((tags) => Object.fromEntries(tags)),
  ),
  customLocation: fc.constantFrom("cl-north", "CL-South"),
});
const endpoints = fc.record({
  name: fc.constantFrom("default", "Default-2", "ghcr", "edge_1", "registry-10", "registry-9"),
  instance: fc.nat(5),
  host: fc.constantFrom(...hosts),
  method: fc.constantFrom(...methods),
  state: fc.constantFrom("Succeeded", "Failed", "Updating"),
});

/** Fleets in which no two instances, and no two endpoints, have the same id in any case. */
export const fleets: fc.Arbitrary<GeneratedFleet> = fc
  .record({
    instances: fc.uniqueArray(instances, {
      minLength: 1,
      maxLength: 5,
      selector: ({ name, subscription, group }) => `${subscription}/${group}/${name}`.toLowerCase(),
    }),
    endpoints: fc.array(endpoints, { maxLength: 24 }),
  })
  .map(({ instances, endpoints }) => ({
    instances,
    endpoints: [
      ...new Map(
        endpoints.map((one) => {
          const instance = one.instance % instances.length;
          return [`${instance} ${one.name.toLowerCase()}`, { ...one, instance }];
        }),
      ).values(),
    ],
  }));

/** A fleet that has every awkward value once, in no order. */
export const awkwardFleet: GeneratedFleet = {
  instances: versions.map((version, at) => ({
    name: `aio-${at}`,
    subscription: at % 3,
    group: at % 2 === 0 ? "rg-North" : "rg-south",
    location: at % 2 === 0 ? "westeurope" : "eastus2",
    version,
    tags: { Site: cities[at] ?? "", env: "prod" },
    customLocation: "cl-north",
  })),
  endpoints: hosts.map((host, at) => ({
    name: `registry-${at}`,
    instance: (at * 5) % versions.length,
    host,
    method: methods[at % methods.length] ?? "",
    state: at % 4 === 0 ? "Failed" : "Succeeded",
  })),
};

/** Id of a generated subscription. */
export function subscriptionIdOf(number: number): string {
  return `0000000${number}-AAAA-4000-8000-00000000000${number}`;
}

export function subscriptionNameOf(number: number): string {
  return ["Contoso Europe", "contoso asia", "Fabrikam"][number] ?? "Other";
}

/** ARM id of a generated instance. */
export function instanceIdOf({ subscription, group, name }: GeneratedInstance): string {
  return `/subscriptions/${subscriptionIdOf(subscription)}/resourceGroups/${group}/providers/Microsoft.IoTOperations/instances/${name}`;
}

/** The rows of a fleet, as the list would have them. */
export function rowsOf({ instances, endpoints }: GeneratedFleet): EndpointQueryRow[] {
  return endpoints.flatMap(({ name, instance: position, host, method, state }) => {
    const instance = instances[position];
    if (instance === undefined) return [];
    const instanceId = instanceIdOf(instance);
    const site = Object.entries(instance.tags ?? {}).find(
      ([tag]) => tag.toLowerCase() === "site",
    )?.[1];
    return [
      {
        id: `${instanceId}/registryEndpoints/${name}`,
        name,
        host,
        authentication: method,
        provisioningState: state,
        instanceId,
        instanceName: instance.name,
        instanceVersion: instance.version,
        site: site || instance.customLocation,
        location: instance.location,
        resourceGroup: instance.group,
        subscriptionId: subscriptionIdOf(instance.subscription),
        subscriptionName: subscriptionNameOf(instance.subscription),
        tags: instance.tags,
      },
    ];
  });
}

const searchedFields: SearchField[] = [
  "name",
  "host",
  "instance",
  "site",
  "resourceGroup",
  "subscription",
  "tags",
  "authentication",
  "provisioningState",
  "version",
  "location",
  "registry",
];
const texts = fc.oneof(
  fc.constantFrom(
    ...["o", "OSLO", "site=", "Site=os", "env=a", "=", "azurecr", "default", "1.2", "fail", "10"],
    ...[
      "acr",
      "docker",
      "identity",
      "contoso",
      "it's",
      '"',
      "\\",
      "ö",
      "ń",
      "😀",
      "0001",
      "-",
      " ",
    ],
  ),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 2 }),
);
const clauses: fc.Arbitrary<SearchClause> = fc.record(
  {
    field: fc.constantFrom(...searchedFields),
    text: texts.filter((text) => text.trim() !== "" && !/[\p{Cc}\p{Cs}]/u.test(text)),
    isNegated: fc.boolean(),
  },
  { requiredKeys: ["text", "isNegated"] },
);
const sortKeys: fc.Arbitrary<SortKey> = fc.record({
  column: fc.constantFrom(...sortFieldIds),
  direction: fc.constantFrom("asc" as const, "desc" as const),
});

/** Queries that have something to do with generated rows. */
export function queriesOf(
  facets: Partial<Record<FacetId, readonly string[]>>,
): fc.Arbitrary<EndpointQuery> {
  const chosen = facetIds.map((id) =>
    fc.oneof(
      { weight: 4, arbitrary: fc.constant<string[]>([]) },
      { weight: 1, arbitrary: fc.subarray([...(facets[id] ?? [])], { minLength: 0 }) },
    ),
  );
  return fc
    .record({
      clauses: fc.array(clauses, { maxLength: 3 }),
      chosen: fc.tuple(...chosen),
      sort: fc.array(sortKeys, { maxLength: 3 }),
    })
    .map(({ clauses, chosen, sort }) =>
      facetIds.reduce<EndpointQuery>((query, id, at) => withFacet(query, id, chosen[at] ?? []), {
        ...emptyQuery(),
        search: formatSearch(clauses),
        sort,
      }),
    );
}

/** Facet values that generated rows have, in other spellings too, and one that none has. */
export const generatedFacets: Partial<Record<FacetId, readonly string[]>> = {
  authentication: ["anonymous", "ArtifactPullSecret", "somethingnew", ""],
  host: ["CONTOSO.azurecr.io/team", "localhost:5000", "nowhere"],
  registry: ["acr", "mcr", "github", "dockerhub", "other"],
  instance: [0, 1].flatMap((subscription) =>
    ["aio-a", "aio-b"].map((name) =>
      instanceIdOf({ subscription, name, group: "rg-north" } as GeneratedInstance),
    ),
  ),
  site: ["oslo", "malmö", "cl-north", "it's"],
  version: ["1.2.9", "1.2.10", "v2", ""],
  subscription: [0, 1].map(subscriptionIdOf),
  resourceGroup: ["rg-north"],
  location: ["WestEurope"],
  provisioningState: ["succeeded", "Failed"],
};
