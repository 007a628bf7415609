import type { SignInNeed } from "./session";

/**
 * Remembers that Azure wants the person to sign in again, and with which claims, until they do or
 * decline. Leaving the page is theirs to decide: a secret value they are typing would be lost.
 */
export function createSignInNeed(
  signInAgain: (claims: string | undefined) => Promise<void>,
): SignInNeed & { raise: (claims?: string) => void } {
  const listeners = new Set<() => void>();
  let isRaised = false;
  let claimsWanted: string | undefined;

  const change = (raised: boolean) => {
    if (isRaised === raised) return;
    isRaised = raised;
    for (const listener of listeners) listener();
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isRaised: () => isRaised,
    raise: (claims) => {
      claimsWanted = claims ?? claimsWanted;
      change(true);
    },
    answer: () => signInAgain(claimsWanted),
    dismiss: () => change(false),
  };
}
