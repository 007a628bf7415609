/** The right that a 403 says is missing. */
export interface DeniedAccess {
  /** For example `Microsoft.KeyVault/vaults/secrets/read`; several are joined by `, `. */
  action?: string;
  scope?: string;
}

/**
 * Reads action and scope from the text of ARM's `AuthorizationFailed` and `LinkedAuthorizationFailed`,
 * which have them nowhere else:
 * `… does not have authorization to perform action 'A' over scope 'S' …` and
 * `… does not have permission to perform action(s) 'B' on the linked scope(s) 'L' …`.
 * A linked message names the right that the caller has before the one that is missing.
 */
export function parseDeniedAccess(message: string): DeniedAccess {
  const lacking = message.search(/does not have (?:authorization|permission)/i);
  if (lacking < 0) return {};
  const text = message.slice(lacking);
  const action = quotedAfter(text, /\baction(?:\(s\)|s)?\s*'/i);
  const scope = quotedAfter(text, /\bscope(?:\(s\)|s)?\s*'/i);
  return {
    ...(action === undefined ? {} : { action }),
    ...(scope === undefined ? {} : { scope }),
  };
}

/**
 * The name of the policy that a `RequestDisallowedByPolicy` names, from its message or the
 * `PolicyViolation` text: `… Policy identifiers: '[{"policyAssignment":{"name":"…"…`.
 */
export function parsePolicyName(message: string): string | undefined {
  return (
    /"policyAssignment"\s*:\s*\{\s*"name"\s*:\s*"([^"]+)"/.exec(message)?.[1] ??
    /"policyDefinition"\s*:\s*\{\s*"name"\s*:\s*"([^"]+)"/.exec(message)?.[1] ??
    /disallowed by policy[^']*'([^']+)'/i.exec(message)?.[1]
  );
}

/** The provider that a `MissingSubscriptionRegistration` names: `… not registered to use namespace 'N' …`. */
export function parseNamespace(message: string): string | undefined {
  return quotedAfter(message, /\bnamespace\s*'/i);
}

function quotedAfter(text: string, opening: RegExp): string | undefined {
  const found = opening.exec(text);
  if (!found) return undefined;
  const start = found.index + found[0].length;
  const end = text.indexOf("'", start);
  return end > start ? text.slice(start, end) : undefined;
}
