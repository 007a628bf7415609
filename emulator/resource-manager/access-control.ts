import type { Clock } from "../clock";
import type { ResourceStore, StoredResource } from "../store";
import { compileActionPattern } from "./action-pattern";
import { followAssignments } from "./effective-assignments";
import type { Caller } from "./provider";

/** One element of a role's permissions, as `GET {scope}/providers/Microsoft.Authorization/permissions` answers. */
export interface Permission {
  actions: string[];
  notActions: string[];
  dataActions: string[];
  notDataActions: string[];
}

/** Who may do what, decided from the role assignments and role definitions in the store. */
export interface AccessControl {
  /** True if a role that the principal holds at `scope` or above allows the action there. */
  may(objectId: string, action: string, scope: string): boolean;
  /**
   * Tells which resources of the caller's own tenant the caller may read, as it is now: for many at a time,
   * and of no use once access has changed.
   */
  readerOf(caller: Caller): (resource: { id: string; type: string }) => boolean;
  /** True if the subscription exists in the caller's tenant and the caller holds a role at it or below it. */
  maySee(caller: Caller, subscriptionId: string): boolean;
  /** True if the principal holds any role at `scope`, above it or below it. */
  hasRoleNear(objectId: string, scope: string): boolean;
  /** What the principal's roles at `scope` and above carry, one element each. */
  permissionsAt(objectId: string, scope: string): Permission[];
  /** Takes over what the store holds now: for changes that its listeners are not told of. */
  invalidate(): void;
  /** Calls back whenever what somebody may do has changed. */
  subscribe(listener: () => void): void;
}

interface Assignment {
  /** Lower case, without a slash at the end: empty for the root scope. */
  scope: string;
  permissions: { permission: Permission; allows: (action: string) => boolean }[];
}

/** What somebody may read of one type in one subscription: everything, nothing, or what is in these scopes. */
type Grant = "all" | "none" | readonly string[];

const definitionType = "Microsoft.Authorization/roleDefinitions";

/** Writes beside role assignments that change what somebody may do: roles, and subscriptions, which have a tenant. */
const changesAccess = /\/microsoft\.authorization\/roledefinitions\/|^\/subscriptions\/[^/]+$/i;

/**
 * Access control over a store. Role assignments count by their `properties.scope`, and name their
 * role by the last segment of `roleDefinitionId` whatever precedes it.
 *
 * @param timing how long a change of a role assignment takes to count, in milliseconds of the clock
 */
export function createAccessControl(
  store: ResourceStore,
  timing: { clock: Clock; delayMs: () => number },
): AccessControl {
  let byPrincipal: Map<string, Assignment[]> | undefined;
  /** Scopes at which an action is granted, by principal and action. */
  let granted = new Map<string, string[]>();

  const listeners: (() => void)[] = [];
  const forget = () => {
    byPrincipal = undefined;
    granted = new Map();
    for (const listener of listeners) listener();
  };
  const assignments = followAssignments(store, timing, forget);
  store.subscribe((id) => {
    if (changesAccess.test(id)) forget();
  });

  const assignmentsOf = (objectId: string): Assignment[] => {
    byPrincipal ??= compileAssignments(store, assignments.all());
    return byPrincipal.get(objectId.toLowerCase()) ?? [];
  };

  const scopesGranting = (objectId: string, action: string): string[] => {
    const key = `${objectId} ${action}`.toLowerCase();
    let scopes = granted.get(key);
    if (!scopes) {
      scopes = assignmentsOf(objectId)
        .filter(({ permissions }) => permissions.some(({ allows }) => allows(action)))
        .map(({ scope }) => scope);
      granted.set(key, scopes);
    }
    return scopes;
  };

  const may = (objectId: string, action: string, scope: string) => {
    const key = scopeKey(scope);
    return scopesGranting(objectId, action).some((assigned) => isAtOrBelow(key, assigned));
  };

  const hasRoleNear = (objectId: string, scope: string) => {
    const key = scopeKey(scope);
    return assignmentsOf(objectId).some(
      (assignment) => isAtOrBelow(assignment.scope, key) || isAtOrBelow(key, assignment.scope),
    );
  };

  return {
    may,
    hasRoleNear,
    maySee({ objectId, tenantId }, subscriptionId) {
      const subscription = store.get(`/subscriptions/${subscriptionId}`);
      return (
        subscription?.properties.tenantId === tenantId && hasRoleNear(objectId, subscription.id)
      );
    },
    readerOf({ objectId, tenantId }) {
      const known = new Map<string, Map<string, Grant>>();
      const grantIn = (subscriptionId: string, type: string): Grant => {
        const owner = store.get(subscriptionId)?.properties.tenantId;
        if (owner !== undefined && owner !== tenantId) return "none";
        const key = scopeKey(subscriptionId);
        const scopes = scopesGranting(objectId, readActionOf(type));
        if (scopes.some((assigned) => isAtOrBelow(key, assigned))) return "all";
        return scopes.filter((assigned) => isAtOrBelow(assigned, key));
      };
      return ({ id, type }) => {
        const subscriptionId = subscriptionIdIn(id);
        let byType = known.get(subscriptionId);
        if (!byType) known.set(subscriptionId, (byType = new Map<string, Grant>()));
        let grant = byType.get(type);
        if (!grant) byType.set(type, (grant = grantIn(subscriptionId, type)));
        if (grant === "all" || grant === "none") return grant === "all";
        const key = scopeKey(id);
        return grant.some((assigned) => isAtOrBelow(key, assigned));
      };
    },
    permissionsAt(objectId, scope) {
      const key = scopeKey(scope);
      return assignmentsOf(objectId)
        .filter((assignment) => isAtOrBelow(key, assignment.scope))
        .flatMap(({ permissions }) => permissions.map(({ permission }) => permission));
    },
    invalidate: () => assignments.rebuild(),
    subscribe: (listener) => void listeners.push(listener),
  };
}

/** The read action of a type; resource groups have their own, whichever of their two type names is stored. */
export function readActionOf(type: string): string {
  if (type.toLowerCase() === "microsoft.resources/resourcegroups") {
    return "Microsoft.Resources/subscriptions/resourceGroups/read";
  }
  return `${type}/read`;
}

function compileAssignments(
  store: ResourceStore,
  stored: Iterable<StoredResource>,
): Map<string, Assignment[]> {
  const definitions = new Map<string, StoredResource>();
  for (const definition of store.list(definitionType)) {
    definitions.set(lastSegment(definition.id), definition);
  }
  const byPrincipal = new Map<string, Assignment[]>();
  for (const { properties } of stored) {
    const definition = definitions.get(lastSegment(String(properties.roleDefinitionId)));
    if (!definition) continue;
    const permissions = definition.properties.permissions as Partial<Permission>[];
    const principal = String(properties.principalId).toLowerCase();
    const assignments = byPrincipal.get(principal) ?? [];
    byPrincipal.set(principal, assignments);
    assignments.push({
      scope: scopeKey(String(properties.scope)),
      permissions: permissions.map(compilePermission),
    });
  }
  return byPrincipal;
}

function compilePermission(stored: Partial<Permission>): Assignment["permissions"][number] {
  const { actions = [], notActions = [], dataActions = [], notDataActions = [] } = stored;
  const allowed = actions.map(compileActionPattern);
  const excluded = notActions.map(compileActionPattern);
  return {
    permission: { actions, notActions, dataActions, notDataActions },
    // notActions only take away from the actions of the same element: another role may still grant them.
    allows: (action) =>
      allowed.some((matches) => matches(action)) && !excluded.some((matches) => matches(action)),
  };
}

function scopeKey(scope: string): string {
  return scope.toLowerCase().replace(/\/$/, "");
}

function isAtOrBelow(scope: string, ancestor: string): boolean {
  return scope === ancestor || scope.startsWith(`${ancestor}/`);
}

function lastSegment(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1).toLowerCase();
}

/** Id of the subscription that a resource is in; of what is in none, the empty text, which contains all. */
function subscriptionIdIn(id: string): string {
  if (!/^\/subscriptions\//i.test(id)) return "";
  const end = id.indexOf("/", "/subscriptions/".length);
  return end < 0 ? id : id.slice(0, end);
}
