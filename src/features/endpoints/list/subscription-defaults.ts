/**
 * The subscriptions to filter the list by: the person's `defaults` while the URL asks for none at all or
 * for exactly those that it was `given` as defaults before; from the person's first own choice on, what
 * the URL asks for.
 */
export function subscriptionsToShow(
  asked: readonly string[] | undefined,
  given: readonly string[] | undefined,
  defaults: readonly string[],
): readonly string[] | undefined {
  if (asked !== undefined && !(given && areSameSubscriptions(asked, given))) return asked;
  return defaults.length === 0 ? undefined : defaults;
}

/**
 * What the URL was given as defaults, once it asks for `asked`: the defaults when it has come to have them,
 * and nothing any more when the person has chosen something else.
 */
export function givenToUrl(
  asked: readonly string[] | undefined,
  given: readonly string[] | undefined,
  defaults: readonly string[],
): readonly string[] | undefined {
  if (areSameSubscriptions(asked, given ?? defaults)) return given ?? defaults;
  return areSameSubscriptions(asked, defaults) ? defaults : undefined;
}

/** True for the same ids in any order and any case. */
export function areSameSubscriptions(
  some: readonly string[] | undefined,
  others: readonly string[] | undefined,
): boolean {
  return idsOf(some) === idsOf(others);
}

function idsOf(subscriptions: readonly string[] = []): string {
  return subscriptions
    .map((id) => id.toLowerCase())
    .sort()
    .join();
}
