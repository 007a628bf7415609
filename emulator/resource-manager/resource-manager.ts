import type { Clock } from "../clock";
import type { TokenIssuer } from "../entra/token-issuer";
import type { ResourceGraph } from "../resource-graph/graph-types";
import type { ResourceStore } from "../store";
import type { AccessControl } from "./access-control";
import { ArmError } from "./arm-error";
import type { ArmRequest, ArmResponse, AuthorizedRequest } from "./arm-message";
import { idOf, parseArmPath, scopeOf, type ArmPath } from "./arm-path";
import { authenticate } from "./authentication";
import { handleCoreOperation, handlePermissions } from "./core-operations";
import { operationNames } from "./operation-name";
import {
  operationStatusBody,
  retryAfterSeconds,
  type Operation,
  type Operations,
} from "./operations";
import type { ResourceProvider } from "./provider";
import { forbidden, notEmulated } from "./refusals";
import { checkOwnApiVersion, readJsonObject, requireApiVersion } from "./request-checks";
import { handleResourceOperation } from "./resource-operations";
import { requireSubscription } from "./resource-scope";
import { createResourceTypes, typeOf } from "./resource-types";
import { endOf } from "./writes";

export interface ResourceManagerOptions {
  store: ResourceStore;
  clock: Clock;
  access: AccessControl;
  operations: Operations;
  graph: ResourceGraph;
  issuer: TokenIssuer;
  providers: readonly ResourceProvider[];
}

/** Azure Resource Manager over a store: one call for each request. */
export interface ResourceManager {
  /** Answers a request; refusals are answers, too. */
  handle(request: ArmRequest): Promise<ArmResponse>;
  /** Names of the operation that a request asks for: see `operationNames`. */
  operationNames(method: string, url: URL): string[];
  /** Goes on with what was under way when the state was kept. */
  resume(): void;
}

/** Versions of Resource Graph that clients send (2024-04-01 by @azure/arm-resourcegraph 5). */
const graphVersions = ["2021-03-01", "2022-10-01", "2024-04-01"] as const;

export function createResourceManager(options: ResourceManagerOptions): ResourceManager {
  const types = createResourceTypes(options.providers);
  const surroundings = { ...options, types };

  const route = async (request: ArmRequest): Promise<ArmResponse> => {
    const { url, method, headers } = request;
    const path = parseArmPath(url.pathname);
    if (!path) throw notEmulated(`${method} ${url.pathname}`);
    const apiVersion = requireApiVersion(url);
    const now = options.clock.now();
    const caller = await authenticate(headers.get("authorization"), options.issuer, {
      origin: url.origin,
      now,
    });
    const authorized: AuthorizedRequest = { ...request, apiVersion, caller };
    if (path.parts.length === 0) return handleCoreOperation(path, authorized, options);
    switch (ownOperationOf(path)) {
      case "microsoft.resourcegraph/resources":
        return queryGraph(authorized, options.graph);
      case "microsoft.authorization/permissions":
        return permissions(path, authorized, options);
      case "operationstatuses":
      case "operationresults":
        return followOperation(path, authorized, options);
      default:
        return handleResourceOperation(path, authorized, surroundings);
    }
  };

  return {
    async handle(request) {
      try {
        return await route(request);
      } catch (error) {
        if (error instanceof ArmError) return errorResponse(error);
        throw error;
      }
    },
    operationNames: (method, url) => operationNames(method, parseArmPath(url.pathname), types),
    resume() {
      options.operations.resume((operation) => endOf(operation, types, options));
      for (const provider of options.providers) provider.resume?.(options);
    },
  };
}

/** The answer for a refusal: ARM's error envelope (common types v5). */
export function errorResponse({ status, error, headers }: ArmError): ArmResponse {
  return { status, body: { error }, headers };
}

/** What Resource Manager answers itself rather than a provider; undefined for everything else. */
function ownOperationOf({ parts, subscriptionId }: ArmPath): string | undefined {
  const part = parts.at(-1);
  if (!part) return undefined;
  const types = part.types.map((type) => type.toLowerCase());
  const name = `${part.namespace}/${types.join("/")}`.toLowerCase();
  if (name === "microsoft.resourcegraph/resources" && subscriptionId === undefined) return name;
  if (name === "microsoft.authorization/permissions" && part.names.length === 0) return name;
  const last = types.at(-1) ?? "";
  const isOperation = ["operationstatuses", "operationresults"].includes(last);
  return isOperation && part.names.length === types.length ? last : undefined;
}

function queryGraph(request: AuthorizedRequest, graph: ResourceGraph): ArmResponse {
  if (request.method !== "POST")
    throw notEmulated(`${request.method} Microsoft.ResourceGraph/resources`);
  checkOwnApiVersion(request.apiVersion, graphVersions);
  const { body, headers } = graph.query(readJsonObject(request), request.caller);
  return { status: 200, body, headers };
}

function permissions(
  path: ArmPath,
  request: AuthorizedRequest,
  options: ResourceManagerOptions,
): ArmResponse {
  if (request.method !== "GET")
    throw notEmulated(`${request.method} Microsoft.Authorization/permissions`);
  const { caller, url } = request;
  if (path.subscriptionId !== undefined) {
    requireSubscription(path.subscriptionId, { store: options.store, caller, origin: url.origin });
  }
  return handlePermissions(scopeOf(path), request, options);
}

/**
 * An address that a write gave out. `operationStatuses` answers 200 with the status; `operationResults`
 * answers 202 until the end, then 204 for success or the failure as an error.
 *
 * @throws ArmError 403 for a caller without the right to read operations in the subscription
 */
function followOperation(
  path: ArmPath,
  { method, url, caller }: AuthorizedRequest,
  { operations, clock, store, access }: ResourceManagerOptions,
): ArmResponse {
  const part = path.parts.at(-1);
  const [kind, id = ""] = [part?.types.at(-1)?.toLowerCase(), part?.names.at(-1)];
  if (!part || method !== "GET") throw notEmulated(`${method} ${kind}`);
  if (path.subscriptionId !== undefined) {
    requireSubscription(path.subscriptionId, { store, caller, origin: url.origin });
  }
  // The address is not below the resource: whoever may write that only is refused here, as in Azure.
  const action = `${typeOf(part)}/read`;
  if (!access.may(caller.objectId, action, idOf(path))) throw forbidden(caller, action, idOf(path));
  const operation = operations.find(id);
  if (!operation || !operations.isSigned(operation, url)) {
    throw new ArmError(404, "NotFound", `The operation '${id}' could not be found.`);
  }
  const retryAfter = { "Retry-After": String(retryAfterSeconds) };
  if (kind === "operationresults") return resultOf(operation, url, retryAfter);
  const isRunning = operation.status === "InProgress";
  return {
    status: 200,
    body: operationStatusBody(operation, clock.now()),
    headers: isRunning ? retryAfter : {},
  };
}

function resultOf(operation: Operation, url: URL, retryAfter: Record<string, string>): ArmResponse {
  switch (operation.status) {
    case "InProgress":
      return { status: 202, headers: { ...retryAfter, Location: url.toString() } };
    case "Succeeded":
      return operation.result ?? { status: 204 };
    case "Failed":
    case "Canceled":
      return { status: 409, body: { error: operation.error } };
  }
}
