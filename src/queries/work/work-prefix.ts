/** Under this prefix is every work record of an account: of a person in one directory. */
export function workPrefix(accountId: string): string {
  return `rep.work.${accountId}:`;
}

/** Under this prefix is all of a person's work, in every directory: to be removed when they sign out. */
export function workPrefixOfPerson(homeAccountId: string): string {
  return `rep.work.${homeAccountId}.`;
}
