import type { Permission } from "./permission";

/**
 * Decides from a permissions answer whether the caller may perform a management action, for example
 * `Microsoft.KeyVault/vaults/secrets/write`: any element that lists the action and does not take it
 * away again is enough (Microsoft.Authorization 2022-04-01). Deny assignments, conditions and locks
 * are not part of that answer, so Azure can still refuse.
 */
export function isAllowed(permissions: readonly Permission[], action: string): boolean {
  return permissions.some(
    ({ actions, notActions }) => matchesAny(actions, action) && !matchesAny(notActions, action),
  );
}

function matchesAny(patterns: readonly string[] | undefined, action: string): boolean {
  return (patterns ?? []).some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase()));
}

/** Wildcard match in linear steps: `*` stands for any text, slashes included. */
function matches(pattern: string, action: string): boolean {
  const [start = "", ...rest] = pattern.split("*");
  if (!action.startsWith(start)) return false;
  const end = rest.pop();
  if (end === undefined) return action === start;
  let from = start.length;
  for (const part of rest) {
    const at = action.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return action.length - end.length >= from && action.endsWith(end);
}
