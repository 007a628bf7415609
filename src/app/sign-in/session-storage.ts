import { workPrefixOfPerson } from "../../queries/work/work-prefix";

/** Drafts, own writes and the like; everything of one signed-in person in this tab. */
const PREFIX = "rep.";
const SIGNED_IN = `${PREFIX}signed-in`;
const LEFT_FOR = `${PREFIX}left-for`;

/**
 * Notes whose session this tab holds, by their home account. What another person left behind in it is
 * removed, and their work from the storage that outlasts the tab. What is theirs in another directory stays.
 */
export function rememberPerson(storage: Storage, homeAccountId: string, lasting: Storage): void {
  const earlier = storage.getItem(SIGNED_IN);
  if (earlier !== null && earlier !== homeAccountId) {
    forgetPerson(storage);
    // Empty when this tab has just left to sign in: then nobody was in it before.
    if (earlier !== "") forgetWork(lasting, earlier);
  }
  storage.setItem(SIGNED_IN, homeAccountId);
}

/** Why the page is left for the sign-in page of Microsoft. */
export type SignInPurpose = "sign-in" | "confirmation" | "account" | "directory";

const PURPOSES: readonly string[] = ["sign-in", "confirmation", "account", "directory"];

/** Notes that the page is being left to sign in, so that coming back does not show the way in again. */
export function leaveFor(storage: Storage, purpose: SignInPurpose): void {
  if (storage.getItem(SIGNED_IN) === null) storage.setItem(SIGNED_IN, "");
  storage.setItem(LEFT_FOR, purpose);
}

/** Why the page was left, if it was; answers once. */
export function arrive(storage: Storage): SignInPurpose | undefined {
  const purpose = storage.getItem(LEFT_FOR);
  storage.removeItem(LEFT_FOR);
  return isPurpose(purpose) ? purpose : undefined;
}

/** True if this tab was signed in, or left to sign in, which the sign-in library will confirm. */
export function isProbablySignedIn(storage: Storage): boolean {
  return storage.getItem(SIGNED_IN) !== null;
}

/** Removes what the app stored of a person's work for every tab and for later visits, in all directories. */
export function forgetWork(storage: Storage, homeAccountId: string): void {
  removeAll(storage, workPrefixOfPerson(homeAccountId));
}

/** Removes everything the app stored for the signed-in person. Tokens are the sign-in library's. */
export function forgetPerson(storage: Storage): void {
  removeAll(storage, PREFIX);
}

function removeAll(storage: Storage, prefix: string): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  for (const key of keys) if (key?.startsWith(prefix)) storage.removeItem(key);
}

function isPurpose(text: string | null): text is SignInPurpose {
  return text !== null && PURPOSES.includes(text);
}
