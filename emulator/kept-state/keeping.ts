/**
 * Where the parts of the local Azure put what must outlive the process. A value is kept as it was at
 * its last `set`: whoever changes one sets it again. Values survive as JSON, so they are plain data and
 * two of them never share an object.
 */
export interface Keeping {
  /** The one map of that name, with what was kept of it. */
  map<Value>(name: string): Map<string, Value>;
}

/** Keeps nothing: each map is empty and ends with the process. */
export const keepingNothing: Keeping = { map: () => new Map() };

/** Something about the directory that its owner can put right: the message is for them. */
export class KeptStateError extends Error {
  override name = "KeptStateError";
}
