import { workPrefix } from "../../queries/work/work-prefix";

/** Drafts, own writes and the like; everything of one signed-in person in this tab. */
const PREFIX = "rep.";
const SIGNED_IN = `${PREFIX}signed-in`;

/**
 * Notes whose session this tab holds. What another person left behind in it is removed, and their work from
 * the storage that outlasts the tab.
 */
export function rememberAccount(storage: Storage, accountId: string, lasting: Storage): void {
  const earlier = storage.getItem(SIGNED_IN);
  if (earlier !== null && earlier !== accountId) {
    forgetPerson(storage);
    // Empty when this tab has just left to sign in: then nobody was in it before.
    if (earlier !== "") forgetWork(lasting, earlier);
  }
  storage.setItem(SIGNED_IN, accountId);
}

/** Notes that the page is being left to sign in, so that coming back does not show the way in again. */
export function expectSignIn(storage: Storage): void {
  if (storage.getItem(SIGNED_IN) === null) storage.setItem(SIGNED_IN, "");
}

/** True if this tab was signed in, or left to sign in, which the sign-in library will confirm. */
export function isProbablySignedIn(storage: Storage): boolean {
  return storage.getItem(SIGNED_IN) !== null;
}

/** Removes what the app stored of a person's work for every tab and for later visits. */
export function forgetWork(storage: Storage, accountId: string): void {
  removeAll(storage, workPrefix(accountId));
}

/** Removes everything the app stored for the signed-in person. Tokens are the sign-in library's. */
export function forgetPerson(storage: Storage): void {
  removeAll(storage, PREFIX);
}

function removeAll(storage: Storage, prefix: string): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  for (const key of keys) if (key?.startsWith(prefix)) storage.removeItem(key);
}
