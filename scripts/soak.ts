import { spawn } from "node:child_process";

/**
 * Runs the property tests with many times the inputs of `npm run unit`: 50 times, or as many as the
 * first argument says. Takes minutes.
 */
const factor = process.argv[2] ?? "50";
const vitest = spawn(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "--project", "unit", "property.test"],
  { stdio: "inherit", env: { ...process.env, FUZZ_FACTOR: factor } },
);
vitest.once("exit", (code) => (process.exitCode = code ?? 1));
