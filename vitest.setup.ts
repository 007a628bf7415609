import fc from "fast-check";

// `npm test` is repeatable: every run draws the same inputs. `npm run soak` draws others, and many more.
const factor = process.env.FUZZ_FACTOR;
fc.configureGlobal(factor === undefined ? { seed: 20_261_121 } : { numRuns: 100 * Number(factor) });
