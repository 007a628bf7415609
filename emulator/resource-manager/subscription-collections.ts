import type { ResourceStore } from "../store";
import { readActionOf, type AccessControl } from "./access-control";
import { ArmError } from "./arm-error";
import type { ArmResponse, AuthorizedRequest } from "./arm-message";
import type { ArmPath } from "./arm-path";
import { pageOf, pageSizeOf } from "./paging";
import { forbidden, notEmulated } from "./refusals";
import { checkOwnApiVersion, queryParameter } from "./request-checks";
import { requireSubscription } from "./resource-scope";

/** Versions of the list of resources (2015-11-01 by @azure/arm-keyvault 5). */
const resourceVersions = ["2015-11-01", "2021-04-01", "2024-11-01"] as const;
const locationVersions = ["2020-01-01", "2021-01-01", "2022-12-01"] as const;

const regions: [name: string, displayName: string, geography: string, paired: string][] = [
  ["westeurope", "West Europe", "Europe", "northeurope"],
  ["northeurope", "North Europe", "Europe", "westeurope"],
  ["germanywestcentral", "Germany West Central", "Germany", "germanynorth"],
  ["eastus", "East US", "United States", "westus"],
  ["eastus2", "East US 2", "United States", "centralus"],
  ["southcentralus", "South Central US", "United States", "northcentralus"],
  ["westus3", "West US 3", "United States", "eastus"],
];

interface Surroundings {
  store: ResourceStore;
  access: AccessControl;
}

/** `GET /subscriptions/{id}/locations` and `GET /subscriptions/{id}/resources?$filter=resourceType eq '…'`. */
export function handleSubscriptionCollection(
  { subscriptionId = "", collection }: ArmPath,
  { method, url, caller, apiVersion }: AuthorizedRequest,
  { store, access }: Surroundings,
): ArmResponse {
  const what = `Microsoft.Resources/subscriptions/${collection}`;
  if (method !== "GET") throw notEmulated(`${method} ${what}`);
  const isOfLocations = collection === "locations";
  checkOwnApiVersion(apiVersion, isOfLocations ? locationVersions : resourceVersions);
  const { id } = requireSubscription(subscriptionId, { store, caller, origin: url.origin });
  if (!access.hasRoleNear(caller.objectId, id)) throw forbidden(caller, `${what}/read`, id);
  if (isOfLocations) {
    const value = regions.map((region) => locationBody(id, region));
    return { status: 200, body: { value } };
  }
  const type = typeIn(queryParameter(url, "$filter"));
  const resources = store
    .list(type, id)
    .filter((resource) => access.may(caller.objectId, readActionOf(resource.type), resource.id));
  const page = pageOf(resources, pageSizeOf(url, 1_000), url);
  return {
    status: 200,
    body: {
      // A generic resource has no properties.
      value: page.items.map((resource) => ({
        id: resource.id,
        name: resource.name,
        type: resource.type,
        location: resource.location,
        tags: resource.tags ?? {},
      })),
      ...(page.nextLink === undefined ? {} : { nextLink: page.nextLink }),
    },
  };
}

function typeIn(filter: string | undefined): string {
  const [, type] = /^\s*resourceType\s+eq\s+'([^']+)'\s*$/i.exec(filter ?? "") ?? [];
  if (type !== undefined) return type;
  if (filter === undefined) throw notEmulated("LIST Microsoft.Resources/resources without $filter");
  throw new ArmError(
    400,
    "InvalidFilterInQueryString",
    `Invalid $filter '${filter}' specified in the query string.`,
  );
}

function locationBody(
  subscription: string,
  [name, displayName, geographyGroup, paired]: (typeof regions)[number],
): Record<string, unknown> {
  return {
    id: `${subscription}/locations/${name}`,
    name,
    type: "Region",
    displayName,
    regionalDisplayName: `(${geographyGroup}) ${displayName}`,
    metadata: {
      regionType: "Physical",
      regionCategory: "Recommended",
      geographyGroup,
      pairedRegion: [{ name: paired, id: `${subscription}/locations/${paired}` }],
    },
  };
}
