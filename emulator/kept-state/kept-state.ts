import { mkdir } from "node:fs/promises";
import { lockDirectory } from "./directory-lock";
import { KeptStateError, type Keeping } from "./keeping";
import { KeptMaps } from "./kept-maps";
import { DamagedError, UnknownVersionError } from "./records";
import { createStateFile, readStateFile } from "./state-file";

/** A state that is kept in a directory. */
export interface KeptState extends Keeping {
  /**
   * Resolves when everything that the maps hold now is on the disk. Calls that come while one is being
   * written are written together. After a failure, the next call writes the whole state anew.
   */
  commit(): Promise<void>;
  /** Commits and gives the directory back. */
  close(): Promise<void>;
  /** Gives the directory back as it was at the last commit. */
  abandon(): Promise<void>;
}

/** The file is written anew when what was appended is this many bytes and more than the state itself. */
const REWRITE_AFTER_BYTES = 4 * 1024 * 1024;

/**
 * Opens the state that is kept in a directory, which is made if need be, and takes the directory until
 * `close`.
 *
 * @throws KeptStateError when the directory cannot be used: its message says why
 */
export async function openKeptState(directory: string): Promise<KeptState> {
  await makeDirectory(directory);
  const unlock = await lockDirectory(directory).catch((error: unknown) => {
    throw error instanceof KeptStateError ? error : cannotUse(directory, error);
  });
  try {
    const maps = new KeptMaps();
    for (const text of await readRecords(directory)) maps.apply(text);
    return createKeptState(directory, maps, unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

function createKeptState(
  directory: string,
  maps: KeptMaps,
  unlock: () => Promise<void>,
): KeptState {
  const file = createStateFile(directory);
  // Whatever a crash left behind the last whole record goes with the first write.
  let mustRewrite = true;
  let writing = Promise.resolve();
  let queued: Promise<void> | undefined;

  const write = async () => {
    const changes = maps.takeChanges();
    const { appended, replaced } = file.size();
    const isLong = appended > Math.max(REWRITE_AFTER_BYTES, replaced);
    try {
      if (mustRewrite || isLong) await file.replace(maps.everything());
      else await file.append(changes);
      mustRewrite = false;
    } catch (error) {
      mustRewrite = true;
      throw new KeptStateError(`The state cannot be written to ${directory}: ${textOf(error)}`);
    }
  };

  const commit = () => {
    if (!maps.hasChanges() && !mustRewrite) return writing;
    queued ??= writing
      .catch(() => undefined)
      .then(() => {
        queued = undefined;
        return (writing = write());
      });
    return queued;
  };

  const abandon = async () => {
    await file.close();
    await unlock();
  };

  return {
    map: (name) => maps.map(name),
    commit,
    abandon,
    close: () => commit().finally(abandon),
  };
}

async function readRecords(directory: string): Promise<string[]> {
  try {
    const records = await readStateFile(directory);
    // The first record came with the file, in one piece.
    if (records?.length === 0) throw new DamagedError("cut off");
    return records ?? [];
  } catch (error) {
    if (error instanceof DamagedError) {
      throw new KeptStateError(
        `The state that is kept in ${directory} is ${error.message} and was left untouched. Delete local-azure.state there to start afresh.`,
      );
    }
    if (error instanceof UnknownVersionError) {
      throw new KeptStateError(
        `The state that is kept in ${directory} has ${error.message}, which this version of the local Azure does not read. Keep it in another directory.`,
      );
    }
    throw cannotUse(directory, error);
  }
}

async function makeDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EEXIST" || code === "ENOTDIR") {
      throw new KeptStateError(`${directory} is not a directory: no state can be kept there.`);
    }
    throw cannotUse(directory, error);
  }
}

function cannotUse(directory: string, error: unknown): KeptStateError {
  return new KeptStateError(`No state can be kept in ${directory}: ${textOf(error)}`);
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
