import { isAllowed } from "../../../azure/authorization/is-allowed";
import type { Permission } from "../../../azure/authorization/permission";
import { idKey } from "../../../azure/resource-id";
import type { BulkTarget } from "../../../queries/bulk-deletion/bulk-row";
import { DELETE_ACTION } from "../endpoint-actions";
import type { ReviewRow } from "./bulk-review";

/** More are not asked: each takes a call, and hundreds would take as long as the deletion itself. */
export const MAX_ASKED_INSTANCES = 25;

const MAX_NAMES = 3;
const listed = new Intl.ListFormat("en-GB");

/** What of a deletion the roles of the person do not include, as far as Azure has said. */
export interface Denied {
  /** What goes, and would be refused. */
  rows: readonly ReviewRow[];
  /** What the instances of these are called. */
  instanceNames: readonly string[];
}

/** Ids of the instances of some endpoints, each once. */
export function instanceIdsOf(targets: readonly BulkTarget[]): string[] {
  return [...new Map(targets.map(({ instanceId: id }) => [idKey(id), id])).values()];
}

/**
 * True if what Azure says leaves no right to delete. An answer with nothing in it says nothing: whoever sees
 * an instance may at least read it.
 */
export function isDenied(permissions: readonly Permission[]): boolean {
  return permissions.length > 0 && !isAllowed(permissions, DELETE_ACTION);
}

/** Which of those that go would be refused; `deniedInstances` are keys of instances. */
export function deniedOf(
  included: readonly ReviewRow[],
  deniedInstances: ReadonlySet<string>,
): Denied {
  if (deniedInstances.size === 0) return { rows: [], instanceNames: [] };
  const rows = included.filter(({ target }) => deniedInstances.has(idKey(target.instanceId)));
  const names = new Map(
    rows.map(({ target }) => [idKey(target.instanceId), target.instanceName] as const),
  );
  return { rows, instanceNames: [...names.values()] };
}

/** Some names, and how many there are besides: `a, b, c and 22 more`. */
export function namesText(names: readonly string[]): string {
  const more = names.length - MAX_NAMES;
  return listed.format([...names.slice(0, MAX_NAMES), ...(more > 0 ? [`${more} more`] : [])]);
}
