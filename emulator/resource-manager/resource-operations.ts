import type { Clock } from "../clock";
import type { ResourceStore } from "../store";
import type { AccessControl } from "./access-control";
import { readActionOf } from "./access-control";
import type { ArmResponse, AuthorizedRequest } from "./arm-message";
import { idOf, scopeOf, type ArmPath, type ProviderPart } from "./arm-path";
import type { Operations } from "./operations";
import { pageOf, pageSizeOf } from "./paging";
import type {
  ListScope,
  OperationContext,
  OperationResult,
  ProviderOperation,
  ResourceType,
  Target,
} from "./provider";
import { forbidden, notEmulated, resourceNotFound } from "./refusals";
import { checkApiVersion, queryParameter, readJson } from "./request-checks";
import {
  parentIdOf,
  requireParent,
  requireResourceGroup,
  requireSubscription,
  targetOf,
} from "./resource-scope";
import { typeOf, type ResourceTypes } from "./resource-types";
import {
  deleteResource,
  patchResource,
  pollingHeaders,
  presentResource,
  putResource,
  regionalBase,
  type Write,
} from "./writes";

interface Surroundings {
  store: ResourceStore;
  clock: Clock;
  access: AccessControl;
  operations: Operations;
  types: ResourceTypes;
}

/**
 * Everything that providers describe as data: get, list, write, delete and actions of a resource
 * type. Checks come in ARM's order: API version, subscription, rights, resource group, parent, resource.
 */
export function handleResourceOperation(
  path: ArmPath,
  request: AuthorizedRequest,
  surroundings: Surroundings,
): ArmResponse {
  const part = path.parts.at(-1);
  if (!part) throw notEmulated(request.method);
  const operation = surroundings.types.operation(request.method, typeOf(part));
  if (operation) return callProvider(operation, path, part, request, surroundings);
  if (request.method === "POST") return invokeAction(path, part, request, surroundings);
  const type = surroundings.types.find(typeOf(part));
  if (!type) throw notEmulated(`${request.method} ${surroundings.types.canonical(typeOf(part))}`);
  checkApiVersion(request.apiVersion, type);
  checkSubscription(path, request, surroundings);
  if (part.types.length > part.names.length)
    return listResources(path, type, request, surroundings);
  return handleResource(path, type, request, surroundings);
}

function handleResource(
  path: ArmPath,
  resourceType: ResourceType,
  request: AuthorizedRequest,
  surroundings: Surroundings,
): ArmResponse {
  const { store, operations } = surroundings;
  const verb = verbs.get(request.method);
  if (verb === undefined) throw notEmulated(`${request.method} ${resourceType.type}`);
  const context = contextOf(request, surroundings);
  const asked = store.get(idOf(path))?.id ?? idOf(path);
  context.require(`${resourceType.type}/${verb}`, asked);
  requireResourceGroup(path, store);
  requireParent(path, verb, resourceType.type, store);
  const target = targetOf(path, resourceType, store);
  const existing = store.get(target.id);
  const write: Write = { request, target, existing, resourceType, context, operations };
  switch (request.method) {
    case "PUT":
      return putResource(write);
    case "DELETE":
      return deleteResource(write);
    case "PATCH":
      if (!existing) throw missing(target, resourceType);
      return patchResource({ ...write, existing });
    default:
      if (!resourceType.get) throw notEmulated(`GET ${resourceType.type}`);
      if (!existing) throw missing(target, resourceType);
      return { status: 200, body: presentResource(existing, write) };
  }
}

function listResources(
  path: ArmPath,
  resourceType: ResourceType,
  request: AuthorizedRequest,
  surroundings: Surroundings,
): ArmResponse {
  const { store, access } = surroundings;
  const { method, url, caller } = request;
  const { list, type } = resourceType;
  const scope = listScopeOf(path);
  if (method !== "GET" || !list?.scopes.includes(scope)) {
    throw notEmulated(`${method === "GET" ? "LIST" : method} ${type} below a ${scope}`);
  }
  const filter = queryParameter(url, "$filter");
  // A filter that is ignored would answer with what was not asked for.
  if (filter !== undefined && !list.select) throw notEmulated(`LIST ${type} with $filter`);
  const below = parentIdOf(path) ?? scopeOf(path);
  const action = readActionOf(type);
  const mayReadAll = access.may(caller.objectId, action, below);
  const isBroad = scope !== "parent";
  if (!mayReadAll && !(isBroad && access.hasRoleNear(caller.objectId, below))) {
    throw forbidden(caller, action, below);
  }
  requireResourceGroup(path, store);
  requireParent(path, "read", type, store);
  const context = contextOf(request, surroundings);
  const found = list.select?.(below, filter, context) ?? store.list(type, below);
  const visible = found.filter(({ id }) => mayReadAll || access.may(caller.objectId, action, id));
  const pageSize = list.topParameter ? pageSizeOf(url, list.pageSize) : list.pageSize;
  const page = pageOf(visible, pageSize, url);
  return {
    status: 200,
    body: {
      value: page.items.map((item) => presentResource(item, { resourceType, context })),
      ...(page.nextLink === undefined ? {} : { nextLink: page.nextLink }),
    },
  };
}

function invokeAction(
  path: ArmPath,
  part: ProviderPart,
  request: AuthorizedRequest,
  surroundings: Surroundings,
): ArmResponse {
  const { store, types } = surroundings;
  const asked = part.types.at(-1) ?? "";
  const owner = { ...part, types: part.types.slice(0, -1) };
  const resourceType = types.find(typeOf(owner));
  const name = Object.keys(resourceType?.actions ?? {}).find(
    (candidate) => candidate.toLowerCase() === asked.toLowerCase(),
  );
  const action = name === undefined ? undefined : resourceType?.actions?.[name];
  if (!resourceType || !action || owner.types.length !== part.names.length) {
    throw notEmulated(`POST ${types.canonical(typeOf(owner))}/${asked}`);
  }
  checkApiVersion(request.apiVersion, resourceType);
  checkSubscription(path, request, surroundings);
  const resourcePath = { ...path, parts: [...path.parts.slice(0, -1), owner] };
  const context = contextOf(request, surroundings);
  const id = store.get(idOf(resourcePath))?.id ?? idOf(resourcePath);
  context.require(`${resourceType.type}/${name}/action`, id);
  requireResourceGroup(path, store);
  requireParent(resourcePath, "action", resourceType.type, store);
  const resource = store.get(id);
  if (!resource) throw missing(targetOf(resourcePath, resourceType, store), resourceType);
  const result = action(readJson(request), resource, context);
  return answerWith(result, { id, type: resourceType.type }, request, surroundings);
}

function callProvider(
  { apiVersions, action, handle }: ProviderOperation,
  path: ArmPath,
  part: ProviderPart,
  request: AuthorizedRequest,
  surroundings: Surroundings,
): ArmResponse {
  const type = surroundings.types.canonical(typeOf(part));
  checkApiVersion(request.apiVersion, { type, apiVersions });
  checkSubscription(path, request, surroundings);
  const context = contextOf(request, surroundings);
  const scope = part.names.length > 0 ? idOf(path) : scopeOf(path);
  if (action !== undefined) context.require(action, scope);
  requireResourceGroup(path, surroundings.store);
  const { names } = part;
  const { subscriptionId = "" } = path;
  const result = handle({ scope, names, subscriptionId, body: readJson(request) }, context);
  return answerWith(result, { id: scope, type }, request, surroundings);
}

/** The answer of an operation that is not a resource's own, at once or by `Location`. */
function answerWith(
  { status, body, longRunning }: OperationResult,
  about: { id: string; type: string },
  request: AuthorizedRequest,
  { store, operations }: Surroundings,
): ArmResponse {
  if (!longRunning) return { status, body };
  const operation = operations.start({
    resourceId: about.id,
    below: regionalBase(about.id, about.type, store.get(about.id)?.location),
    durationMs: longRunning.durationMs,
    write: "POST",
    outcome: request.outcome,
    result: { status, body },
    onEnd(ended) {
      if (ended === "Succeeded") longRunning.onEnd?.();
    },
  });
  return { status: 202, headers: pollingHeaders(operation, "location", request, operations) };
}

const verbs = new Map([
  ["GET", "read"],
  ["PUT", "write"],
  ["PATCH", "write"],
  ["DELETE", "delete"],
]);

function checkSubscription(
  path: ArmPath,
  { caller, url }: AuthorizedRequest,
  { store }: Surroundings,
): void {
  if (path.subscriptionId === undefined) return;
  requireSubscription(path.subscriptionId, { store, caller, origin: url.origin });
}

function contextOf(
  request: AuthorizedRequest,
  { store, clock, access }: Surroundings,
): OperationContext {
  const { caller, apiVersion, url } = request;
  const may = (action: string, scope: string) => access.may(caller.objectId, action, scope);
  return {
    store,
    clock,
    caller,
    apiVersion,
    query: url.searchParams,
    may,
    require(action, scope, code) {
      if (!may(action, scope)) throw forbidden(caller, action, scope, code);
    },
  };
}

function listScopeOf(path: ArmPath): ListScope {
  if (parentIdOf(path) !== undefined) return "parent";
  return path.resourceGroup === undefined ? "subscription" : "resourceGroup";
}

function missing({ id, resourceGroup }: Target, { type }: ResourceType) {
  const names = id.slice(id.toLowerCase().lastIndexOf("/providers/")).split("/");
  const ownNames = names.filter((_, index) => index > 3 && index % 2 === 0);
  const [namespace = "", ...typeNames] = type.split("/");
  const path = typeNames.flatMap((typeName, index) => [typeName, ownNames[index] ?? ""]);
  return resourceNotFound([namespace, ...path].join("/"), resourceGroup);
}
