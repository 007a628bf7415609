import { createClock } from "../clock";
import { CONTOSO_TENANT_ID } from "../entra/personas";
import { ArmError } from "../resource-manager/arm-error";
import type { OperationContext, ResourceType, Target } from "../resource-manager/provider";
import { contoso } from "../scenarios/contoso";
import { createStore, type StoredResource } from "../store";
import { providers } from "./index";

/** Noon of a day in the life of the scenario. */
export const noon = Date.parse("2026-11-21T12:00:00Z");

/** A world for provider tests: the scenario `contoso`, a frozen clock and a caller without `denied` actions. */
export function contosoWorld(denied: string[] = []) {
  const clock = createClock(() => noon);
  clock.freeze();
  const store = createStore();
  for (const resource of contoso.build(noon)) store.put(resource);
  const context: OperationContext = {
    store,
    clock,
    caller: { objectId: "test", tenantId: CONTOSO_TENANT_ID, name: "test", type: "User" },
    apiVersion: "",
    query: new URLSearchParams(),
    may: (action) => !denied.includes(action),
    require(action, scope, code = "AuthorizationFailed") {
      if (denied.includes(action)) throw new ArmError(403, code, `${action} ${scope}`);
    },
  };
  /** Prepares a PUT of `body` on `id` and, when it is accepted, lets it succeed at once. */
  const put = (id: string, body: unknown): StoredResource => {
    const type = resourceTypeOf(id);
    const operation = type.put;
    if (!operation) throw new Error(`${type.type} has no PUT.`);
    const target = targetOf(id);
    const existing = store.get(id);
    const prepared = operation.prepare(body, target, existing, context);
    const resource = { ...prepared, id, name: target.name, type: type.type };
    store.put(resource);
    operation.onSucceeded?.(resource, context);
    return resource;
  };
  /** Prepares a PATCH of `body` on an existing resource and stores it. */
  const patch = (id: string, body: unknown): StoredResource => {
    const existing = store.get(id);
    const operation = resourceTypeOf(id).patch;
    if (!existing || !operation) throw new Error(`Cannot PATCH ${id}.`);
    const resource = { ...existing, ...operation.prepare(body, targetOf(id), existing, context) };
    store.put(resource);
    return resource;
  };
  return { store, clock, context, put, patch };
}

/** What a call was refused with. */
export function refusal(call: () => unknown): ArmError {
  try {
    call();
  } catch (error) {
    if (error instanceof ArmError) return error;
    throw error;
  }
  throw new Error("The call was accepted.");
}

function resourceTypeOf(id: string): ResourceType {
  const [namespace, ...path] = (id.split("/providers/").at(-1) ?? "").split("/");
  const type = [namespace, ...path.filter((_, index) => index % 2 === 0)].join("/");
  const found = providers
    .flatMap((provider) => provider.resourceTypes)
    .find((candidate) => candidate.type === type);
  if (!found) throw new Error(`No resource type ${type}.`);
  return found;
}

function targetOf(id: string): Target {
  const [, , subscriptionId = "", , resourceGroup = ""] = id.split("/");
  const parentId = id.split("/").slice(0, -2).join("/");
  return { id, name: id.split("/").at(-1) ?? "", subscriptionId, resourceGroup, parentId };
}
