import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "@playwright/test";

const INSTALL_TIMEOUT_MS = 600_000;

/** Chromium without a window: what takes the tests of a page a third less time than a Chromium that hides it. */
const HEADLESS_SHELL = "chromium-headless-shell";

const ON_PATH = [
  HEADLESS_SHELL,
  "google-chrome",
  "google-chrome-stable",
  "chromium",
  "chromium-browser",
  "microsoft-edge",
];

/**
 * Path of a Chromium for the end-to-end tests: `CHROME_PATH`, then Playwright's own, then an
 * installed headless shell, Chrome, Chromium or Edge. Undefined if there is none.
 */
export function chromiumExecutable(): string | undefined {
  return [process.env.CHROME_PATH, chromium.executablePath(), ...systemBrowsers()].find(
    (candidate) => candidate !== undefined && existsSync(candidate),
  );
}

/** Whether a browser has no window to hide, and so none of the processes that draw one. */
export function isHeadlessShell(executable: string | undefined): boolean {
  return executable !== undefined && path.basename(executable).includes("headless");
}

/**
 * Installs a Chromium where that is possible, and in CI the headless shell beside a slower one. Throws,
 * saying what to install, where there is none and none can be had.
 */
export function ensureChromium(): string {
  if (canUseApt() && !process.env.CHROME_PATH && !isHeadlessShell(chromiumExecutable())) {
    apt("update");
    apt("install", "--yes", "--no-install-recommends", HEADLESS_SHELL);
  }
  const found = chromiumExecutable();
  if (found !== undefined) return found;
  if (canUseApt()) apt("install", "--yes", "--no-install-recommends", "chromium");
  if (chromiumExecutable() === undefined) {
    // A bare machine lacks the libraries too, which only root may install.
    const libraries = canUseApt() ? ["--with-deps"] : [];
    run("npx", ["playwright", "install", ...libraries, "chromium"]);
  }
  const installed = chromiumExecutable();
  if (installed === undefined) {
    throw new Error(
      "The end-to-end tests need a browser: install Google Chrome, Chromium or Microsoft Edge, or set CHROME_PATH to one.",
    );
  }
  return installed;
}

/** A system package is installed without asking in CI only. */
function canUseApt(): boolean {
  return Boolean(process.env.CI) && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

/** Gives up on an archive that does not answer: there may be no network, and a browser already. */
function apt(...args: string[]): void {
  run("apt-get", ["-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=15", ...args]);
}

function run(command: string, args: string[]): void {
  spawnSync(command, args, {
    stdio: "inherit",
    timeout: INSTALL_TIMEOUT_MS,
    // npx is a script on Windows.
    shell: process.platform === "win32",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}

function systemBrowsers(): string[] {
  switch (process.platform) {
    case "darwin":
      return ["Google Chrome", "Chromium", "Microsoft Edge"].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
      );
    case "win32":
      return [
        process.env.PROGRAMFILES,
        process.env["PROGRAMFILES(X86)"],
        process.env.LOCALAPPDATA,
      ].flatMap((folder) =>
        folder === undefined
          ? []
          : [
              path.join(folder, "Google", "Chrome", "Application", "chrome.exe"),
              path.join(folder, "Microsoft", "Edge", "Application", "msedge.exe"),
            ],
      );
    default:
      return (process.env.PATH ?? "")
        .split(path.delimiter)
        .flatMap((folder) => ON_PATH.map((name) => path.join(folder, name)));
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(`Browser: ${ensureChromium()}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
