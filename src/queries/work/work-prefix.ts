/** Under this prefix is every work record of an account, to be removed when the person signs out. */
export function workPrefix(accountId: string): string {
  return `rep.work.${accountId}:`;
}
