import { randomUUID } from "node:crypto";
import type { Clock } from "../clock";
import { keepingNothing } from "../kept-state/keeping";
import { EntraError } from "./entra-error";
import type { SignIn } from "./sign-in-tokens";

export interface CodeGrant extends SignIn {
  redirectUri: string;
  codeChallenge: string;
}

interface IssuedCode {
  grant: CodeGrant;
  expiresAt: number;
  isUsed: boolean;
}

interface RefreshGrant {
  signIn: SignIn;
  /** Tokens that came of one sign-in: they fall together when one is used twice. */
  familyId: string;
  isUsed: boolean;
}

interface Family {
  expiresAt: number;
  isRevoked: boolean;
}

/** What the local Entra has handed out and will take back: authorization codes and refresh tokens. */
export interface Grants {
  issueCode(grant: CodeGrant): string;
  /** Takes a code back; each works once, for ten minutes. */
  redeemCode(code: string): CodeGrant;
  /** The refresh token of a new sign-in, or with `previous` the one that takes its place. */
  issueRefreshToken(signIn: SignIn, previous?: string): { token: string; expiresInSeconds: number };
  /**
   * The sign-in behind a refresh token, which is used up: a second use revokes every token of the sign-in.
   *
   * @throws EntraError `invalid_grant`
   */
  redeemRefreshToken(token: string): SignIn;
  /** Ends every sign-in of a user: their refresh tokens are refused from now on. */
  revoke(objectId: string): void;
  clear(): void;
}

const codeLifetimeMs = 10 * 60_000;
/** Refresh tokens of single-page apps live 24 hours from the sign-in, however often they are renewed. */
const refreshLifetimeMs = 24 * 60 * 60_000;

export function createGrants(clock: Clock, keeping = keepingNothing): Grants {
  const codes = keeping.map<IssuedCode>("codes");
  const refreshTokens = keeping.map<RefreshGrant>("refreshTokens");
  const families = keeping.map<Family>("families");

  const startFamily = () => {
    const id = randomUUID();
    families.set(id, { expiresAt: clock.now() + refreshLifetimeMs, isRevoked: false });
    return id;
  };
  const familyOf = (familyId: string): Family =>
    families.get(familyId) ?? { expiresAt: 0, isRevoked: true };
  const revokeFamily = (familyId: string) =>
    families.set(familyId, { ...familyOf(familyId), isRevoked: true });

  return {
    issueCode(grant) {
      const code = `1.${randomUUID()}${randomUUID()}`;
      codes.set(code, { grant, expiresAt: clock.now() + codeLifetimeMs, isUsed: false });
      return code;
    },
    redeemCode(code) {
      const found = codes.get(code);
      if (!found) throw invalidGrant(9002313, "Invalid request. Request is malformed or invalid.");
      if (found.isUsed) {
        throw invalidGrant(
          54005,
          "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.",
        );
      }
      if (found.expiresAt <= clock.now()) {
        throw invalidGrant(
          70008,
          "The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.",
        );
      }
      codes.set(code, { ...found, isUsed: true });
      return found.grant;
    },
    issueRefreshToken(signIn, previous) {
      const before = previous === undefined ? undefined : refreshTokens.get(previous);
      const familyId = before?.familyId ?? startFamily();
      const token = `1.${randomUUID()}${randomUUID()}${randomUUID()}`;
      refreshTokens.set(token, { signIn, familyId, isUsed: false });
      const { expiresAt } = familyOf(familyId);
      return { token, expiresInSeconds: Math.floor((expiresAt - clock.now()) / 1_000) };
    },
    redeemRefreshToken(token) {
      const found = refreshTokens.get(token);
      if (!found)
        throw invalidGrant(
          9002313,
          "Invalid request. Request is malformed or invalid.",
          "bad_token",
        );
      if (familyOf(found.familyId).expiresAt <= clock.now()) {
        throw invalidGrant(
          700084,
          "The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which can't be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page.",
        );
      }
      if (found.isUsed) revokeFamily(found.familyId);
      if (familyOf(found.familyId).isRevoked) {
        throw invalidGrant(
          50173,
          "The provided grant has expired due to it being revoked, a fresh auth token is needed.",
          "bad_token",
        );
      }
      refreshTokens.set(token, { ...found, isUsed: true });
      return found.signIn;
    },
    revoke(objectId) {
      for (const { signIn, familyId } of refreshTokens.values()) {
        if (signIn.persona.objectId === objectId) revokeFamily(familyId);
      }
    },
    clear() {
      codes.clear();
      refreshTokens.clear();
      families.clear();
    },
  };
}

function invalidGrant(number: number, description: string, suberror?: string): EntraError {
  return new EntraError("invalid_grant", number, description, { suberror });
}
