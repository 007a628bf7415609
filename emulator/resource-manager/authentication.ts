import type { JWTPayload } from "jose";
import { isLoopbackOrigin } from "../entra/redirect-uris";
import { armAudience } from "../entra/scopes";
import { tenants } from "../entra/tenants";
import type { TokenIssuer } from "../entra/token-issuer";
import { ArmError } from "./arm-error";
import type { Caller } from "./provider";

/** Audiences that Resource Manager accepts, with and without a slash at the end. */
const audiences = [armAudience, "https://management.core.windows.net"].flatMap((audience) => [
  `${audience}/`,
  audience,
]);

/** Seconds by which a token may start in the future. */
const clockSkewSeconds = 300;

/**
 * Verifies the bearer token of a request: signature, issuer, audience, and times by the clock.
 *
 * @param now milliseconds since 1970
 * @throws ArmError 401 with the codes and the `WWW-Authenticate` header of Resource Manager
 */
export async function authenticate(
  authorization: string | null,
  issuer: TokenIssuer,
  { origin, now }: { origin: string; now: number },
): Promise<Caller> {
  const refuse = (code: string, message: string) => {
    const challenge = `Bearer authorization_uri="${origin}/common", error="invalid_token", error_description="${message.replaceAll('"', "'")}"`;
    return new ArmError(401, code, message, { headers: { "WWW-Authenticate": challenge } });
  };
  if (!authorization) {
    throw refuse(
      "AuthenticationFailed",
      "Authentication failed. The 'Authorization' header is missing.",
    );
  }
  const [scheme, token] = authorization.split(" ");
  if (scheme?.toLowerCase() !== "bearer" || !token) {
    const message =
      "Authentication failed. The 'Authorization' header is provided in an invalid format.";
    throw refuse("AuthenticationFailedInvalidHeader", message);
  }
  const claims = await issuer.open(token);
  if (!claims || !hasKnownIssuer(claims, origin)) {
    throw refuse("InvalidAuthenticationToken", "The access token is invalid.");
  }
  if (typeof claims.aud !== "string" || !audiences.includes(claims.aud)) {
    const allowed = audiences.map((audience) => `'${audience}'`).join(",");
    throw refuse(
      "InvalidAuthenticationTokenAudience",
      `The access token has been obtained for wrong audience or resource '${String(claims.aud)}'. It should exactly match with one of the allowed audiences ${allowed}.`,
    );
  }
  const seconds = now / 1_000;
  if ((claims.exp ?? 0) <= seconds) {
    throw refuse(
      "ExpiredAuthenticationToken",
      `The access token expiry UTC time '${utc((claims.exp ?? 0) * 1_000)}' is earlier than current UTC time '${utc(now)}'.`,
    );
  }
  if ((claims.nbf ?? 0) > seconds + clockSkewSeconds) {
    throw refuse("InvalidAuthenticationToken", "The access token is not yet valid.");
  }
  return callerOf(claims);
}

function callerOf({ oid, tid, upn, appid, idtyp }: JWTPayload): Caller {
  const isScript = idtyp === "app";
  return {
    objectId: String(oid),
    tenantId: String(tid),
    name: String(isScript ? appid : upn),
    type: isScript ? "Application" : "User",
  };
}

/** The issuer is this local Azure, under whichever loopback name and for a tenant that exists. */
function hasKnownIssuer({ iss, tid }: JWTPayload, origin: string): boolean {
  if (!iss || !URL.canParse(iss)) return false;
  const url = new URL(iss);
  const here = new URL(origin);
  const isHere =
    url.origin === origin ||
    (isLoopbackOrigin(url.origin) && isLoopbackOrigin(origin) && url.port === here.port);
  return isHere && tenants.some(({ id }) => id === tid && url.pathname === `/${id}/`);
}

/** A time as ARM's messages have it: `11/21/2026 8:00:00 AM`. */
function utc(time: number): string {
  return new Date(time).toLocaleString("en-US", { timeZone: "UTC" }).replace(",", "");
}
