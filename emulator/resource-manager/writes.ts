import type { ArmRequest, ArmResponse, AuthorizedRequest } from "./arm-message";
import type { Ended, Operation, Operations } from "./operations";
import { retryAfterSeconds } from "./operations";
import type {
  DeleteOperation,
  LongRunning,
  OperationContext,
  PutOperation,
  ResourceType,
  Target,
} from "./provider";
import { notEmulated, operationInProgress } from "./refusals";
import { checkName, readJsonObject } from "./request-checks";
import type { ResourceTypes } from "./resource-types";
import type { StoredResource } from "../store";

/** A write whose rights, parent and API version were checked. */
export interface Write {
  request: AuthorizedRequest;
  target: Target;
  existing: StoredResource | undefined;
  resourceType: ResourceType;
  context: OperationContext;
  operations: Operations;
}

/** Creates or replaces: 201 or 200, and when the type says so the rest happens on the clock. */
export function putResource(write: Write): ArmResponse {
  const { request, target, existing, resourceType, context, operations } = write;
  const { put } = resourceType;
  if (!put) throw notEmulated(`PUT ${resourceType.type}`);
  checkName(target.name, resourceType);
  const body = readJsonObject(request);
  if (operations.runningOn(target.id)) throw operationInProgress(target.id);
  const prepared = put.prepare(body, target, existing, context);
  const { longRunning } = put;
  const resource: StoredResource = {
    id: target.id,
    name: existing?.name ?? target.name,
    type: resourceType.type,
    ...prepared,
    systemData: systemDataOf(existing, context),
  };
  if (!longRunning) {
    context.store.put(resource);
    put.onSucceeded?.(resource, context);
    const status = existing ? (put.updateStatus ?? 200) : 201;
    return { status, body: presentResource(resource, write) };
  }
  const accepted = withState(resource, longRunning.states[existing ? "update" : "create"]);
  context.store.put(accepted);
  const operation = operations.start({
    resourceId: target.id,
    below: addressBase(resource, longRunning.addressBelow, write),
    durationMs: longRunning.durationMs,
    write: "PUT",
    outcome: request.outcome,
    onEnd: (status) => endPut(target.id, status, put, context),
  });
  return {
    status: existing ? (longRunning.updateStatus ?? 200) : 201,
    body: presentResource(accepted, write),
    headers: pollingHeaders(operation, longRunning.via, request, operations),
  };
}

/** Changes members of an existing resource; always synchronous here. */
export function patchResource(write: Write & { existing: StoredResource }): ArmResponse {
  const { request, target, existing, resourceType, context, operations } = write;
  if (!resourceType.patch) throw notEmulated(`PATCH ${resourceType.type}`);
  const body = readJsonObject(request);
  if (operations.runningOn(target.id)) throw operationInProgress(target.id);
  const resource: StoredResource = {
    id: existing.id,
    name: existing.name,
    type: existing.type,
    ...resourceType.patch.prepare(body, target, existing, context),
    systemData: systemDataOf(existing, context),
  };
  context.store.put(resource);
  return { status: 200, body: presentResource(resource, write) };
}

/** Deletes: 204 when there is nothing, 200 at once, or 202 with an address to poll. */
export function deleteResource(write: Write): ArmResponse {
  const { request, target, existing, resourceType, context, operations } = write;
  const { delete: deletion } = resourceType;
  if (!deletion) throw notEmulated(`DELETE ${resourceType.type}`);
  if (!existing) return { status: 204 };
  if (!deletion.longRunning) {
    deletion.onDelete?.(existing, context);
    context.store.delete(target.id);
    return deletion.hasBody
      ? { status: 200, body: presentResource(existing, write) }
      : { status: 200 };
  }
  const { via, state } = deletion.longRunning;
  const running = operations.runningOn(target.id);
  if (running) {
    if (existing.properties.provisioningState !== state) throw operationInProgress(target.id);
    return { status: 202, headers: pollingHeaders(running, via, request, operations) };
  }
  const operation = startDelete(write, deletion.longRunning, existing);
  return { status: 202, headers: pollingHeaders(operation, via, request, operations) };
}

/** What a client sees of a stored resource. */
export function presentResource(
  resource: StoredResource,
  { resourceType, context }: Pick<Write, "resourceType" | "context">,
): unknown {
  return resourceType.present ? resourceType.present(resource, context) : resource;
}

type Ending = Pick<OperationContext, "store" | "clock">;

/** What a write that was kept does when it ends. */
export function endOf(
  { write, resourceId }: Operation,
  types: ResourceTypes,
  ending: Ending,
): (status: Ended) => void {
  if (write === "POST") return () => undefined;
  if (write === "DELETE") return (status) => endDelete(resourceId, status, ending);
  return (status) => {
    const put = types.find(ending.store.get(resourceId)?.type ?? "")?.put;
    if (put) endPut(resourceId, status, put, ending);
  };
}

function endPut(id: string, state: Ended, put: PutOperation, { store, clock }: Ending): void {
  const resource = store.get(id);
  // A parent that was deleted in the meantime took the resource with it.
  if (!resource) return;
  const ended = withState(resource, state);
  store.put(ended);
  if (state === "Succeeded") put.onSucceeded?.(ended, { store, clock });
}

function endDelete(id: string, state: Ended, { store }: Ending): void {
  const resource = store.get(id);
  if (state === "Succeeded") store.delete(id);
  else if (resource) store.put(withState(resource, state));
}

function startDelete(
  write: Write,
  { durationMs, state, addressBelow }: NonNullable<DeleteOperation["longRunning"]>,
  existing: StoredResource,
): Operation {
  const { request, target, context, operations } = write;
  context.store.put(withState(existing, state));
  return operations.start({
    resourceId: target.id,
    below: addressBase(existing, addressBelow, write),
    durationMs,
    write: "DELETE",
    outcome: request.outcome,
    onEnd: (status) => endDelete(target.id, status, context),
  });
}

/** Headers to follow an operation by: `Location` only where the contract has it as the final state. */
export function pollingHeaders(
  operation: Operation,
  via: LongRunning["via"],
  request: ArmRequest & { apiVersion: string },
  operations: Operations,
): Record<string, string> {
  if (via === "resource") return {};
  const { origin } = request.url;
  const isByLocation = via === "location";
  const kind = isByLocation ? "operationResults" : "operationStatuses";
  const address = operations.address(operation, kind, origin, request.apiVersion);
  return {
    [isByLocation ? "Location" : "Azure-AsyncOperation"]: address,
    "Retry-After": String(retryAfterSeconds),
  };
}

function withState(resource: StoredResource, provisioningState: string): StoredResource {
  return { ...resource, properties: { ...resource.properties, provisioningState } };
}

/** What an operation's addresses are below; in the region, rights on the resource alone do not reach them. */
function addressBase(
  resource: StoredResource,
  below: LongRunning["addressBelow"],
  { resourceType, context }: Pick<Write, "resourceType" | "context">,
): string {
  if (below === "resource") return resource.id;
  return regionalBase(resource.id, resourceType.type, locationOf(resource, context));
}

/** `/subscriptions/{id}/providers/{namespace}/locations/{REGION}` of whatever `id` and `type` are about. */
export function regionalBase(id: string, type: string, location = "global"): string {
  const subscription = id.split("/").slice(0, 3).join("/");
  const namespace = type.slice(0, type.indexOf("/"));
  return `${subscription}/providers/${namespace}/locations/${location.toUpperCase()}`;
}

/** Where the resource is; a proxy resource is where its nearest ancestor with a location is. */
function locationOf(resource: StoredResource, { store }: OperationContext): string | undefined {
  const segments = resource.id.split("/");
  for (let end = segments.length; end > 0; end -= 2) {
    const location = store.get(segments.slice(0, end).join("/"))?.location;
    if (location !== undefined) return location;
  }
  return resource.location;
}

function systemDataOf(
  existing: StoredResource | undefined,
  { caller, clock }: OperationContext,
): Record<string, unknown> {
  const now = clock.iso();
  return {
    createdBy: caller.name,
    createdByType: caller.type,
    createdAt: now,
    ...existing?.systemData,
    lastModifiedBy: caller.name,
    lastModifiedByType: caller.type,
    lastModifiedAt: now,
  };
}
