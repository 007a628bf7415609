import { defineConfig } from "vitest/config";

/** Tests measure no time: a busy machine only makes them wait. */
const PATIENCE_MS = 60_000 * Number(process.env.FUZZ_FACTOR ?? 1);

export default defineConfig({
  test: {
    // Files share what they import: half of the time went into importing it again. No module keeps state.
    isolate: false,
    projects: [
      {
        test: {
          name: "unit",
          testTimeout: PATIENCE_MS,
          setupFiles: "vitest.setup.ts",
          include: ["{src,emulator,scripts}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.contract.test.ts"],
        },
      },
      {
        test: {
          name: "contract",
          testTimeout: PATIENCE_MS,
          setupFiles: "vitest.setup.ts",
          include: ["{src,emulator}/**/*.contract.test.ts"],
        },
      },
    ],
  },
});
