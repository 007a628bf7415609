import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** Where `public/config.json` expects the local Azure. */
const DEFAULT_LOCAL_AZURE = "localhost:4281";

/**
 * The runtime configuration for a local Azure at `origin` (for example `http://localhost:4281`):
 * `public/config.json` with its address exchanged.
 */
export async function localConfig(origin: string): Promise<Record<string, unknown>> {
  const file = fileURLToPath(new URL("../public/config.json", import.meta.url));
  const text = await readFile(file, "utf8");
  return JSON.parse(text.replaceAll(DEFAULT_LOCAL_AZURE, new URL(origin).host)) as Record<
    string,
    unknown
  >;
}
