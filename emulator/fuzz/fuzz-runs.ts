/**
 * How many inputs a property is tried with: `modest` in the unit tests, and as many times more as the
 * environment variable `FUZZ_FACTOR` says (`npm run soak`).
 */
export function fuzzRuns(modest: number): number {
  return Math.ceil(modest * Number(process.env.FUZZ_FACTOR ?? 1));
}
