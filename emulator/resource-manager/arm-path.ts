/** One `/providers/{namespace}/{type}/{name}…` part of a path. */
export interface ProviderPart {
  namespace: string;
  types: string[];
  /** As many as `types` for a resource; one fewer for a collection or an action. */
  names: string[];
}

/** What a path of Resource Manager addresses, with the casing that it was asked with. */
export interface ArmPath {
  /** First segment when there is no `/providers`: `subscriptions` or `tenants`. */
  root?: "subscriptions" | "tenants";
  subscriptionId?: string;
  /** Present when the path holds `resourceGroups`, with or without a name behind it. */
  hasResourceGroups: boolean;
  resourceGroup?: string;
  /** Present for `/subscriptions/{id}/resources` and `/subscriptions/{id}/locations`. */
  collection?: "resources" | "locations";
  /** More than one for an extension resource: the last is the one addressed. */
  parts: ProviderPart[];
}

/**
 * Takes a path apart without regard to the case of its keywords. Empty segments are skipped: the
 * permissions API of a resource without a parent path is called with a double slash.
 *
 * @returns undefined for a path that is not one of Resource Manager's, or is not valid percent-encoding
 */
export function parseArmPath(pathname: string): ArmPath | undefined {
  const segments = decodeSegments(pathname);
  if (!segments?.length) return undefined;
  const path: ArmPath = { hasResourceGroups: false, parts: [] };
  let rest = segments;
  const isNext = (keyword: string) => rest[0]?.toLowerCase() === keyword;
  if (isNext("tenants") && rest.length === 1) return { ...path, root: "tenants" };
  if (isNext("subscriptions")) {
    path.root = "subscriptions";
    path.subscriptionId = rest[1];
    rest = rest.slice(2);
    for (const collection of ["resources", "locations"] as const) {
      if (isNext(collection) && rest.length === 1) return { ...path, collection };
    }
    if (isNext("resourcegroups")) {
      path.hasResourceGroups = true;
      path.resourceGroup = rest[1];
      rest = rest.slice(2);
    }
  }
  while (isNext("providers")) {
    const [, namespace, ...following] = rest;
    if (namespace === undefined) return undefined;
    const part: ProviderPart = { namespace, types: [], names: [] };
    rest = following;
    while (rest.length > 0 && !isNext("providers")) {
      const [type, name] = rest;
      if (type !== undefined) part.types.push(type);
      if (name !== undefined) part.names.push(name);
      rest = rest.slice(2);
    }
    path.parts.push(part);
  }
  return rest.length > 0 ? undefined : path;
}

/** The id of what precedes the last `/providers`, as it was asked; `/` for the tenant. */
export function scopeOf(path: ArmPath): string {
  return idOf({ ...path, parts: path.parts.slice(0, -1) });
}

/** The id that a path spells, without a collection's or an action's last segment. */
export function idOf(path: ArmPath): string {
  let id = "";
  if (path.subscriptionId !== undefined) id += `/subscriptions/${path.subscriptionId}`;
  if (path.resourceGroup !== undefined) id += `/resourceGroups/${path.resourceGroup}`;
  for (const { namespace, types, names } of path.parts) {
    id += `/providers/${namespace}`;
    names.forEach((name, index) => (id += `/${types[index]}/${name}`));
  }
  return id || "/";
}

function decodeSegments(pathname: string): string[] | undefined {
  try {
    return pathname.split("/").filter(Boolean).map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
