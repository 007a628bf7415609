import { createEndpointStream } from "../endpoint-stream/endpoint-stream";
import type {
  EndpointStream,
  StreamSnapshot,
  StreamSources,
} from "../endpoint-stream/endpoint-stream";
import { pause } from "../../lib/pause";
import type { OwnWrites } from "../own-writes";
import { rereadOwnWrites } from "../reread-own-writes";
import { createListRows, type EndpointSources, type IndexedRows, type ListRows } from "./list-rows";
import type { CachedRows, RowCache } from "./row-cache";
import {
  createUsageReader,
  type UsageReader,
  type UsageReading,
  type UsageSources,
} from "./usage-reader";

/** How often the list is drawn at most while rows arrive: each time it is searched and sorted anew. */
const DRAWN_EVERY_MS = 200;
/** While rows come out of the cache, so fast that drawing them would take longer than they do. */
const DRAWN_WITH_CACHE_EVERY_MS = 1_000;
/** What a browser that is slow to find rows of an earlier visit may cost. */
const KEPT_WAIT_MS = 1_500;

/** Rows of an earlier visit, of which all are here, more are coming, or the rest could not be read. */
export interface ShownCache extends Pick<CachedRows, "savedAt" | "total"> {
  state: "coming" | "cut" | "whole";
}

/** What the list shows now. A new object whenever something changed. */
export interface ListSnapshot {
  indexed: IndexedRows;
  sources: EndpointSources;
  stream: Omit<StreamSnapshot, "delta">;
  /** The rows of an earlier visit, as long as they are shown. */
  cached?: ShownCache;
  /** Why it is not known of each endpoint who uses it, once that was asked; one sentence each. */
  usageGaps: readonly string[];
  usageReading: UsageReading;
}

/** A person's list of endpoints: its rows, and the stream that they come from. */
export interface ListStore {
  subscribe: (onChange: () => void) => () => void;
  getSnapshot: () => ListSnapshot;
  rows: Pick<ListRows, "setContext" | "setOwn" | "addFound">;
  stream: Pick<
    EndpointStream,
    "start" | "refresh" | "expire" | "pause" | "resume" | "cancel" | "get" | "isAsked" | "correct"
  >;
  /**
   * Resolves with true as soon as the first rows of an earlier visit are here, with false where there are none
   * or they take too long.
   */
  firstKept: Promise<boolean>;
  /** Reads what there is now, and the other rows of the earlier visit; nothing where that was done. */
  start: () => void;
  /** Finds out who uses the endpoints, unless that was done, and again after each refresh: see `UsageReader`. */
  readUsage: UsageReader["want"];
  /** Ends the reading, for good. */
  close: () => void;
}

/** What a list is made of. */
export interface ListParts extends Omit<StreamSources, "onIndexed" | "azure"> {
  azure: StreamSources["azure"] & UsageSources["azure"];
  ownWrites: OwnWrites;
  /** Keeps the rows for the next visit. */
  cache?: RowCache;
}

/**
 * Creates a list that shows the rows of an earlier visit, and has asked Azure for none. A whole reading of the
 * index settles the person's own writes; what it contradicts of them is asked of ARM.
 */
export function createListStore({ ownWrites, cache, ...sources }: ListParts): ListStore {
  const stream = createEndpointStream({
    ...sources,
    onIndexed: (endpoints) =>
      void rereadOwnWrites(sources.azure, ownWrites, ownWrites.settle(endpoints)),
  });
  const rows = createListRows(stream);
  const listeners = new Set<() => void>();
  let cached: ShownCache | undefined;
  let drawing: ReturnType<typeof setTimeout> | undefined;
  let status: StreamSnapshot["status"] = "idle";
  let drawnRows = 0;
  const usage = createUsageReader({
    ...sources,
    onKnown: rows.setUsage,
    onChange: () => draw(),
  });
  let snapshot = read();

  function read(): ListSnapshot {
    return {
      indexed: rows.indexed(),
      sources: rows.sources(),
      stream: stream.getSnapshot(),
      cached,
      usageGaps: usage.gaps(),
      usageReading: usage.reading(),
    };
  }
  const draw = () => {
    clearTimeout(drawing);
    drawing = undefined;
    snapshot = read();
    drawnRows = snapshot.indexed.index.size;
    for (const listener of listeners) listener();
  };
  const drawSoon = () => {
    const { status: before } = snapshot.stream;
    const isFirst = drawnRows === 0 || stream.getSnapshot().status !== before;
    if (isFirst) draw();
    else
      drawing ??= setTimeout(
        draw,
        cached?.state === "coming" ? DRAWN_WITH_CACHE_EVERY_MS : DRAWN_EVERY_MS,
      );
  };

  stream.subscribe(() => {
    const { delta, status: now } = stream.getSnapshot();
    rows.update([...delta.put.map(({ id }) => id), ...delta.removed]);
    if (now === "ready" && status !== "ready") {
      rows.dropEarlier();
      cached = undefined;
      const { incomplete, hasOwnShift } = stream.getSnapshot();
      if (incomplete.length === 0 && !hasOwnShift) void cache?.save(rows.inDefaultOrder());
    }
    usage.onStatus(now);
    status = now;
    drawSoon();
  });

  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const showCached = async (onFirst: () => void) => {
    for await (const { rows: part, isLast, savedAt, total } of cache?.load() ?? []) {
      // Azure was faster.
      if (stream.getSnapshot().updatedAt !== undefined) return;
      const isAwaited = cached === undefined || isLast;
      cached = { savedAt, total, state: isLast ? "whole" : "coming" };
      rows.addCached(part);
      if (isAwaited) draw();
      else drawSoon();
      onFirst();
      await begun;
    }
    if (cached?.state !== "coming") return;
    cached = { ...cached, state: "cut" };
    draw();
  };

  const firstKept = new Promise<boolean>((resolve) => {
    void showCached(() => resolve(true)).then(() => resolve(false));
    void pause(KEPT_WAIT_MS).then(() => resolve(false));
  });

  return {
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    getSnapshot: () => snapshot,
    rows: {
      setContext(context) {
        rows.setContext(context);
        draw();
      },
      setOwn(own) {
        rows.setOwn(own);
        draw();
      },
      addFound(found) {
        if (stream.getSnapshot().status === "ready") return;
        rows.addFound(found);
        draw();
      },
    },
    stream,
    firstKept,
    start() {
      begin();
      stream.start();
    },
    readUsage: usage.want,
    close() {
      usage.close();
      stream.cancel();
    },
  };
}

const stores = new Map<string, ListStore>();

/**
 * The list of a person in this tab: the same for the same account, so that it goes on while they look at
 * other pages. Another account's ends, with what it has read.
 */
export function listStoreOf(accountId: string, create: () => ListStore): ListStore {
  for (const [id, store] of stores) {
    if (id === accountId) return store;
    store.close();
    stores.delete(id);
  }
  const store = create();
  stores.set(accountId, store);
  return store;
}

/** The list of a person, where one was opened in this tab. */
export function openedListStore(accountId: string): ListStore | undefined {
  return stores.get(accountId);
}
