/** Drafts, own writes and the like; everything of one signed-in person in this tab. */
const PREFIX = "rep.";
const SIGNED_IN = `${PREFIX}signed-in`;

/** Notes whose session this tab holds. What another person left behind is removed. */
export function rememberAccount(storage: Storage, accountId: string): void {
  const earlier = storage.getItem(SIGNED_IN);
  if (earlier !== null && earlier !== accountId) forgetPerson(storage);
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

/** Removes everything the app stored for the signed-in person. Tokens are the sign-in library's. */
export function forgetPerson(storage: Storage): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  for (const key of keys) if (key?.startsWith(PREFIX)) storage.removeItem(key);
}
