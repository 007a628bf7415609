import { open, readFile, rename, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { decodeFile, encodeFile, encodeRecord } from "./records";

const NAME = "local-azure.state";

/** The file in which the state is kept: a whole state, and what changed since. */
export interface StateFile {
  /** Bytes that were appended since the last `replace`, and those that it wrote. */
  size(): { appended: number; replaced: number };
  /** Adds a record; it is on the disk when the promise resolves. */
  append(text: string): Promise<void>;
  /** Puts a file with one record in the place of the present one: after a crash there is the one or the other. */
  replace(text: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * The records of a directory's file, undefined when there is none.
 *
 * @throws DamagedError, UnknownVersionError
 */
export async function readStateFile(directory: string): Promise<string[] | undefined> {
  try {
    return decodeFile(await readFile(join(directory, NAME)));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Writes to a directory's file; the first write must be `replace`. */
export function createStateFile(directory: string): StateFile {
  const file = join(directory, NAME);
  let handle: FileHandle | undefined;
  let appended = 0;
  let replaced = 0;

  const close = async () => {
    const closing = handle;
    handle = undefined;
    await closing?.close();
  };

  return {
    size: () => ({ appended, replaced }),
    async append(text) {
      if (!handle) throw new Error("The file was not replaced yet.");
      const bytes = encodeRecord(text);
      await handle.appendFile(bytes);
      await handle.datasync();
      appended += bytes.length;
    },
    async replace(text) {
      // Windows does not replace a file that is open.
      await close();
      const bytes = encodeFile([text]);
      await writeDurably(`${file}.new`, bytes);
      await rename(`${file}.new`, file);
      await syncDirectory(directory);
      handle = await open(file, "a");
      appended = 0;
      replaced = bytes.length;
    },
    close,
  };
}

/** Only its owner may read it: it holds the key that tokens are signed with. */
async function writeDurably(file: string, bytes: Buffer): Promise<void> {
  const handle = await open(file, "w", 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a rename durable. Windows knows no directories to sync and orders renames itself. */
async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(directory, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
