import { createHash, randomUUID } from "node:crypto";
import type { TokenIssuer } from "./token-issuer";
import type { Persona } from "./personas";
import type { RequestedScopes } from "./scopes";

/** What a person signed in to, as codes and refresh tokens remember it. */
export interface SignIn {
  persona: Persona;
  tenantId: string;
  clientId: string;
  scope: string;
  sessionId: string;
  nonce: string | undefined;
}

interface Access {
  origin: string;
  scopes: RequestedScopes;
  /** Client capabilities that the token's `xms_cc` confirms. */
  capabilities: string[];
  lifetimeSeconds: number;
}

/** Access token for a person: the claims that Resource Manager tokens of version 1.0 carry. */
export function accessTokenOf(
  issuer: TokenIssuer,
  { persona, tenantId, clientId }: Pick<SignIn, "persona" | "tenantId" | "clientId">,
  access: Access,
): Promise<string> {
  return issuer.sign(
    {
      ...resourceClaims(access, tenantId),
      ver: "1.0",
      appid: clientId,
      appidacr: "0",
      idtyp: "user",
      oid: persona.objectId,
      sub: pairwiseSubject(persona, clientId),
      upn: persona.userPrincipalName,
      unique_name: persona.userPrincipalName,
      name: persona.displayName,
      scp: access.scopes.names.join(" "),
    },
    access.lifetimeSeconds,
  );
}

/** Access token for a persona's script: the persona's object id, so that it has the same rights. */
export function scriptTokenOf(
  issuer: TokenIssuer,
  { persona, tenantId }: Pick<SignIn, "persona" | "tenantId">,
  access: Access,
): Promise<string> {
  return issuer.sign(
    {
      ...resourceClaims(access, tenantId),
      ver: "1.0",
      appid: persona.clientId,
      appidacr: "1",
      idtyp: "app",
      oid: persona.objectId,
      sub: persona.objectId,
    },
    access.lifetimeSeconds,
  );
}

/** Id token (version 2.0) with the claims that MSAL builds its account from. */
export function idTokenOf(issuer: TokenIssuer, signIn: SignIn, origin: string): Promise<string> {
  const { persona, tenantId, clientId, sessionId, nonce } = signIn;
  return issuer.sign(
    {
      aud: clientId,
      iss: `${origin}/${tenantId}/v2.0`,
      ver: "2.0",
      oid: persona.objectId,
      tid: tenantId,
      sub: pairwiseSubject(persona, clientId),
      name: persona.displayName,
      preferred_username: persona.userPrincipalName,
      login_hint: loginHintOf(persona),
      sid: sessionId,
      ...(nonce === undefined ? {} : { nonce }),
    },
    3_600,
  );
}

/** `client_info`: from it MSAL makes the home account id `{oid}.{home tenant}`. */
export function clientInfoOf({ objectId, homeTenantId }: Persona): string {
  return Buffer.from(JSON.stringify({ uid: objectId, utid: homeTenantId })).toString("base64url");
}

/** The opaque `login_hint` claim, which clients send back to sign in again or out. */
export function loginHintOf({ objectId }: Persona): string {
  return `O.${Buffer.from(objectId).toString("base64url")}`;
}

/** Client capabilities in a `claims` parameter (`access_token.xms_cc`); other claims requests are ignored. */
export function capabilitiesIn(claims: string | undefined): string[] {
  if (!claims) return [];
  try {
    const request = JSON.parse(claims) as { access_token?: { xms_cc?: { values?: unknown } } };
    const values = request.access_token?.xms_cc?.values;
    return Array.isArray(values) ? values.filter((value) => typeof value === "string") : [];
  } catch {
    return [];
  }
}

function resourceClaims({ origin, scopes, capabilities }: Access, tenantId: string) {
  return {
    aud: scopes.audience,
    iss: `${origin}/${tenantId}/`,
    tid: tenantId,
    uti: randomUUID(),
    ...(capabilities.length > 0 ? { xms_cc: capabilities } : {}),
  };
}

/** Lower case: MSAL lower-cases cache keys, and a mixed-case subject would outlive a sign-out there. */
function pairwiseSubject({ objectId }: Persona, clientId: string): string {
  return createHash("sha256").update(`${objectId} ${clientId}`).digest("hex").slice(0, 43);
}
