import type { BulkRow } from "./bulk-row";

/** A run says nothing about its pace before it has done so many, and gone on for so long. */
const TELLS = { rows: 20, ms: 10_000 };

/** What a run set out to do, and when: milliseconds since 1970. */
export interface Pace {
  begunAt: number;
  due: number;
}

/**
 * Milliseconds that a run will still take if it goes on as it has so far, its waits included; undefined as
 * long as that says too little, and where nothing is left.
 */
export function msLeft(
  { begunAt, due }: Pace,
  rows: readonly BulkRow[],
  now: number,
): number | undefined {
  const left = rows.filter(isLeft).length;
  const [done, tookMs] = [due - left, now - begunAt];
  if (left === 0 || done < TELLS.rows || tookMs < TELLS.ms) return undefined;
  return (tookMs / done) * left;
}

/** An estimate that is longer by more than this has changed; what is less comes and goes. */
const CLEARLY_LONGER = 1.25;

/**
 * What to tell of an estimate after the one that was told last: a shorter one, or one that is clearly longer.
 * Otherwise the one of before stands, so that words which round it do not flip to and fro.
 */
export function steadyMsLeft(
  told: number | undefined,
  estimate: number | undefined,
): number | undefined {
  if (told === undefined || estimate === undefined) return estimate;
  return estimate < told || estimate > told * CLEARLY_LONGER ? estimate : told;
}

function isLeft({ isDue, state }: BulkRow): boolean {
  return isDue === true || state === "reading" || state === "deleting" || state === "recreating";
}
