import { readFile } from "node:fs/promises";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { ReportedChunk } from "./chunk-report";

const KIB = 1024;
/** Gzip KiB of JavaScript before the shell with its navigation paints. */
const SHELL_BUDGET = 240;
/** Gzip KiB of JavaScript in all until the rows of the list show. */
const LIST_BUDGET = 420;

/** What the list needs beside the entry: fetched in parallel with it. */
const LIST_MODULES = [
  "src/app/sign-in/open-session.ts",
  "src/azure/create-azure-client.ts",
  "src/features/endpoints/endpoints-page.tsx",
];

const chunks = JSON.parse(
  await readFile(new URL("../.size/chunks.json", import.meta.url), "utf8"),
) as ReportedChunk[];

const entry = chunks.find((chunk) => chunk.isEntry);
if (!entry) throw new Error("The build has no entry: run `npm run build` first.");
const shell = withImports([entry]);
const list = withImports([entry, ...LIST_MODULES.map(chunkOf)]);

const shellSize = report("until the shell paints", shell, SHELL_BUDGET);
const listSize = report("until the list's rows show", list, LIST_BUDGET);
printOthers();
printOwners();
if (shellSize > SHELL_BUDGET || listSize > LIST_BUDGET) process.exitCode = 1;

function chunkOf(module: string): ReportedChunk {
  const chunk = chunks.find(({ entry: made }) => made === module);
  if (!chunk) {
    throw new Error(`The build has no chunk for ${module}: correct LIST_MODULES in size.ts.`);
  }
  return chunk;
}

function withImports(from: ReportedChunk[]): ReportedChunk[] {
  const found = new Set<ReportedChunk>();
  const visit = (chunk: ReportedChunk) => {
    if (found.has(chunk)) return;
    found.add(chunk);
    for (const other of chunks) if (chunk.imports.includes(other.fileName)) visit(other);
  };
  from.forEach(visit);
  return [...found];
}

function gzipKib(code: string): number {
  return gzipSync(code, { level: 9 }).length / KIB;
}

function brotliKib(code: string): number {
  return brotliCompressSync(code).length / KIB;
}

function report(title: string, loaded: ReportedChunk[], budget: number): number {
  const size = sum(loaded.map(({ code }) => gzipKib(code)));
  const verdict = size > budget ? "OVER the budget" : "of a budget";
  console.log(`\nJavaScript ${title}: ${size.toFixed(1)} KiB gzip, ${verdict} of ${budget} KiB`);
  for (const chunk of [...loaded].sort((a, b) => b.code.length - a.code.length)) printChunk(chunk);
  return size;
}

function printOthers(): void {
  const others = chunks.filter((chunk) => !list.includes(chunk));
  console.log("\nLoaded later");
  for (const chunk of others.sort((a, b) => b.code.length - a.code.length)) printChunk(chunk);
}

function printChunk({ fileName, code }: ReportedChunk): void {
  const gzip = gzipKib(code).toFixed(1).padStart(7);
  const brotli = brotliKib(code).toFixed(1).padStart(7);
  console.log(`${gzip} gzip ${brotli} brotli  ${fileName.replace("assets/", "")}`);
}

/** A dependency has no gzip size of its own: its share of each chunk's is given. */
function printOwners(): void {
  const shares = new Map<string, { shell: number; list: number }>();
  for (const chunk of list) {
    const gzip = gzipKib(chunk.code);
    const source = sum(Object.values(chunk.bytesByOwner));
    for (const [owner, bytes] of Object.entries(chunk.bytesByOwner)) {
      const name = groupOf(owner);
      const share = shares.get(name) ?? { shell: 0, list: 0 };
      const size = (gzip * bytes) / source;
      share.list += size;
      if (shell.includes(chunk)) share.shell += size;
      shares.set(name, share);
    }
  }
  console.log("\nShare by dependency, about (KiB gzip)\n   shell     list");
  for (const [name, share] of [...shares].sort((a, b) => b[1].list - a[1].list)) {
    if (share.list < 0.5) continue;
    const [before, all] = [share.shell, share.list].map((size) => size.toFixed(1).padStart(8));
    console.log(`${before} ${all}  ${name}`);
  }
}

/** Small packages that come with a bigger one are counted with it. */
function groupOf(owner: string): string {
  if (/^(@floating-ui|@griffel|tabster|keyborg|@swc)(\/|$)/.test(owner)) {
    return `${owner} (of Fluent)`;
  }
  if (/^(react|react-dom|scheduler)$/.test(owner)) return "react";
  if (owner.startsWith("@tanstack/")) return owner.replace(/-core$/, "").replace("react-", "");
  return owner;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
