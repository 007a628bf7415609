import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const REPORT = new URL("../.size/chunks.json", import.meta.url);

/** A JavaScript file of the build. */
export interface ReportedChunk {
  /** Path below `dist`. */
  fileName: string;
  /** Source module that the chunk was made for, relative to the project, if there is one. */
  entry: string | undefined;
  isEntry: boolean;
  /** Files loaded with this one. */
  imports: string[];
  code: string;
  /** Bytes of minified source by package; the project's own under its folder. */
  bytesByOwner: Record<string, number>;
}

/** A Vite plugin that writes what `npm run size` reads, outside of the served files. */
export function chunkReport(): Plugin {
  return {
    name: "chunk-report",
    apply: "build",
    async generateBundle(_, bundle) {
      const root = fileURLToPath(new URL("..", import.meta.url));
      const chunks: ReportedChunk[] = [];
      for (const output of Object.values(bundle)) {
        if (output.type !== "chunk") continue;
        const bytesByOwner: Record<string, number> = {};
        for (const [id, module] of Object.entries(output.modules)) {
          const owner = ownerOf(id, root);
          bytesByOwner[owner] = (bytesByOwner[owner] ?? 0) + module.renderedLength;
        }
        chunks.push({
          fileName: output.fileName,
          entry: output.facadeModuleId?.replace(root, ""),
          isEntry: output.isEntry,
          imports: output.imports,
          code: output.code,
          bytesByOwner,
        });
      }
      await mkdir(new URL(".", REPORT), { recursive: true });
      await writeFile(REPORT, JSON.stringify(chunks));
    },
  };
}

/** Package of a module, with its scope's packages of Fluent told apart; `src/<folder>` for our own. */
function ownerOf(id: string, root: string): string {
  const inPackages = id.split("node_modules/").at(-1);
  if (id.includes("node_modules/") && inPackages !== undefined) {
    const [first = "", second = ""] = inPackages.split("/");
    return first.startsWith("@") ? `${first}/${second}` : first;
  }
  const own = id.replace(root, "").split("/");
  return own[0] === "src" ? own.slice(0, own.length > 2 ? 2 : 1).join("/") : "build runtime";
}
