import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { KeptStateError } from "./keeping";

const NAME = "local-azure.lock";

/**
 * Takes a directory for this process and returns what gives it back. The lock of a process that is gone
 * counts for nothing.
 *
 * @throws KeptStateError when another process has it
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const file = join(directory, NAME);
  const own = String(process.pid);
  const isTaken = await writeFile(file, own, { flag: "wx" }).then(() => false, isExisting);
  if (isTaken) {
    const holder = await readFile(file, "utf8");
    if (isAlive(Number(holder))) {
      throw new KeptStateError(
        `${directory} is in use by another local Azure (process ${holder}). Stop that one, or keep this one's state in another directory.`,
      );
    }
    await writeFile(file, own);
  }
  return () => rm(file, { force: true });
}

function isExisting(error: unknown): true {
  if (error instanceof Error && "code" in error && error.code === "EEXIST") return true;
  throw error;
}

/** In a container that starts again, the process that is gone had the number that this one has. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, and is somebody else's.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
