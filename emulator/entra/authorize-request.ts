import { EntraError } from "./entra-error";
import { PORTAL_CLIENT_ID } from "./personas";
import { isRegisteredRedirectUri } from "./redirect-uris";
import { readScopes } from "./scopes";
import { resolveTenant, type TenantChoice } from "./tenants";

/** A checked request to the authorize endpoint. */
export interface AuthorizeRequest {
  tenant: TenantChoice;
  clientId: string;
  redirectUri: string;
  responseMode: "fragment" | "query";
  scope: string;
  state: string | undefined;
  nonce: string | undefined;
  codeChallenge: string;
  prompt: "login" | "select_account" | "consent" | "none" | undefined;
  loginHint: string | undefined;
  domainHint: string | undefined;
  sessionId: string | undefined;
}

/** Where an answer goes: known as soon as client and redirect URI are. */
export type ReturnAddress = Pick<AuthorizeRequest, "redirectUri" | "responseMode" | "state">;

/**
 * Checks who asks and where the answer goes. A failure here is shown to the person and never
 * redirected.
 *
 * @throws EntraError for an unknown tenant or client, or a redirect URI that is not registered
 */
export function readReturnAddress(
  segment: string,
  query: URLSearchParams,
): ReturnAddress & { tenant: TenantChoice } {
  const tenant = resolveTenant(segment);
  if (!tenant) throw unknownTenant(segment);
  const clientId = query.get("client_id");
  if (clientId?.toLowerCase() !== PORTAL_CLIENT_ID) throw unknownClient(clientId);
  const redirectUri = query.get("redirect_uri") ?? "";
  if (!isRegisteredRedirectUri(redirectUri)) {
    throw new EntraError(
      "invalid_request",
      50011,
      `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application '${clientId}'.`,
    );
  }
  return {
    tenant,
    redirectUri,
    responseMode: query.get("response_mode") === "fragment" ? "fragment" : "query",
    state: query.get("state") ?? undefined,
  };
}

/**
 * Checks the rest of the request; failures are redirected back to the application.
 *
 * @throws EntraError
 */
export function readAuthorizeRequest(
  address: ReturnAddress & { tenant: TenantChoice },
  query: URLSearchParams,
): AuthorizeRequest {
  const mode = query.get("response_mode");
  if (query.get("response_type") !== "code") {
    throw new EntraError(
      "unsupported_response_type",
      700054,
      "Only response_type 'code' is enabled for the application.",
    );
  }
  if (mode !== null && mode !== "fragment" && mode !== "query") {
    throw new EntraError("invalid_request", 90002, `The response_mode '${mode}' is not supported.`);
  }
  const codeChallenge = query.get("code_challenge");
  if (!codeChallenge || query.get("code_challenge_method") !== "S256") {
    throw new EntraError(
      "invalid_request",
      9002325,
      "Proof Key for Code Exchange with code_challenge_method 'S256' is required for cross-origin authorization code redemption.",
    );
  }
  if (!/^[A-Za-z0-9_-]{43}$/.test(codeChallenge)) {
    throw new EntraError(
      "invalid_request",
      501491,
      "The size or format of the code_challenge parameter is invalid.",
    );
  }
  const scope = query.get("scope");
  if (!scope) throw missingParameter("scope");
  readScopes(scope);
  return {
    ...address,
    clientId: PORTAL_CLIENT_ID,
    scope,
    nonce: query.get("nonce") ?? undefined,
    codeChallenge,
    prompt: readPrompt(query.get("prompt")),
    loginHint: query.get("login_hint") ?? undefined,
    domainHint: query.get("domain_hint") ?? undefined,
    sessionId: query.get("sid") ?? undefined,
  };
}

export function unknownTenant(segment: string): EntraError {
  return new EntraError(
    "invalid_request",
    90002,
    `Tenant '${segment}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
  );
}

export function unknownClient(clientId: string | null): EntraError {
  return new EntraError(
    "unauthorized_client",
    700016,
    `Application with identifier '${clientId ?? ""}' was not found in the directory.`,
  );
}

export function missingParameter(name: string): EntraError {
  return new EntraError(
    "invalid_request",
    900144,
    `The request body must contain the following parameter: '${name}'.`,
  );
}

function readPrompt(value: string | null): AuthorizeRequest["prompt"] {
  switch (value) {
    case null:
    case "":
      return undefined;
    case "login":
    case "select_account":
    case "consent":
    case "none":
      return value;
    default:
      throw new EntraError("invalid_request", 90023, `Unsupported 'prompt' value '${value}'.`);
  }
}
