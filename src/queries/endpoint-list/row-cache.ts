import { clear, createStore, delMany, get, getMany, keys, set, type UseStore } from "idb-keyval";
import { pause } from "../../lib/pause";
import type { EndpointRow } from "../endpoint-rows";

/** Rows in one entry: so few that neither writing nor reading one is felt. */
const ROWS_A_CHUNK = 1_000;
/** Entries that are on their way at a time: each arrives by itself, so that the page can paint in between. */
const CHUNKS_AHEAD = 4;
const KEPT_MS = 24 * 60 * 60 * 1_000;

/** Rows of an earlier visit: a part of them. */
export interface CachedRows {
  rows: EndpointRow[];
  /** Milliseconds since 1970. */
  savedAt: number;
  /** How many rows all parts have. */
  total: number;
  isLast: boolean;
}

/** The rows of one account, kept for its next visit: see `openRowCache`. */
export interface RowCache {
  /**
   * What was saved last, part by part in the order in which it was saved; nothing after 24 hours, or where it
   * cannot be read.
   */
  load: () => AsyncGenerator<CachedRows>;
  /** Keeps these rows in place of those of before, in small steps. Never rejects. */
  save: (rows: Iterable<EndpointRow>) => Promise<void>;
}

/** What tells that all parts of a generation were written. */
interface Head {
  generation: string;
  chunks: number;
  /** Rows in all of them. */
  total: number;
  savedAt: number;
}

let database: UseStore | undefined;
/** Goes up when all is erased, so that what is being written then stops. */
let erasures = 0;
let isClosed = false;

function opened(): UseStore {
  return (database ??= createStore("rep.rows", "rows"));
}

/**
 * What the list shows, and nothing else, in IndexedDB, under the account (a person in one directory). Rows of
 * other accounts are removed as soon as this one's are asked for, right behind its first part, which a person
 * waits for. A generation counts once its head is written, after all of its parts; several tabs may write one
 * at a time.
 */
export function openRowCache(accountId: string, store: UseStore = opened()): RowCache {
  const head = headOf(accountId);
  return {
    async *load() {
      let tidying: Promise<void> | undefined;
      const tidied = () => (tidying ??= tidy(store, accountId));
      try {
        const known = await get<Head>(head, store);
        if (known === undefined || !isFresh(known.savedAt)) return;
        const { generation, chunks, total, savedAt } = known;
        const names = Array.from({ length: chunks }, (_, at) => chunkOf(accountId, generation, at));
        let number = 0;
        for await (const rows of inTurn(names, store)) {
          void tidied();
          if (!Array.isArray(rows)) return;
          number += 1;
          yield { rows: rows.filter(isRow), savedAt, total, isLast: number === chunks };
        }
      } catch {
        // A browser that keeps nothing costs the rows of the earlier visit, nothing else.
      } finally {
        // Nobody who has no rows waits until others are gone.
        void tidied();
      }
    },
    async save(rows) {
      const begun = erasures;
      const isOver = () => isClosed || erasures !== begun;
      const savedAt = Date.now();
      const generation = `${savedAt}.${crypto.randomUUID()}`;
      try {
        let chunks = 0;
        let total = 0;
        for (const part of inChunks(rows)) {
          await pause(0);
          if (isOver()) return;
          await set(chunkOf(accountId, generation, chunks++), part, store);
          total += part.length;
        }
        const before = await get<Head>(head, store);
        if (isOver()) return;
        await set(head, { generation, chunks, total, savedAt } satisfies Head, store);
        if (before === undefined) return;
        const replaced = chunkOf(accountId, before.generation, "");
        await remove(store, (key) => key.startsWith(replaced));
      } catch {
        // As above; a part that is left goes when it is old.
      }
    },
  };
}

/**
 * Removes the rows of every account; for whoever hands over, or signs out: then this page keeps none any more,
 * whatever still arrives. Never rejects.
 */
export async function eraseRowCaches(
  { isSignOut = false }: { isSignOut?: boolean } = {},
  store: UseStore = opened(),
): Promise<void> {
  erasures += 1;
  isClosed ||= isSignOut;
  try {
    await clear(store);
  } catch {
    // There is nothing to erase where nothing can be kept.
  }
}

/** Removes what is older than 24 hours, whoever's it is. Never rejects. */
export async function expireRowCaches(store: UseStore = opened()): Promise<void> {
  try {
    const all = await keys<string>(store);
    const isHead = (key: string) => key.endsWith(headOf(""));
    const heads = all.filter(isHead);
    const found = await getMany<Head | undefined>(heads, store);
    const old = new Set(heads.filter((_, at) => !isFresh(found[at]?.savedAt)));
    await remove(store, (key) => old.has(key) || (!isHead(key) && !isFresh(timeOf(key))));
  } catch {
    // As above.
  }
}

/** Removes the rows of other accounts, and what is old. Never rejects. */
async function tidy(store: UseStore, accountId: string): Promise<void> {
  try {
    await remove(store, (key) => !key.startsWith(`${accountId} `));
  } catch {
    // As above.
  }
  await expireRowCaches(store);
}

/** The values of these keys, one after the other, some read ahead; undefined for one that cannot be read. */
async function* inTurn(names: readonly string[], store: UseStore): AsyncGenerator<unknown> {
  const read = (name: string) => get<unknown>(name, store).catch(() => undefined);
  const ahead = names.slice(0, CHUNKS_AHEAD).map(read);
  for (let at = CHUNKS_AHEAD; ahead.length > 0; at++) {
    const value = await ahead.shift();
    const next = names[at];
    if (next !== undefined) ahead.push(read(next));
    yield value;
  }
}

async function remove(store: UseStore, isOld: (key: string) => boolean): Promise<void> {
  const all = await keys<string>(store);
  await delMany(all.filter(isOld), store);
}

function headOf(accountId: string): string {
  return `${accountId} head`;
}

function chunkOf(accountId: string, generation: string, number: number | ""): string {
  return `${accountId} ${generation} ${number}`;
}

/** When the saving began that a part belongs to. */
function timeOf(chunk: string): number {
  return parseInt(chunk.split(" ").at(-2) ?? "", 10);
}

function isFresh(time: number | undefined): boolean {
  return Math.abs(Date.now() - (time ?? NaN)) < KEPT_MS;
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
