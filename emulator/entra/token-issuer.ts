import {
  exportJWK,
  generateKeyPair,
  importJWK,
  jwtVerify,
  SignJWT,
  type JWK,
  type JWTPayload,
} from "jose";
import { randomUUID } from "node:crypto";
import type { Clock } from "../clock";

/** Signs and checks the tokens of one local Entra with one key. */
export interface TokenIssuer {
  /** Signs claims as they are (RS256); adds `iat`, `nbf` and, after `lifetimeSeconds`, `exp` from the clock. */
  sign(claims: JWTPayload, lifetimeSeconds: number): Promise<string>;
  /** The claims of a token that this issuer signed, undefined for any other text. Looks at no time and no audience. */
  open(token: string): Promise<JWTPayload | undefined>;
  /** Public keys, for `/discovery/v2.0/keys`. */
  keys(): Promise<{ keys: JWK[] }>;
}

interface SigningKey {
  privateKey: CryptoKey;
  publicKey: CryptoKey;
  keyId: string;
}

interface KeptKey {
  keyId: string;
  privateJwk: JWK;
  publicJwk: JWK;
}

/** Made at the first use: an RSA key takes a while. */
let processKey: Promise<SigningKey> | undefined;

/** Creates an issuer that signs with the key in `kept`, or puts the process's key there. */
export function createTokenIssuer(clock: Clock, kept = new Map<string, KeptKey>()): TokenIssuer {
  const keptOrNew = async (): Promise<SigningKey> => {
    const before = kept.get("signing");
    if (before) return importSigningKey(before);
    const key = await (processKey ??= createSigningKey());
    kept.set("signing", await exportSigningKey(key));
    return key;
  };
  let ownKey: Promise<SigningKey> | undefined;
  const signingKey = () => (ownKey ??= keptOrNew());
  return {
    async sign(claims, lifetimeSeconds) {
      const { privateKey, keyId } = await signingKey();
      const now = Math.floor(clock.now() / 1_000);
      return new SignJWT({ ...claims, iat: now, nbf: now, exp: now + lifetimeSeconds })
        .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: keyId })
        .sign(privateKey);
    },
    async open(token) {
      const { publicKey } = await signingKey();
      try {
        // The clock decides about times, and each audience has an error of its own: the callers check both.
        const { payload } = await jwtVerify(token, publicKey, {
          algorithms: ["RS256"],
          currentDate: new Date(0),
          clockTolerance: Number.MAX_SAFE_INTEGER,
        });
        return payload;
      } catch {
        return undefined;
      }
    },
    async keys() {
      const { publicKey, keyId } = await signingKey();
      const jwk = await exportJWK(publicKey);
      return { keys: [{ ...jwk, kid: keyId, use: "sig", alg: "RS256" }] };
    },
  };
}

async function createSigningKey(): Promise<SigningKey> {
  return { ...(await generateKeyPair("RS256", { extractable: true })), keyId: randomUUID() };
}

async function exportSigningKey({ privateKey, publicKey, keyId }: SigningKey): Promise<KeptKey> {
  return {
    keyId,
    privateJwk: await exportJWK(privateKey),
    publicJwk: await exportJWK(publicKey),
  };
}

async function importSigningKey({ keyId, privateJwk, publicJwk }: KeptKey): Promise<SigningKey> {
  const read = async (jwk: JWK) =>
    (await importJWK(jwk, "RS256", { extractable: true })) as CryptoKey;
  return { keyId, privateKey: await read(privateJwk), publicKey: await read(publicJwk) };
}
