import { randomUUID } from "node:crypto";
import type { PersonaKey } from "./personas";

/** A browser's session with the local Entra: who signed in there. */
export interface EntraSession {
  /** The `sid` claim of the session's tokens. */
  id: string;
  signedIn: PersonaKey[];
}

/** Browser sessions by the value of their cookie. */
export interface EntraSessions {
  of(request: Request): EntraSession | undefined;
  /** Adds someone to the browser's session, making one if need be; the header value sets its cookie. */
  signIn(request: Request, key: PersonaKey): { session: EntraSession; cookie: string };
  /** Signs one person out, or everybody, and returns the header value that clears the cookie when nobody is left. */
  signOut(request: Request, key?: PersonaKey): string | undefined;
  clear(): void;
}

export function createEntraSessions(sessions = new Map<string, EntraSession>()): EntraSessions {
  const of = (request: Request) => {
    const value = readCookie(request, cookieName(request));
    return value === undefined ? undefined : sessions.get(value);
  };
  return {
    of,
    signIn(request, key) {
      const session = of(request) ?? { id: randomUUID(), signedIn: [] };
      session.signedIn = [key, ...session.signedIn.filter((other) => other !== key)];
      sessions.set(session.id, session);
      return {
        session,
        cookie: `${cookieName(request)}=${session.id}; Path=/; HttpOnly; SameSite=Lax`,
      };
    },
    signOut(request, key) {
      const session = of(request);
      if (!session) return undefined;
      session.signedIn = session.signedIn.filter((other) => key !== undefined && other !== key);
      sessions.set(session.id, session);
      if (session.signedIn.length > 0) return undefined;
      sessions.delete(session.id);
      return `${cookieName(request)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`;
    },
    clear: () => sessions.clear(),
  };
}

/** Cookies do not know ports: the port in the name keeps several local Azures apart on one host. */
function cookieName(request: Request): string {
  return `ESTSAUTH-${new URL(request.url).port || "80"}`;
}

function readCookie(request: Request, name: string): string | undefined {
  for (const pair of (request.headers.get("cookie") ?? "").split(";")) {
    const [key, value] = pair.trim().split("=");
    if (key === name) return value;
  }
  return undefined;
}
