import type { Clock } from "../clock";
import type { ResourceStore, StoredResource } from "../store";

/** Who calls: taken from the verified access token. */
export interface Caller {
  objectId: string;
  tenantId: string;
  /** Name for `systemData.createdBy`: the user principal name, or the client id of a script. */
  name: string;
  type: "User" | "Application";
}

/** What an operation may use. One is made for each request. */
export interface OperationContext {
  store: ResourceStore;
  clock: Clock;
  caller: Caller;
  /** The `api-version` of the request, already checked against the resource type. */
  apiVersion: string;
  query: URLSearchParams;
  /** True if the caller may do `action` on `scope` (a resource id). */
  may(action: string, scope: string): boolean;
  /** Throws 403 with `code` (default `AuthorizationFailed`) naming action and scope if `may` is false. */
  require(
    action: string,
    scope: string,
    code?: "AuthorizationFailed" | "LinkedAuthorizationFailed",
  ): void;
}

/** The id that a request addresses, in canonical casing. */
export interface Target {
  id: string;
  name: string;
  subscriptionId: string;
  resourceGroup?: string;
  /** Id of the parent resource, for a nested type. */
  parentId?: string;
}

/** The members of a request body that a PUT or PATCH stores. `id`, `name`, `type`, `systemData` are the core's. */
export type ResourceBody = Pick<StoredResource, "properties"> &
  Partial<
    Pick<StoredResource, "location" | "tags" | "kind" | "sku" | "identity" | "extendedLocation">
  >;

/** How a write goes on after it was accepted. */
export interface LongRunning {
  /** Milliseconds on the clock until the terminal state. */
  durationMs: number;
  /** What a successful PUT answers first: 201 on create; 200 or 201 on update as the contract says. */
  updateStatus?: 200 | 201 | 202;
  /** `provisioningState` before the terminal one, on create and on update. */
  states: { create: string; update: string };
  /** How the operation is followed (final-state-via): by a header, or by reading the resource, without one. */
  via: "azure-async-operation" | "location" | "resource";
  /** Where the header's address is: beside the provider's resources in the region, or below the resource. */
  addressBelow?: "location" | "resource";
}

export interface PutOperation {
  /**
   * Checks the body by the rules of the contract and returns what to store (read-only members dropped,
   * computed ones added). Throws ArmError 400 with ARM's details for each violation.
   */
  prepare(
    body: unknown,
    target: Target,
    existing: StoredResource | undefined,
    context: OperationContext,
  ): ResourceBody;
  /** Absent: the write is synchronous and `provisioningState` is what `prepare` returned. */
  longRunning?: LongRunning;
  /** What replacing answers when it is synchronous; 200 by default. */
  updateStatus?: 200 | 201;
  /** Called when the write reached `Succeeded`, at once for a synchronous one. */
  onSucceeded?(resource: StoredResource, context: Pick<OperationContext, "store" | "clock">): void;
}

export interface PatchOperation {
  prepare(
    body: unknown,
    target: Target,
    existing: StoredResource,
    context: OperationContext,
  ): ResourceBody;
}

export interface DeleteOperation {
  /** Absent: synchronous, 200 when it existed and 204 when not. */
  longRunning?: Pick<LongRunning, "durationMs" | "addressBelow"> & {
    state: string;
    via: "azure-async-operation" | "location";
  };
  /** True where the 200 carries what was deleted. */
  hasBody?: boolean;
  /** Called before a synchronous deletion; throws ArmError where it is refused. */
  onDelete?(resource: StoredResource, context: OperationContext): void;
}

/** What an operation that is neither read nor write of a resource answers. */
export interface OperationResult {
  status: number;
  body?: unknown;
  /** Present: answers 202 with `Location`, which gives `status` and `body` after `durationMs` of the clock. */
  longRunning?: { durationMs: number; onEnd?: () => void };
}

/** A POST action on a resource, for example `listCredentials`. Its Azure action is `{type}/{name}/action`. */
export type ActionOperation = (
  body: unknown,
  resource: StoredResource,
  context: OperationContext,
) => OperationResult;

/** An operation of a provider on something that is no resource of its own, for example `checkNameAvailability`. */
export interface ProviderOperation {
  apiVersions: readonly string[];
  /** The Azure action that it needs at `scope`; absent where whoever signed in may call. */
  action?: string;
  /**
   * @param call `scope` is the id that the path spells; `names` are the names in it after the namespace
   * @throws ArmError
   */
  handle: (
    call: { scope: string; names: readonly string[]; subscriptionId: string; body: unknown },
    context: OperationContext,
  ) => OperationResult;
}

export interface ListOperation {
  scopes: readonly ListScope[];
  /** Also the default page size when the contract has none. */
  pageSize: number;
  topParameter?: "$top";
  /**
   * Chooses what a list at `scope` holds, for types that inherit or filter; throws ArmError 400 for a
   * `$filter` that the contract does not have. Absent: what is below the scope, and no `$filter`.
   */
  select?(
    scope: string,
    filter: string | undefined,
    context: OperationContext,
  ): readonly StoredResource[];
}

/** Where a list operation may be asked: below a subscription, a resource group, or the parent resource. */
export type ListScope = "subscription" | "resourceGroup" | "parent";

/**
 * One resource type of a provider, as data. Operations that are absent answer 501, naming the operation.
 * Names, existence of parents, api-version, access control, systemData, paging and long-running
 * operations are the core's work (`emulator/resource-manager`).
 */
export interface ResourceType {
  /** Full type in canonical casing, for example `Microsoft.IoTOperations/instances/registryEndpoints`. */
  type: string;
  apiVersions: readonly string[];
  /** Rule of the last name segment; a violation is 400 `InvalidResourceName`. */
  name: { pattern: RegExp; minLength: number; maxLength: number };
  get?: boolean;
  list?: ListOperation;
  put?: PutOperation;
  patch?: PatchOperation;
  delete?: DeleteOperation;
  actions?: Record<string, ActionOperation>;
  /** What a GET, list or write answers: drops members that must never be returned. Identity by default. */
  present?(resource: StoredResource, context: Pick<OperationContext, "store" | "clock">): unknown;
}

/** All resource types of one namespace. */
export interface ResourceProvider {
  namespace: string;
  resourceTypes: readonly ResourceType[];
  /** Takes up after a start with a kept state what was scheduled on the clock: only resources are kept. */
  resume?(context: Pick<OperationContext, "store" | "clock">): void;
  /** By method and type with its namespace: `POST Microsoft.KeyVault/checkNameAvailability`. */
  operations?: Readonly<Record<string, ProviderOperation>>;
}
