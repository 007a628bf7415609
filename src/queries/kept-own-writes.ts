import type { RegistryEndpoint } from "../azure/iot-operations/registry-endpoint";
import { idKey, nameOf } from "../azure/resource-id";
import type { OwnWrite } from "./own-writes";

export type OwnWritesStorage = Pick<
  Storage,
  "getItem" | "setItem" | "removeItem" | "key" | "length"
>;

/** Characters, of the five million or so that a browser gives: drafts and the sign-in are kept there too. */
const MOST_KEPT = 2_000_000;

/** As stored: which parent, by its place among `parents`, the name, and the rest of the write. */
type KeptWrite = [parent: number, name: string, path: string[], endpoint?: RegistryEndpoint];

/** What was kept, by lower-case id; what cannot be read is left out. */
export function readKeptWrites(
  storage: OwnWritesStorage,
  key: string,
): ReadonlyMap<string, OwnWrite> {
  try {
    const { parents, writes } = JSON.parse(storage.getItem(key) ?? "{}") as {
      /** What the ids of thousands of endpoints have in common, once. */
      parents?: string[];
      writes?: unknown[];
    };
    if (!Array.isArray(parents) || !Array.isArray(writes)) return new Map();
    return new Map(
      writes.filter(isKeptWrite).map(([parent, name, path, endpoint]) => {
        const id = `${parents[parent] ?? ""}${name}`;
        return [idKey(id), { id, path, endpoint }];
      }),
    );
  } catch {
    // Unreadable storage must not keep the list from showing what Azure says.
    return new Map();
  }
}

/**
 * Keeps them over a reload: all, or the newest where those are too many. A full or forbidden storage costs that,
 * and leaves nothing older behind, whose room a draft may need.
 */
export function keepWrites(
  storage: OwnWritesStorage,
  key: string,
  writes: ReadonlyMap<string, OwnWrite>,
): void {
  try {
    if (writes.size === 0) storage.removeItem(key);
    else storage.setItem(key, textOf([...writes.values()].reverse()));
  } catch {
    try {
      storage.removeItem(key);
    } catch {
      // Forbidden: there is nothing of it to remove.
    }
  }
}

/** As many as there is room for, of those that come newest first. */
function textOf(newestFirst: readonly OwnWrite[]): string {
  const places = new Map<string, number>();
  const kept: string[] = [];
  let room = MOST_KEPT;
  for (const own of newestFirst) {
    const { parent, rest } = partsOf(own);
    const place = places.get(parent) ?? places.size;
    room -= rest.length + 8 + (place === places.size ? parent.length + 3 : 0);
    if (room < 0) break;
    places.set(parent, place);
    kept.push(`[${place},${rest}`);
  }
  return `{"parents":${JSON.stringify([...places.keys()])},"writes":[${kept.reverse().join()}]}`;
}

interface Parts {
  parent: string;
  /** The text of a `KeptWrite` behind its first member. */
  rest: string;
}

/** All are stored whenever one has changed. */
const parts = new WeakMap<OwnWrite, Parts>();

function partsOf(own: OwnWrite): Parts {
  let made = parts.get(own);
  if (made === undefined) {
    const { id, path, endpoint } = own;
    const name = nameOf(id);
    const text = JSON.stringify([name, path, ...(endpoint ? [endpoint] : [])]);
    made = { parent: id.slice(0, id.length - name.length), rest: text.slice(1) };
    parts.set(own, made);
  }
  return made;
}

function isKeptWrite(value: unknown): value is KeptWrite {
  if (!Array.isArray(value)) return false;
  const [parent, name, path, endpoint] = value as Partial<KeptWrite>;
  return (
    typeof parent === "number" &&
    typeof name === "string" &&
    Array.isArray(path) &&
    // A deletion, or what was written.
    (endpoint === undefined || typeof endpoint?.properties === "object")
  );
}
