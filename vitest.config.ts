import { defineConfig } from "vitest/config";

/** Tests measure no time: a busy machine only makes them wait. */
const PATIENCE_MS = 60_000 * Number(process.env.FUZZ_FACTOR ?? 1);

const common = {
  testTimeout: PATIENCE_MS,
  setupFiles: "vitest.setup.ts",
  // Files share what they import: half of the time went into importing it again.
  isolate: false,
};

export default defineConfig({
  test: {
    // Vitest leaves a processor to its watcher otherwise.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          ...common,
          name: "unit",
          include: ["{src,emulator,scripts}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.contract.test.ts"],
        },
      },
      {
        test: {
          ...common,
          name: "contract",
          include: ["{src,emulator}/**/*.contract.test.ts"],
        },
      },
    ],
  },
});
