import type { ResourceStore, StoredResource } from "../store";
import { ArmError } from "./arm-error";
import { idOf, scopeOf, type ArmPath } from "./arm-path";
import type { Caller, ResourceType, Target } from "./provider";
import { parentNotFound, resourceGroupNotFound, subscriptionNotFound } from "./refusals";

/**
 * The subscription of a path.
 *
 * @throws ArmError 400 for an id that is no GUID, 404 for one that does not exist, 401 for a token of
 * another tenant than the subscription's
 */
export function requireSubscription(
  subscriptionId: string,
  { store, caller, origin }: { store: ResourceStore; caller: Caller; origin: string },
): StoredResource {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(subscriptionId)) {
    throw new ArmError(
      400,
      "InvalidSubscriptionId",
      `The provided subscription identifier '${subscriptionId}' is malformed or invalid.`,
    );
  }
  const subscription = store.get(`/subscriptions/${subscriptionId}`);
  if (!subscription) throw subscriptionNotFound(subscriptionId);
  const tenantId = String(subscription.properties.tenantId);
  if (tenantId !== caller.tenantId) {
    const message =
      `The access token is from the wrong issuer '${origin}/${caller.tenantId}/'. It must match the tenant ` +
      `'${origin}/${tenantId}/' associated with this subscription. Please use the authority (URL) ` +
      `'${origin}/${tenantId}' to get the token.`;
    throw new ArmError(401, "InvalidAuthenticationTokenTenant", message, {
      headers: {
        "WWW-Authenticate": `Bearer authorization_uri="${origin}/${tenantId}", error="invalid_token", error_description="The access token is from the wrong issuer."`,
      },
    });
  }
  return subscription;
}

/** Throws the 404 of a resource group that a path names and that does not exist. */
export function requireResourceGroup(path: ArmPath, store: ResourceStore): void {
  if (path.resourceGroup === undefined) return;
  if (!store.get(idOf({ ...path, parts: [] }))) throw resourceGroupNotFound(path.resourceGroup);
}

/** The resource that `path` names below its `ancestors`: canonical type names, stored casing of what exists. */
export function targetOf(path: ArmPath, resourceType: ResourceType, store: ResourceStore): Target {
  const part = path.parts.at(-1);
  const name = part?.names.at(-1) ?? "";
  const parentId = parentIdOf(path);
  const asked = idOf(path);
  const existing = store.get(asked);
  const scope = parentId ?? scopeOf(path);
  const base = store.get(scope)?.id ?? scope;
  const [namespace = "", ...typeNames] = resourceType.type.split("/");
  const isNested = (part?.names.length ?? 0) > 1;
  const id = isNested
    ? `${base}/${typeNames.at(-1)}/${name}`
    : `${base === "/" ? "" : base}/providers/${namespace}/${typeNames[0]}/${name}`;
  return {
    id: existing?.id ?? id,
    name: existing?.name ?? name,
    subscriptionId: path.subscriptionId ?? "",
    ...(path.resourceGroup === undefined ? {} : { resourceGroup: path.resourceGroup }),
    ...(parentId === undefined ? {} : { parentId: store.get(parentId)?.id ?? parentId }),
  };
}

/** Id of the resource that the addressed one, or the addressed collection, belongs to; undefined for a top-level type. */
export function parentIdOf(path: ArmPath): string | undefined {
  const part = path.parts.at(-1);
  if (!part) return undefined;
  const depth = part.types.length - 1;
  if (depth > 0) {
    const types = part.types.slice(0, depth);
    const names = part.names.slice(0, depth);
    return idOf({ ...path, parts: [...path.parts.slice(0, -1), { ...part, types, names }] });
  }
  return path.parts.length > 1 ? scopeOf(path) : undefined;
}

/** Throws 404 `ParentResourceNotFound` when the parent of what a path addresses does not exist. */
export function requireParent(
  path: ArmPath,
  verb: string,
  type: string,
  store: ResourceStore,
): void {
  const parentId = parentIdOf(path);
  if (parentId !== undefined && !store.get(parentId)) {
    throw parentNotFound(verb, type.slice(type.indexOf("/") + 1), parentId);
  }
}
