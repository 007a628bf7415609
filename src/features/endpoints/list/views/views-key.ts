/** Where the views of an account are: of a person in one directory. */
export function viewsKey(accountId: string): string {
  return `rep.views.${accountId}`;
}

/** Under this prefix are a person's views in every directory: to be removed when they sign out. */
export function viewsPrefixOfPerson(homeAccountId: string): string {
  return `rep.views.${homeAccountId}.`;
}
