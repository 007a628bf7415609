import { fileURLToPath } from "node:url";

/** Everything that a run writes beside the document; git does not see it. */
export const OUTPUT = fileURLToPath(new URL(".output/", import.meta.url));
