import { clear, createStore, del, delMany, get, keys, set, type UseStore } from "idb-keyval";
import { pause } from "../../lib/pause";
import type { EndpointRow } from "../endpoint-rows";

/** Rows in one entry: so few that writing one is not felt. */
const ROWS_A_CHUNK = 1_000;
const KEPT_MS = 24 * 60 * 60 * 1_000;

/** Rows of an earlier visit. */
export interface CachedRows {
  rows: EndpointRow[];
  /** Milliseconds since 1970. */
  savedAt: number;
}

/** The rows of one account, kept for its next visit: see `openRowCache`. */
export interface RowCache {
  /** What was saved last, part by part; nothing after 24 hours, or where it cannot be read. */
  load: () => AsyncGenerator<CachedRows>;
  /** Keeps these rows in place of those of before, in small steps. Never rejects. */
  save: (rows: Iterable<EndpointRow>) => Promise<void>;
}

/** What tells that all parts of a generation were written. */
interface Head {
  generation: string;
  chunks: number;
  savedAt: number;
}

let database: UseStore | undefined;
/** Goes up when all is erased, so that what is being written then stops. */
let erasures = 0;

function opened(): UseStore {
  return (database ??= createStore("rep.rows", "rows"));
}

/**
 * What the list shows, and nothing else, in IndexedDB, under the account (a person in one directory). Rows of
 * other accounts are removed as soon as this one's are asked for. A generation counts once its head
 * is written, after all of its parts.
 */
export function openRowCache(accountId: string, store: UseStore = opened()): RowCache {
  const head = `${accountId} head`;
  const chunk = (generation: string, number: number | "") => `${accountId} ${generation} ${number}`;
  const remove = async (isOld: (key: string) => boolean) => {
    const all = await keys<string>(store);
    await delMany(all.filter(isOld), store);
  };
  return {
    async *load() {
      try {
        const known = await get<Head>(head, store);
        // Not what has no head yet: another tab may be writing it.
        await remove((key) => !key.startsWith(`${accountId} `));
        if (known === undefined) return;
        if (Math.abs(Date.now() - known.savedAt) >= KEPT_MS) {
          await del(head, store);
          await remove((key) => key.startsWith(chunk(known.generation, "")));
          return;
        }
        for (let number = 0; number < known.chunks; number++) {
          const rows: unknown = await get(chunk(known.generation, number), store);
          if (!Array.isArray(rows)) return;
          yield { rows: rows.filter(isRow), savedAt: known.savedAt };
        }
      } catch {
        // A browser that keeps nothing costs the rows of the earlier visit, nothing else.
      }
    },
    async save(rows) {
      const begun = erasures;
      const generation = crypto.randomUUID();
      const savedAt = Date.now();
      try {
        let chunks = 0;
        for (const part of inChunks(rows)) {
          await pause(0);
          if (erasures !== begun) return;
          await set(chunk(generation, chunks++), part, store);
        }
        if (erasures !== begun) return;
        await set(head, { generation, chunks, savedAt } satisfies Head, store);
        await remove((key) => key !== head && !key.startsWith(chunk(generation, "")));
      } catch {
        // As above; a part that is left goes with the next saving.
      }
    },
  };
}

/** Removes the rows of every account; for whoever signs out or hands over. Never rejects. */
export async function eraseRowCaches(store: UseStore = opened()): Promise<void> {
  erasures += 1;
  try {
    await clear(store);
  } catch {
    // There is nothing to erase where nothing can be kept.
  }
}

function* inChunks(rows: Iterable<EndpointRow>): Generator<EndpointRow[]> {
  let part: EndpointRow[] = [];
  for (const row of rows) {
    // What is under way is this tab's.
    if (row.change !== undefined) continue;
    part.push(row);
    if (part.length < ROWS_A_CHUNK) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

const TEXTS = [
  ...(["id", "name", "host", "authentication", "provisioningState", "instanceId"] as const),
  ...(["instanceName", "site", "location", "resourceGroup", "subscriptionId"] as const),
  ...(["subscriptionName", "source"] as const),
];

function isRow(value: unknown): value is EndpointRow {
  const row = value as Partial<Record<string, unknown>> | null;
  return (
    typeof row === "object" && row !== null && TEXTS.every((name) => typeof row[name] === "string")
  );
}
