import { createHash } from "node:crypto";
import { missingParameter, unknownClient, unknownTenant } from "./authorize-request";
import { EntraError } from "./entra-error";
import type { Grants } from "./grants";
import { PORTAL_CLIENT_ID, personas } from "./personas";
import { readScopes } from "./scopes";
import {
  accessTokenOf,
  capabilitiesIn,
  clientInfoOf,
  idTokenOf,
  scriptTokenOf,
  type SignIn,
} from "./sign-in-tokens";
import { resolveTenant, tenantFor, type TenantChoice } from "./tenants";
import type { TokenIssuer } from "./token-issuer";

interface Surroundings {
  issuer: TokenIssuer;
  grants: Grants;
  /** Lifetime of access tokens in seconds. */
  lifetimeSeconds: number;
}

interface TokenRequest extends Surroundings {
  tenant: TenantChoice;
  form: URLSearchParams;
  headers: Headers;
  origin: string;
}

/**
 * The token endpoint: `authorization_code` with PKCE and `refresh_token` for the portal, a
 * single-page app, and `client_credentials` for the personas' scripts.
 *
 * @param origin the issuer's own origin, as it was called
 * @returns the body of the 200
 * @throws EntraError
 */
export async function redeemToken(
  segment: string,
  form: URLSearchParams,
  request: { headers: Headers; origin: string },
  surroundings: Surroundings,
): Promise<Record<string, unknown>> {
  const tenant = resolveTenant(segment);
  if (!tenant) throw unknownTenant(segment);
  const { headers, origin } = request;
  const asked: TokenRequest = { tenant, form, headers, origin, ...surroundings };
  const grantType = required(form, "grant_type");
  switch (grantType) {
    case "authorization_code":
      return redeemCode(asked);
    case "refresh_token":
      return refresh(asked);
    case "client_credentials":
      return signInScript(asked);
    default:
      throw new EntraError(
        "unsupported_grant_type",
        70003,
        `The app requested an unsupported grant type '${grantType}'.`,
      );
  }
}

function redeemCode(asked: TokenRequest): Promise<Record<string, unknown>> {
  const { form, grants, tenant } = asked;
  requireSinglePageApp(asked);
  const verifier = required(form, "code_verifier");
  const redirectUri = required(form, "redirect_uri");
  const grant = grants.redeemCode(required(form, "code"));
  if (redirectUri !== grant.redirectUri) {
    throw new EntraError(
      "invalid_grant",
      500112,
      "The reply address is missing, misconfigured, or does not match the one that the code was requested with.",
    );
  }
  if (createHash("sha256").update(verifier).digest("base64url") !== grant.codeChallenge) {
    throw new EntraError(
      "invalid_grant",
      501481,
      "The Code_Verifier does not match the code_challenge supplied in the authorization request.",
    );
  }
  if (tenant.kind === "one" && tenant.tenant.id !== grant.tenantId) {
    throw new EntraError(
      "invalid_grant",
      70000,
      "The provided value for the 'code' parameter is not valid: it was issued for another tenant.",
    );
  }
  return tokensFor({ ...grant, scope: form.get("scope") ?? grant.scope }, asked);
}

function refresh(asked: TokenRequest): Promise<Record<string, unknown>> {
  const { form, grants, tenant } = asked;
  requireSinglePageApp(asked);
  const scope = form.get("scope");
  // A refused scope must not use the token up.
  if (scope !== null) readScopes(scope);
  const token = required(form, "refresh_token");
  const signIn = grants.redeemRefreshToken(token);
  const tenantId = tenantFor(tenant, signIn.persona);
  if (tenantId === undefined) {
    const who = signIn.persona.userPrincipalName;
    throw new EntraError(
      "invalid_grant",
      50020,
      `User account '${who}' does not exist in the tenant and cannot access the application.`,
    );
  }
  return tokensFor(
    { ...signIn, tenantId, scope: scope ?? signIn.scope, nonce: undefined },
    asked,
    token,
  );
}

async function signInScript(asked: TokenRequest): Promise<Record<string, unknown>> {
  const { form, issuer, lifetimeSeconds, origin, tenant } = asked;
  const { clientId, clientSecret } = credentialsOf(asked);
  const persona = personas.find((candidate) => candidate.clientId === clientId.toLowerCase());
  if (!persona) throw unknownClient(clientId);
  if (clientSecret !== persona.clientSecret) {
    throw new EntraError(
      "invalid_client",
      7000215,
      `Invalid client secret provided for app '${clientId}'.`,
      { status: 401 },
    );
  }
  const scope = required(form, "scope");
  const scopes = readScopes(scope);
  if (!scopes.isDefault || scopes.granted.length !== 1) {
    throw new EntraError(
      "invalid_scope",
      1002012,
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
    );
  }
  const tenantId = tenantFor(tenant, persona);
  if (tenantId === undefined) throw unknownClient(clientId);
  const capabilities = capabilitiesIn(form.get("claims") ?? undefined);
  const access = { origin, scopes, capabilities, lifetimeSeconds };
  return {
    token_type: "Bearer",
    expires_in: lifetimeSeconds,
    ext_expires_in: lifetimeSeconds,
    access_token: await scriptTokenOf(issuer, { persona, tenantId }, access),
  };
}

async function tokensFor(
  signIn: SignIn,
  asked: TokenRequest,
  previous?: string,
): Promise<Record<string, unknown>> {
  const { form, grants, issuer, lifetimeSeconds, origin } = asked;
  const scopes = readScopes(signIn.scope);
  const capabilities = capabilitiesIn(form.get("claims") ?? undefined);
  const access = { origin, scopes, capabilities, lifetimeSeconds };
  const isRenewable = scopes.isOffline || previous !== undefined;
  const refreshToken = isRenewable ? grants.issueRefreshToken(signIn, previous) : undefined;
  return {
    token_type: "Bearer",
    // MSAL looks its cache up by every scope that it asked for: a missing one would miss for ever.
    scope: [...new Set([...scopes.granted, ...(scopes.isDefault ? scopes.names : [])])].join(" "),
    expires_in: lifetimeSeconds,
    ext_expires_in: lifetimeSeconds,
    access_token: await accessTokenOf(issuer, signIn, access),
    ...(refreshToken && {
      refresh_token: refreshToken.token,
      refresh_token_expires_in: refreshToken.expiresInSeconds,
    }),
    id_token: await idTokenOf(issuer, signIn, origin),
    client_info: clientInfoOf(signIn.persona),
  };
}

/** Tokens of a single-page app are redeemed by a browser from another origin only, and by no secret. */
function requireSinglePageApp({ form, headers }: TokenRequest): void {
  const clientId = required(form, "client_id");
  if (clientId.toLowerCase() !== PORTAL_CLIENT_ID) throw unknownClient(clientId);
  if (headers.get("origin") === null) {
    throw new EntraError(
      "invalid_request",
      9002327,
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
    );
  }
  if (form.has("client_secret")) {
    throw new EntraError(
      "invalid_client",
      700025,
      "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
      { status: 401 },
    );
  }
}

/** Client id and secret of a script: in the form, or as HTTP Basic. */
function credentialsOf({ form, headers }: TokenRequest): {
  clientId: string;
  clientSecret: string;
} {
  const [scheme, encoded] = (headers.get("authorization") ?? "").split(" ");
  if (scheme?.toLowerCase() === "basic" && encoded !== undefined) {
    const [clientId = "", clientSecret = ""] = Buffer.from(encoded, "base64").toString().split(":");
    return {
      clientId: decodeURIComponent(clientId),
      clientSecret: decodeURIComponent(clientSecret),
    };
  }
  const clientSecret = form.get("client_secret");
  if (clientSecret === null) {
    throw new EntraError(
      "invalid_client",
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
      { status: 401 },
    );
  }
  return { clientId: required(form, "client_id"), clientSecret };
}

function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (!value) throw missingParameter(name);
  return value;
}
