import { Hono } from "hono";
import type { Clock } from "../clock";
import type { EmulatorSettings } from "../control/settings";
import { authorize } from "./authorize";
import { unknownTenant } from "./authorize-request";
import { EntraError, entraErrorBody } from "./entra-error";
import type { Grants } from "./grants";
import { messagePage } from "./pages";
import { personas } from "./personas";
import { isRegisteredRedirectUri } from "./redirect-uris";
import type { EntraSessions } from "./sessions";
import { loginHintOf } from "./sign-in-tokens";
import { resolveTenant } from "./tenants";
import { redeemToken } from "./token-endpoint";
import type { TokenIssuer } from "./token-issuer";

export interface EntraOptions {
  clock: Clock;
  settings: EmulatorSettings;
  issuer: TokenIssuer;
  grants: Grants;
  sessions: EntraSessions;
}

/** A request with its body already read: the host's log needs the text, too. */
export interface EntraBindings {
  body: string;
}

/**
 * The Entra endpoints that the portal and scripts use, with the addresses of login.microsoftonline.com:
 * authorize, token, logout, discovery and keys, for any tenant segment.
 */
export function createEntra(options: EntraOptions): Hono<{ Bindings: EntraBindings }> {
  const { clock, settings, issuer, grants, sessions } = options;
  const app = new Hono<{ Bindings: EntraBindings }>();

  app.get("/:tenant/oauth2/v2.0/authorize", ({ req }) =>
    authorize(req.param("tenant"), req.raw, undefined, { grants, sessions }),
  );
  app.post("/:tenant/oauth2/v2.0/authorize", ({ req, env }) => {
    const picked = new URLSearchParams(env.body).get("account") ?? "";
    return authorize(req.param("tenant"), req.raw, picked, { grants, sessions });
  });
  app.post("/:tenant/oauth2/v2.0/token", async ({ req, env }) => {
    const { origin } = new URL(req.url);
    const { headers } = req.raw;
    const lifetimeSeconds = settings.tokenLifetimeSeconds;
    try {
      const form = readForm(headers, env.body);
      const surroundings = { issuer, grants, lifetimeSeconds };
      return tokenAnswer(
        await redeemToken(req.param("tenant"), form, { headers, origin }, surroundings),
      );
    } catch (error) {
      if (error instanceof EntraError)
        return entraErrorResponse(error, clock.now(), new URL(req.url));
      throw error;
    }
  });
  app.get("/:tenant/oauth2/v2.0/logout", ({ req }) => signOut(req.raw, sessions));
  app.get("/:tenant/v2.0/.well-known/openid-configuration", ({ req }) => {
    const tenant = resolveTenant(req.param("tenant"));
    if (!tenant) return entraErrorResponse(unknownTenant(req.param("tenant")), clock.now());
    const segment = tenant.kind === "one" ? tenant.tenant.id : req.param("tenant").toLowerCase();
    const issuerTenant = tenant.kind === "one" ? tenant.tenant.id : "{tenantid}";
    return Response.json(discoveryOf(new URL(req.url).origin, segment, issuerTenant));
  });
  app.get("/:tenant/discovery/v2.0/keys", async () => Response.json(await issuer.keys()));
  return app;
}

/** The error answer of the token endpoint, with the caller's `client-request-id` as correlation id. */
export function entraErrorResponse(error: EntraError, now: number, url?: URL): Response {
  const correlationId = url?.searchParams.get("client-request-id") ?? undefined;
  return Response.json(entraErrorBody(error, now, correlationId), {
    status: error.status,
    headers: { "Cache-Control": "no-store", ...error.headers },
  });
}

function tokenAnswer(body: Record<string, unknown>): Response {
  return Response.json(body, { headers: { "Cache-Control": "no-store", Pragma: "no-cache" } });
}

function readForm(headers: Headers, body: string): URLSearchParams {
  const mediaType = headers.get("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(mediaType)) {
    throw new EntraError(
      "invalid_request",
      900561,
      "The endpoint only accepts form-encoded POST requests.",
    );
  }
  return new URLSearchParams(body);
}

/** Ends the browser's session, that of one person when `logout_hint` names one, and goes back with `state`. */
function signOut(request: Request, sessions: EntraSessions): Response {
  const query = new URL(request.url).searchParams;
  const hint = query.get("logout_hint");
  const hinted = personas.find(
    (persona) => loginHintOf(persona) === hint || persona.userPrincipalName === hint,
  );
  const cookie = sessions.signOut(request, hinted?.key);
  const target = query.get("post_logout_redirect_uri");
  const response =
    target !== null && isRegisteredRedirectUri(target)
      ? new Response(null, {
          status: 302,
          headers: { Location: withState(target, query.get("state")) },
        })
      : messagePage(200, "You signed out of your account", "You can close this window.");
  if (cookie !== undefined) response.headers.set("Set-Cookie", cookie);
  return response;
}

function withState(target: string, state: string | null): string {
  const url = new URL(target);
  if (state !== null) url.searchParams.set("state", state);
  return url.toString();
}

function discoveryOf(
  origin: string,
  segment: string,
  issuerTenant: string,
): Record<string, unknown> {
  const base = `${origin}/${segment}`;
  return {
    issuer: `${origin}/${issuerTenant}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_types_supported: ["code"],
    response_modes_supported: ["query", "fragment"],
    grant_types_supported: ["authorization_code", "refresh_token", "client_credentials"],
    code_challenge_methods_supported: ["S256"],
    subject_types_supported: ["pairwise"],
    scopes_supported: ["openid", "profile", "email", "offline_access"],
    id_token_signing_alg_values_supported: ["RS256"],
    token_endpoint_auth_methods_supported: ["client_secret_post", "client_secret_basic"],
    tenant_region_scope: issuerTenant === "{tenantid}" ? null : "EU",
  };
}
