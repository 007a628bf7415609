import { createEndpointStream } from "../endpoint-stream/endpoint-stream";
import type {
  EndpointStream,
  StreamSnapshot,
  StreamSources,
} from "../endpoint-stream/endpoint-stream";
import type { OwnWrites } from "../own-writes";
import { rereadOwnWrites } from "../reread-own-writes";
import { createListRows, type EndpointSources, type IndexedRows, type ListRows } from "./list-rows";
import type { RowCache } from "./row-cache";

/** How often the list is drawn at most while rows arrive: each time it is searched and sorted anew. */
const DRAWN_EVERY_MS = 200;

/** What the list shows now. A new object whenever something changed. */
export interface ListSnapshot {
  indexed: IndexedRows;
  sources: EndpointSources;
  stream: Omit<StreamSnapshot, "rows" | "delta">;
  /** Milliseconds since 1970: when the rows of an earlier visit were read that are still shown. */
  cachedAt?: number;
}

/** A person's list of endpoints: its rows, and the stream that they come from. */
export interface ListStore {
  subscribe: (onChange: () => void) => () => void;
  getSnapshot: () => ListSnapshot;
  rows: Pick<ListRows, "setContext" | "setOwn">;
  stream: Pick<
    EndpointStream,
    "start" | "refresh" | "expire" | "pause" | "resume" | "cancel" | "get" | "isAsked" | "correct"
  >;
  /** Shows the rows of an earlier visit, then reads what there is now; nothing where that was done. */
  start: () => void;
  /** Ends the reading, for good. */
  close: () => void;
}

/** What a list is made of. */
export interface ListParts extends Omit<StreamSources, "onIndexed"> {
  ownWrites: OwnWrites;
  /** Keeps the rows for the next visit. */
  cache?: RowCache;
}

/**
 * Creates a list that has not begun. A whole reading of the index settles the person's own writes; what it
 * contradicts of them is asked of ARM.
 */
export function createListStore({ ownWrites, cache, ...sources }: ListParts): ListStore {
  const stream = createEndpointStream({
    ...sources,
    onIndexed: (endpoints) =>
      void rereadOwnWrites(sources.azure, ownWrites, ownWrites.settle(endpoints)),
  });
  const rows = createListRows(stream);
  const listeners = new Set<() => void>();
  let cachedAt: number | undefined;
  let isOpened = false;
  let drawing: ReturnType<typeof setTimeout> | undefined;
  let status: StreamSnapshot["status"] = "idle";
  let drawnRows = 0;
  let snapshot = read();

  function read(): ListSnapshot {
    return {
      indexed: rows.indexed(),
      sources: rows.sources(),
      stream: stream.getSnapshot(),
      cachedAt,
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
    else drawing ??= setTimeout(draw, DRAWN_EVERY_MS);
  };

  stream.subscribe(() => {
    const { delta, status: now } = stream.getSnapshot();
    rows.update([...delta.put.map(({ id }) => id), ...delta.removed]);
    if (now === "ready" && status !== "ready") {
      rows.dropCached();
      cachedAt = undefined;
      if (isComplete(stream.getSnapshot())) void cache?.save(rows.indexed().index.all());
    }
    status = now;
    drawSoon();
  });

  const showCached = async () => {
    for await (const part of cache?.load() ?? []) {
      // Azure was faster.
      if (stream.getSnapshot().status === "ready") return;
      cachedAt = part.savedAt;
      rows.addCached(part.rows);
      drawSoon();
    }
  };

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
    },
    stream,
    start() {
      if (!isOpened) void showCached();
      isOpened = true;
      stream.start();
    },
    close: stream.cancel,
  };
}

function isComplete({ incomplete, failedInstances }: StreamSnapshot): boolean {
  return incomplete.length === 0 && failedInstances.length === 0;
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
