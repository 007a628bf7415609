import { defineConfig } from "@playwright/test";
import { chromiumExecutable, isHeadlessShell } from "./scripts/ensure-browser";

const executablePath = chromiumExecutable();

/** One emulator and one app server per worker (e2e/fixtures.ts), each on free ports of loopback. */
export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: {
    viewport: { width: 1280, height: 800 },
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: {
      executablePath,
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-extensions",
        "--disable-gpu",
        // One process to draw and one a page's origin: half of a test's time went into starting them.
        ...(isHeadlessShell(executablePath)
          ? []
          : ["--in-process-gpu", "--renderer-process-limit=1"]),
        "--no-first-run",
      ],
    },
  },
});
