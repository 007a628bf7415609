import { EntraError } from "./entra-error";

/** The audience of tokens for Azure Resource Manager. */
export const armAudience = "https://management.azure.com";
/** Audience of tokens asked for with OpenID Connect scopes only: Microsoft Graph. */
export const graphAudience = "00000003-0000-0000-c000-000000000000";

const openIdScopes = ["openid", "profile", "offline_access", "email"];

/** Resources that tokens can be asked for, by the spellings that clients use. */
const audiences = new Map([
  ["https://management.azure.com", armAudience],
  ["https://management.core.windows.net", armAudience],
]);

export interface RequestedScopes {
  audience: string;
  /** Scopes of the resource by name, for the `scp` claim. */
  names: string[];
  /** Every requested scope as it was written: MSAL looks its cache up by them. */
  granted: string[];
  isDefault: boolean;
  isOffline: boolean;
}

/**
 * Reads the `scope` parameter: OpenID Connect scopes and scopes of at most one resource.
 *
 * @throws EntraError `invalid_scope` or `invalid_resource`
 */
export function readScopes(text: string): RequestedScopes {
  const requested = text.split(" ").filter(Boolean);
  const found = new Set<string>();
  const names: string[] = [];
  for (const scope of requested) {
    if (openIdScopes.includes(scope.toLowerCase())) continue;
    const end = scope.lastIndexOf("/");
    const resource = scope.slice(0, end).replace(/\/$/, "").toLowerCase();
    const name = scope.slice(end + 1);
    const audience = audiences.get(resource);
    if (audience === undefined) throw unknownResource(scope, resource);
    if (name !== ".default" && name !== "user_impersonation") throw invalidScope(scope);
    found.add(audience);
    names.push(name === ".default" ? "user_impersonation" : name);
  }
  return {
    audience: [...found][0] ?? graphAudience,
    names: found.size > 0 ? [...new Set(names)] : ["openid", "profile"],
    granted: requested,
    isDefault: requested.some((scope) => scope.endsWith("/.default")),
    isOffline: requested.includes("offline_access"),
  };
}

function unknownResource(scope: string, resource: string): EntraError {
  if (!resource.includes(":")) return invalidScope(scope);
  return new EntraError(
    "invalid_resource",
    500011,
    `The resource principal named ${resource} was not found in the tenant.`,
  );
}

function invalidScope(scope: string): EntraError {
  return new EntraError(
    "invalid_scope",
    70011,
    `The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid.`,
  );
}
