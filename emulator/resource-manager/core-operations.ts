import { personas } from "../entra/personas";
import { tenantFor, tenants } from "../entra/tenants";
import type { ResourceStore, StoredResource } from "../store";
import { readActionOf, type AccessControl } from "./access-control";
import type { ArmResponse, AuthorizedRequest } from "./arm-message";
import { idOf, type ArmPath } from "./arm-path";
import { pageOf, pageSizeOf } from "./paging";
import { forbidden, notEmulated, resourceGroupNotFound } from "./refusals";
import { checkOwnApiVersion } from "./request-checks";
import { requireSubscription } from "./resource-scope";
import { handleSubscriptionCollection } from "./subscription-collections";

/** API versions of Resource Manager's own operations. */
const subscriptionVersions = ["2020-01-01", "2021-01-01", "2021-04-01", "2022-12-01"] as const;
const resourceGroupVersions = [
  "2021-04-01",
  "2022-09-01",
  "2024-03-01",
  "2024-11-01",
  "2025-04-01",
] as const;
const permissionVersions = ["2018-07-01", "2022-04-01"] as const;

const resourceGroupTypes = [
  "Microsoft.Resources/resourceGroups",
  "Microsoft.Resources/subscriptions/resourceGroups",
] as const;

interface Surroundings {
  store: ResourceStore;
  access: AccessControl;
}

/**
 * Subscriptions, tenants and resource groups: list and get (Subscriptions 2022-12-01, Resource groups
 * 2021-04-01). A subscription is listed to whoever has any role at it or below it.
 */
export function handleCoreOperation(
  path: ArmPath,
  request: AuthorizedRequest,
  surroundings: Surroundings,
): ArmResponse {
  if (path.collection) return handleSubscriptionCollection(path, request, surroundings);
  if (request.method !== "GET") throw notEmulated(`${request.method} ${coreTypeOf(path)}`);
  if (path.hasResourceGroups) {
    checkOwnApiVersion(request.apiVersion, resourceGroupVersions);
    return handleResourceGroups(path, request, surroundings);
  }
  checkOwnApiVersion(request.apiVersion, subscriptionVersions);
  if (path.root === "tenants") return { status: 200, body: { value: tenantsOf(request) } };
  return handleSubscriptions(path, request, surroundings);
}

/** The type that a path without `/providers` is about, for naming operations. */
export function coreTypeOf(path: ArmPath): string {
  if (path.root === "tenants") return "Microsoft.Resources/tenants";
  if (path.collection) return `Microsoft.Resources/subscriptions/${path.collection}`;
  if (path.hasResourceGroups) return "Microsoft.Resources/subscriptions/resourceGroups";
  return "Microsoft.Resources/subscriptions";
}

/** `GET {scope}/providers/Microsoft.Authorization/permissions`: what the caller's roles at the scope carry. */
export function handlePermissions(
  scope: string,
  request: AuthorizedRequest,
  { access }: Surroundings,
): ArmResponse {
  checkOwnApiVersion(request.apiVersion, permissionVersions);
  // Anyone with a role at the scope may ask what the roles carry; others get nothing to see.
  return { status: 200, body: { value: access.permissionsAt(request.caller.objectId, scope) } };
}

function handleSubscriptions(
  path: ArmPath,
  { caller, url }: AuthorizedRequest,
  { store, access }: Surroundings,
): ArmResponse {
  const isVisible = (id: string) => access.hasRoleNear(caller.objectId, id);
  if (path.subscriptionId !== undefined) {
    const subscription = requireSubscription(path.subscriptionId, {
      store,
      caller,
      origin: url.origin,
    });
    if (!isVisible(subscription.id)) {
      throw forbidden(caller, "Microsoft.Resources/subscriptions/read", subscription.id);
    }
    return { status: 200, body: subscriptionBody(subscription) };
  }
  const visible = store
    .list("Microsoft.Resources/subscriptions")
    .filter(({ id, properties }) => properties.tenantId === caller.tenantId && isVisible(id));
  const page = pageOf(visible, 100, url);
  return {
    status: 200,
    body: {
      value: page.items.map(subscriptionBody),
      count: { type: "Total", value: visible.length },
      ...(page.nextLink === undefined ? {} : { nextLink: page.nextLink }),
    },
  };
}

function handleResourceGroups(
  path: ArmPath,
  { caller, url }: AuthorizedRequest,
  { store, access }: Surroundings,
): ArmResponse {
  const subscription = requireSubscription(path.subscriptionId ?? "", {
    store,
    caller,
    origin: url.origin,
  });
  const action = "Microsoft.Resources/subscriptions/resourceGroups/read";
  if (path.resourceGroup !== undefined) {
    const id = idOf(path);
    const group = store.get(id);
    const isAllowed = access.may(caller.objectId, action, id);
    if (!isAllowed) throw forbidden(caller, action, group?.id ?? id);
    if (!group) throw resourceGroupNotFound(path.resourceGroup);
    return { status: 200, body: resourceGroupBody(group) };
  }
  if (url.searchParams.has("$filter")) throw notEmulated(`LIST ${coreTypeOf(path)} with $filter`);
  if (!access.hasRoleNear(caller.objectId, subscription.id))
    throw forbidden(caller, action, subscription.id);
  const groups = resourceGroupTypes
    .flatMap((type) => store.list(type, subscription.id))
    .filter(({ id, type }) => access.may(caller.objectId, readActionOf(type), id));
  const page = pageOf(groups, pageSizeOf(url, 1_000), url);
  return {
    status: 200,
    body: {
      value: page.items.map(resourceGroupBody),
      ...(page.nextLink === undefined ? {} : { nextLink: page.nextLink }),
    },
  };
}

function subscriptionBody({ id, tags, properties }: StoredResource): Record<string, unknown> {
  const subscriptionId = id.slice(id.lastIndexOf("/") + 1);
  return {
    id,
    authorizationSource: "RoleBased",
    managedByTenants: [],
    subscriptionId,
    state: "Enabled",
    ...properties,
    ...(tags ? { tags } : {}),
  };
}

function resourceGroupBody(group: StoredResource): Record<string, unknown> {
  const { id, name, location, tags, properties } = group;
  return {
    id,
    name,
    type: "Microsoft.Resources/resourceGroups",
    location,
    ...(tags ? { tags } : {}),
    properties: { provisioningState: "Succeeded", ...properties },
  };
}

/** The tenants that the caller has an account in. */
function tenantsOf({ caller }: AuthorizedRequest): Record<string, unknown>[] {
  const persona = personas.find(({ objectId }) => objectId === caller.objectId);
  return tenants
    .filter((tenant) => persona && tenantFor({ kind: "one", tenant }, persona) !== undefined)
    .map(({ id, displayName, domain }) => ({
      id: `/tenants/${id}`,
      tenantId: id,
      tenantCategory: id === persona?.homeTenantId ? "Home" : "ProjectedBy",
      displayName,
      domains: [domain],
      defaultDomain: domain,
      tenantType: "AAD",
    }));
}
