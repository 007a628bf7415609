/** The parts of an ARM resource id inside a subscription. */
export interface ResourceId {
  /** The id as it was written. */
  id: string;
  subscriptionId: string;
  /** Absent for a subscription and what belongs to it directly. */
  resourceGroup?: string;
  /** Namespace of the resource, the extending one where a resource extends another. */
  provider?: string;
  /** Full type, for example `Microsoft.IoTOperations/instances/registryEndpoints`. */
  type: string;
  name: string;
  /** Id of the resource, group or subscription that this one lives in; absent for a subscription. */
  parentId?: string;
}

/** Characters that no id has and that would change the meaning of a URL built from it. */
const NOT_IN_AN_ID = /[\u0000-\u001f\u007f?#\\]/;

/**
 * Takes an ARM resource id apart: a subscription, resource group, resource, nested resource, or a
 * resource that extends another (with a second `/providers/`). Keywords match in any case; names keep
 * theirs. Answers undefined for anything else, ids outside a subscription included.
 */
export function parseResourceId(id: string): ResourceId | undefined {
  if (NOT_IN_AN_ID.test(id)) return undefined;
  const [root, subscriptions, subscriptionId, ...rest] = id.split("/");
  if (root !== "" || !isWord(subscriptions, "subscriptions") || !isName(subscriptionId)) {
    return undefined;
  }
  if (!rest.every(isName)) return undefined;
  const subscription: ResourceId = {
    id,
    subscriptionId,
    type: "Microsoft.Resources/subscriptions",
    name: subscriptionId,
  };
  return parseBelow(subscription, rest);
}

function parseBelow(parent: ResourceId, segments: string[]): ResourceId | undefined {
  const parentId = idBefore(parent.id, segments.length);
  const [keyword, name, ...rest] = segments;
  if (keyword === undefined) return parent;
  if (name === undefined) return undefined;
  if (isWord(keyword, "providers")) return parseResource(parent, parentId, name, rest);
  if (!isWord(keyword, "resourcegroups") || parent.resourceGroup !== undefined) return undefined;
  const group: ResourceId = {
    ...parent,
    resourceGroup: name,
    type: "Microsoft.Resources/resourceGroups",
    name,
    parentId,
  };
  return parseBelow(group, rest);
}

function parseResource(
  parent: ResourceId,
  parentId: string,
  provider: string,
  segments: string[],
): ResourceId | undefined {
  const types: string[] = [];
  let rest = segments;
  let found: ResourceId | undefined;
  while (rest.length > 0) {
    const [type, name] = rest;
    if (found && isWord(type, "providers")) return parseBelow(found, rest);
    if (type === undefined || name === undefined) return undefined;
    const livesIn = types.length === 0 ? parentId : idBefore(parent.id, rest.length);
    types.push(type);
    rest = rest.slice(2);
    found = {
      ...parent,
      provider,
      type: [provider, ...types].join("/"),
      name,
      parentId: livesIn,
    };
  }
  return found;
}

/** True when both ids name the same resource: ARM compares ids without case. */
export function sameId(one: string, other: string): boolean {
  return idKey(one) === idKey(other);
}

/** The id in the form that keys maps and caches. Never shown and never sent. */
export function idKey(id: string): string {
  return id.toLowerCase();
}

/** The last segment of an id: the resource's name. */
export function nameOf(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}

/** Id of a child resource, for example `childId(instanceId, "registryEndpoints", "default")`. */
export function childId(parentId: string, typeSegment: string, name: string): string {
  return `${parentId}/${typeSegment}/${name}`;
}

export function resourceGroupId(subscriptionId: string, resourceGroup: string): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`;
}

/** The id without its last `count` segments. */
function idBefore(id: string, count: number): string {
  const segments = id.split("/");
  return segments.slice(0, segments.length - count).join("/");
}

function isWord(segment: string | undefined, word: string): boolean {
  return segment?.toLowerCase() === word;
}

/** Dots alone would be resolved by a URL parser and lead to another resource. */
function isName(segment: string | undefined): segment is string {
  return segment !== undefined && segment !== "" && segment !== "." && segment !== "..";
}
