import type { GetToken } from "../../azure/client";
import type { Account } from "../../queries/azure-context";
import type { Departures } from "./departures";
import type { SignInPurpose } from "./session-storage";

/** What the app knows of the person and can do about it. Made by `open-session.ts` from MSAL. */
export interface Session {
  /** Undefined when nobody is signed in. */
  account: Account | undefined;
  /** Why the sign-in that just came back failed. */
  signInError: unknown;
  /** What the page had been left for when it was loaded. */
  purpose: SignInPurpose | undefined;
  /** Throws `AzureError`; with code `SignInRequired` it also raises `signInNeed`. */
  getToken: GetToken;
  /** Leaves the page and comes back to it, signed in. */
  signIn: () => Promise<void>;
  /** The same, offering every account. */
  switchAccount: () => Promise<void>;
  /** The app is set up for every directory, not for one. */
  canSwitchDirectory: boolean;
  /** Leaves the page and comes back to it as the same person in another directory. */
  switchDirectory: (tenantId: string) => Promise<void>;
  /**
   * Leaves the page, ends the session, and comes back to the start, signed out. Never rejects: what
   * goes wrong is told by `departures`.
   */
  signOut: () => Promise<void>;
  departures: Departures;
  signInNeed: SignInNeed;
}

/** Whether calls to Azure wait for the person to sign in again. */
export interface SignInNeed {
  subscribe: (onChange: () => void) => () => void;
  isRaised: () => boolean;
  /** Leaves the page and comes back to it with what Azure asked for. */
  answer: () => Promise<void>;
  dismiss: () => void;
}
