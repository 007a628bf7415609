import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { build } from "vite";

const SOURCES = [
  "src",
  "public",
  "index.html",
  "redirect.html",
  "vite.config.ts",
  "package-lock.json",
  "config.example.json",
];
/** Written by the last of the two builds. */
const BUILT = "dist/redirect.html";

/** Builds the app into `dist`, unless the build there is newer than every source. */
export async function buildIfNeeded(): Promise<void> {
  const built = await changedAt(BUILT);
  const newest = Math.max(...(await Promise.all(SOURCES.map(newestIn))));
  if (built > newest) return;
  console.log("Building the app …");
  const settings = { configLoader: "runner", logLevel: "warn" } as const;
  await build(settings);
  await build({ ...settings, mode: "redirect" });
}

async function newestIn(place: string): Promise<number> {
  const info = await stat(place);
  if (!info.isDirectory()) return info.mtimeMs;
  const entries = await readdir(place, { recursive: true });
  // A folder's own time tells of files that were removed.
  const times = await Promise.all(entries.map((entry) => changedAt(path.join(place, entry))));
  return Math.max(info.mtimeMs, ...times);
}

async function changedAt(file: string): Promise<number> {
  try {
    return (await stat(file)).mtimeMs;
  } catch {
    return 0;
  }
}
