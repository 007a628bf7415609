import { ArmError } from "../../resource-manager/arm-error";
import type { StoredResource } from "../../store";

/** What the `$filter` of a list of role assignments asks for. */
export interface AssignmentFilter {
  /** At the scope or above it: nothing that is below. */
  isAtScope: boolean;
  /** Object id of a principal; the local Azure has no groups, so `assignedTo` finds no more than `principalId`. */
  principalId?: string;
}

const atScope = /^atscope\(\)$/i;
const principal = /^(?:principalId\s+eq\s+'([^']*)'|assignedTo\('([^']*)'\))$/i;

/**
 * Reads `atScope()`, `principalId eq '…'`, `assignedTo('…')`, or `atScope()` and one of the others.
 *
 * @throws ArmError 400 `UnsupportedQuery` for any other filter, in Azure's words
 */
export function readAssignmentFilter(filter: string | undefined): AssignmentFilter {
  const read: AssignmentFilter = { isAtScope: false };
  if (filter === undefined || filter.trim() === "") return read;
  for (const term of filter.trim().split(/\s+and\s+/i)) {
    const [, byId, byAssignee] = principal.exec(term) ?? [];
    const principalId = byId ?? byAssignee;
    const isKnown = principalId === undefined ? !read.isAtScope : read.principalId === undefined;
    if (!isKnown || (principalId === undefined && !atScope.test(term))) {
      throw new ArmError(
        400,
        "UnsupportedQuery",
        `The filter '${filter}' is not supported. Supported filters are either 'atScope()' or 'principalId eq '{value}' or assignedTo('{value}')'.`,
      );
    }
    if (principalId === undefined) read.isAtScope = true;
    else read.principalId = principalId;
  }
  return read;
}

/** Assignments that apply to `scope`: at it, inherited from above and, unless the filter says no, below it. */
export function assignmentsFor(
  scope: string,
  { isAtScope, principalId }: AssignmentFilter,
  assignments: readonly StoredResource[],
): StoredResource[] {
  const asked = keyOf(scope);
  return assignments.filter(({ properties }) => {
    const assigned = keyOf(String(properties.scope));
    const isNear =
      asked === assigned ||
      asked.startsWith(`${assigned}/`) ||
      (!isAtScope && assigned.startsWith(`${asked}/`));
    const isOfPrincipal =
      principalId === undefined ||
      String(properties.principalId).toLowerCase() === principalId.toLowerCase();
    return isNear && isOfPrincipal;
  });
}

function keyOf(scope: string): string {
  return scope.toLowerCase().replace(/\/$/, "");
}
