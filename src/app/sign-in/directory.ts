/** Segments of a sign-in address that let people of any directory in, each into their own at first. */
const MANY_DIRECTORIES = new Set(["organizations", "common"]);

/** The part of a sign-in library's account that says who it is and where. */
interface SignedInTo {
  /** Stable for a person, whatever directory they are signed in to. */
  homeAccountId: string;
  tenantId: string;
}

/**
 * Names a person in one directory: what they see, draft and do there is kept under it. The person alone
 * would not do, since a guest has the same home account in every directory.
 */
export function accountIdOf({ homeAccountId, tenantId }: SignedInTo): string {
  return `${homeAccountId}.${tenantId}`;
}

/** The sign-in address of one directory, made of that of another one or of all. */
export function authorityOf(authority: string, tenantId: string): string {
  return new URL(`/${tenantId}`, authority).href;
}

/** True if the app is set up for more directories than one: `organizations` or `common`. */
export function isForManyDirectories(authority: string): boolean {
  const [, segment = ""] = new URL(authority).pathname.split("/");
  return MANY_DIRECTORIES.has(segment.toLowerCase());
}
