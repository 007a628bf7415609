import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import { OUTPUT } from "../output";
import type { CandidateInfo } from "./candidates";

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Folder of the built pages, one a candidate. */
export const PAGES = path.join(OUTPUT, "pages");

export interface BuiltSize {
  /** Gzip KiB of all scripts of the page, React included. */
  scriptKib: number;
  /** Gzip KiB of all style sheets; most candidates make their styles in scripts. */
  styleKib: number;
}

/** Builds the page of a candidate as an app would be built. */
export async function buildCandidate({ id, module }: CandidateInfo): Promise<BuiltSize> {
  const outDir = path.join(PAGES, id);
  await build({
    configFile: false,
    logLevel: "error",
    root: here("page"),
    base: "./",
    plugins: [react()],
    resolve: { alias: { "#candidate": here(module) }, dedupe: ["react", "react-dom"] },
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    build: {
      outDir,
      emptyOutDir: true,
      target: "es2022",
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 5_000,
    },
  });
  const files = await readdir(outDir, { recursive: true });
  const kibOf = async (ending: string) => {
    const contents = await Promise.all(
      files
        .filter((file) => file.endsWith(ending))
        .map((file) => readFile(path.join(outDir, file))),
    );
    return (
      contents.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0) / 1024
    );
  };
  return { scriptKib: await kibOf(".js"), styleKib: await kibOf(".css") };
}
