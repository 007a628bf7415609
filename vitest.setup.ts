import fc from "fast-check";

// `npm test` is repeatable: every run draws the same inputs. `npm run soak` draws others, and many more.
if (process.env.FUZZ_FACTOR === undefined) {
  fc.configureGlobal({ seed: 20_261_121 });
}
