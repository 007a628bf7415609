import { createLane, type Lane, type LaneSize, type Refusal } from "./lane";

/** Kinds of calls that Azure throttles apart from each other: ARM reads, ARM writes, Resource Graph. */
export type CallKind = "reads" | "writes" | "queries";

/** Calls of one kind wait because Azure asked for it, or cannot serve them. */
export interface SlowDown {
  kind: CallKind;
  why: Refusal;
  /** When they go on, in milliseconds since 1970; in the past while they are tried again. */
  goesOnAt: number;
}

/** What is being held back, for a page to show. */
export interface Traffic {
  subscribe: (onChange: () => void) => () => void;
  /** The same array until something has changed. */
  snapshot: () => readonly SlowDown[];
}

/** One queue for each kind of call, and what to show of them. */
export interface GovernedTraffic extends Traffic {
  lanes: Record<CallKind, Lane>;
}

/**
 * Far below ARM's buckets (250 reads, 25 more a second) and Resource Graph's quota (15 queries in five
 * seconds), and few enough that a browser has connections left.
 */
const SIZES: Record<CallKind, LaneSize> = {
  reads: { places: 8, backgroundPlaces: 6 },
  writes: { places: 4, backgroundPlaces: 2 },
  queries: { places: 3, backgroundPlaces: 2 },
};

/** Creates the queues that all calls of one client share. */
export function createTraffic(): GovernedTraffic {
  const listeners = new Set<() => void>();
  let shown: readonly SlowDown[] = [];
  let isPublishing = false;

  const publish = () => {
    isPublishing = false;
    const current = kinds.flatMap((kind) => {
      const goesOnAt = lanes[kind].goesOnAt();
      return goesOnAt === undefined ? [] : [{ kind, why: lanes[kind].refusal(), goesOnAt }];
    });
    if (JSON.stringify(current) === JSON.stringify(shown)) return;
    shown = current;
    for (const listener of listeners) listener();
  };
  // A call that leaves only to enter again is not to be seen in between.
  const publishSoon = () => {
    if (isPublishing) return;
    isPublishing = true;
    queueMicrotask(publish);
  };
  const lanes = {
    reads: createLane(SIZES.reads, publishSoon),
    writes: createLane(SIZES.writes, publishSoon),
    queries: createLane(SIZES.queries, publishSoon),
  };

  return {
    lanes,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    snapshot: () => shown,
  };
}

const kinds: readonly CallKind[] = ["reads", "writes", "queries"];
