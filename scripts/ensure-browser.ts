import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "@playwright/test";

const INSTALL_TIMEOUT_MS = 600_000;

const ON_PATH = [
  "google-chrome",
  "google-chrome-stable",
  "chromium",
  "chromium-browser",
  "microsoft-edge",
];

/**
 * Path of a Chromium for the end-to-end tests: `CHROME_PATH`, then Playwright's own, then an
 * installed Chrome, Chromium or Edge. Undefined if there is none.
 */
export function chromiumExecutable(): string | undefined {
  return [process.env.CHROME_PATH, chromium.executablePath(), ...systemBrowsers()].find(
    (candidate) => candidate !== undefined && existsSync(candidate),
  );
}

/** Installs a Chromium where that is possible. Throws, saying what to install, where it is not. */
export function ensureChromium(): string {
  const found = chromiumExecutable();
  if (found !== undefined) return found;
  if (canUseApt()) {
    run("apt-get", ["update"]);
    run("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"]);
  }
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
