import type { Clock } from "../clock";
import type { ResourceStore, StoredResource } from "../store";

export const assignmentType = "Microsoft.Authorization/roleAssignments";

/** The role assignments that count: those of the store as they were some time ago. */
export interface EffectiveAssignments {
  all(): Iterable<StoredResource>;
  /** Takes over what the store holds now: for changes that its listeners are not told of. */
  rebuild(): void;
}

/**
 * Follows the role assignments of a store by `delayMs()` of the clock, additions and removals alike:
 * Azure lets a change take up to ten minutes (role-based access control documentation, "Troubleshoot").
 *
 * @param onChange called when what counts has changed
 */
export function followAssignments(
  store: ResourceStore,
  { clock, delayMs }: { clock: Clock; delayMs: () => number },
  onChange: () => void,
): EffectiveAssignments {
  let effective = new Map<string, StoredResource>();
  let lastSeen = new Map<string, number>();
  let sequence = 0;

  const apply = (key: string, resource: StoredResource | undefined) => {
    if (resource) effective.set(key, resource);
    else effective.delete(key);
    onChange();
  };

  store.subscribe((id, resource) => {
    const key = id.toLowerCase();
    if (!key.includes(`/providers/${assignmentType.toLowerCase()}/`)) return;
    const number = ++sequence;
    const follow = () => {
      // A shorter delay may have let a later change through already.
      if ((lastSeen.get(key) ?? 0) > number) return;
      lastSeen.set(key, number);
      apply(key, resource);
    };
    const delay = delayMs();
    if (delay > 0) clock.schedule(clock.now() + delay, follow);
    else follow();
  });

  const rebuild = () => {
    effective = new Map(store.list(assignmentType).map((found) => [found.id.toLowerCase(), found]));
    lastSeen = new Map();
    onChange();
  };
  rebuild();
  return { all: () => effective.values(), rebuild };
}
