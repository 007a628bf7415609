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

function isLeft({ isDue, state }: BulkRow): boolean {
  return isDue === true || state === "reading" || state === "deleting" || state === "recreating";
}
