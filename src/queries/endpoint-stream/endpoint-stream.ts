import type { AzureClient } from "../../azure/client";
import { AzureError, isNotFound, isServiceDown } from "../../azure/http/azure-error";
import type { RegistryEndpoint } from "../../azure/iot-operations/registry-endpoint";
import { idKey } from "../../azure/resource-id";
import { pause } from "../../lib/pause";
import { createGate } from "./gate";
import { readIndex, type IndexReading } from "./read-index";
import { createStreamRows, NO_CHANGES, type RowChanges } from "./stream-rows";

/** ARM's own pace: as many instances are asked at a time as a background call has places for. */
const ASKED_AT_A_TIME = 6;
/** Azure says how long to wait when it refuses a query; where CORS hides that, its quota's window. */
const WINDOW_MS = 5_000;

type StreamAzure = Pick<AzureClient, "resourceGraph" | "subscriptions" | "registryEndpoints">;

export interface StreamSources {
  azure: StreamAzure;
  /** Ids of every instance that the person can see, to find those that the index has no endpoints of. */
  listInstanceIds: (signal: AbortSignal) => Promise<readonly string[]>;
}

export interface StreamProgress {
  /** Rows of the index that this reading has got, of how many. */
  loaded: number;
  total: number;
  /** Instances that ARM has answered for, of those that the index has no endpoints of. */
  instancesAsked: number;
  instancesToAsk: number;
}

/** What is there now. A new object whenever something changed. */
export interface StreamSnapshot {
  rows: readonly RegistryEndpoint[];
  /** `failed` waits for `resume`, which goes on where it stopped; `stopped` for `refresh`. */
  status: "idle" | "loading" | "paused" | "failed" | "stopped" | "ready";
  progress: StreamProgress;
  /** What this reading changed of a list that was complete before. */
  changes: RowChanges;
  /** Why rows may be missing, one sentence each. */
  incomplete: readonly string[];
  /** Instances that ARM could not be asked about. */
  failedInstances: readonly { instanceId: string; error: unknown }[];
  error?: unknown;
  /** Milliseconds since 1970: when Azure's quota lets the next query go. */
  goesOnAt?: number;
  /** When the list was complete last. */
  updatedAt?: number;
}

/** Every registry endpoint, as it arrives; for `useSyncExternalStore`. */
export interface EndpointStream {
  subscribe: (onChange: () => void) => () => void;
  getSnapshot: () => StreamSnapshot;
  /** Begins, unless that was done before. */
  start: () => void;
  /** Reads everything anew, behind the rows that are there; goes on with a reading that is under way. */
  refresh: () => void;
  /** Sends nothing more; what is on its way still arrives. */
  pause: () => void;
  resume: () => void;
  /** Ends the reading and keeps what has arrived. */
  cancel: () => void;
}

const NO_PROGRESS: StreamProgress = { loaded: 0, total: 0, instancesAsked: 0, instancesToAsk: 0 };

/**
 * Creates a stream that has not begun. It reads Resource Graph page by page, the first as a person's query
 * and the others in the background, and then ARM for the instances of which the index has no endpoint.
 */
export function createEndpointStream({ azure, listInstanceIds }: StreamSources): EndpointStream {
  const rows = createStreamRows();
  const gate = createGate();
  const listeners = new Set<() => void>();
  const asked = new Set<string>();
  let controller: AbortController | undefined;
  let snapshot: StreamSnapshot = {
    ...{ rows: [], status: "idle", progress: NO_PROGRESS, changes: NO_CHANGES },
    ...{ incomplete: [], failedInstances: [] },
  };

  const publish = (next: Partial<StreamSnapshot>) => {
    snapshot = { ...snapshot, ...next, rows: rows.list() };
    for (const listener of listeners) listener();
  };
  const advance = (progress: Partial<StreamProgress>) =>
    publish({ changes: rows.changes(), progress: { ...snapshot.progress, ...progress } });

  /** Sends a request until Azure answers it: a failure waits for `resume`, a refusal as long as Azure asks. */
  const insist = async <Answer>(
    signal: AbortSignal,
    send: () => Promise<Answer>,
  ): Promise<Answer> => {
    for (;;) {
      await gate.passed(signal);
      try {
        return await send();
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof AzureError && error.status === 429) {
          const waitMs = Math.max((error.retryAfterSeconds ?? 0) * 1_000, WINDOW_MS);
          publish({ goesOnAt: Date.now() + waitMs });
          await pause(waitMs, signal);
          publish({ goesOnAt: undefined });
        } else {
          if (!(error instanceof AzureError) || isAnswered(error)) throw error;
          gate.close();
          publish({ status: "failed", error });
        }
      }
    }
  };
  /** With nothing to show, a broken index is better gone around than waited for. */
  const isAnswered = (error: AzureError) => isServiceDown(error) && snapshot.rows.length === 0;

  const readPages = (signal: AbortSignal): Promise<IndexReading> =>
    readIndex(azure, {
      rows,
      signal,
      isFirstAwaited: snapshot.rows.length === 0,
      send: (request) => insist(signal, request),
      onPage: (loaded, total) => advance({ loaded, total }),
    });

  const askInstance = async (instanceId: string, signal: AbortSignal) => {
    await gate.passed(signal);
    try {
      const answer = await azure.registryEndpoints.listByInstance(instanceId, {
        ...{ signal, priority: "background" },
      });
      rows.putAsked(instanceId, answer);
    } catch (error) {
      signal.throwIfAborted();
      // The index still shows an instance that is gone.
      if (isNotFound(error)) rows.putAsked(instanceId, []);
      else publish({ failedInstances: [...snapshot.failedInstances, { instanceId, error }] });
    }
    asked.add(idKey(instanceId));
    advance({ instancesAsked: snapshot.progress.instancesAsked + 1 });
  };

  const read = async (signal: AbortSignal) => {
    const instances = listInstanceIds(signal).catch((error: unknown) => {
      signal.throwIfAborted();
      return error instanceof Error ? error : new Error("The instances could not be read.");
    });
    const { isWhole, incomplete } = await readPages(signal);
    const ids = await instances;
    const notes = ids instanceof Error ? [...incomplete, withoutInstances(ids)] : incomplete;
    const toAsk = ids instanceof Error ? [] : instancesToAsk(ids, rows.seenInstances(), asked);
    const keys = new Set(toAsk.map(idKey));
    if (isWhole) rows.endPass((key) => keys.has(key) || (ids instanceof Error && asked.has(key)));
    publish({ incomplete: notes });
    advance({ instancesToAsk: toAsk.length });
    const queue = [...toAsk];
    const work = async () => {
      for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
        await askInstance(id, signal);
      }
    };
    await Promise.all(Array.from({ length: ASKED_AT_A_TIME }, work));
    publish({ status: "ready", updatedAt: Date.now(), changes: rows.changes() });
  };

  const begin = () => {
    controller?.abort();
    const { signal } = (controller = new AbortController());
    rows.begin(snapshot.updatedAt === undefined);
    gate.open();
    publish({
      ...{ status: "loading", error: undefined, goesOnAt: undefined, changes: NO_CHANGES },
      ...{ incomplete: [], failedInstances: [], progress: NO_PROGRESS },
    });
    read(signal).catch((error: unknown) => {
      // Who cancelled has said so already.
      if (!signal.aborted) publish({ status: "failed", error });
      if (controller?.signal === signal) controller = undefined;
    });
  };

  const isUnderWay = () => snapshot.status === "loading" || snapshot.status === "paused";
  const resume = () => {
    if (snapshot.status !== "paused" && snapshot.status !== "failed") return;
    if (!gate.isClosed()) {
      begin();
      return;
    }
    publish({ status: "loading", error: undefined });
    gate.open();
  };

  return {
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    getSnapshot: () => snapshot,
    start() {
      if (snapshot.status === "idle") begin();
    },
    refresh() {
      if (isUnderWay()) resume();
      else begin();
    },
    pause() {
      if (snapshot.status !== "loading") return;
      gate.close();
      publish({ status: "paused" });
    },
    resume,
    cancel() {
      if (!isUnderWay() && snapshot.status !== "failed") return;
      controller?.abort();
      controller = undefined;
      publish({ status: "stopped", error: undefined, goesOnAt: undefined });
    },
  };
}

/** Those that the index shows no endpoint of, and those that ARM was asked of before: it may show only some yet. */
function instancesToAsk(
  ids: readonly string[],
  seen: ReadonlySet<string>,
  asked: ReadonlySet<string>,
): string[] {
  return ids.filter((id) => !seen.has(idKey(id)) || asked.has(idKey(id)));
}

function withoutInstances({ message }: Error): string {
  return `The instances could not be read (${message}), so those that Azure Resource Graph has no endpoints of were not asked.`;
}

const streams = new Map<string, EndpointStream>();

/**
 * The stream of a person in this tab: the same for the same account, so that it goes on while they look
 * at other pages. Another account's ends, with what it has read.
 */
export function endpointStreamOf(accountId: string, sources: StreamSources): EndpointStream {
  for (const [id, stream] of streams) {
    if (id === accountId) return stream;
    stream.cancel();
    streams.delete(id);
  }
  const stream = createEndpointStream(sources);
  streams.set(accountId, stream);
  return stream;
}
