import type { AzureClient } from "../../azure/client";
import { AzureError, isNotFound, isServiceDown } from "../../azure/http/azure-error";
import type { RegistryEndpoint } from "../../azure/iot-operations/registry-endpoint";
import { idKey } from "../../azure/resource-id";
import { pause } from "../../lib/pause";
import { createGate } from "./gate";
import { readIndex, type IndexReading } from "./read-index";
import { NO_PROGRESS, type StreamProgress } from "./stream-progress";
import { createStreamRows, NO_CHANGES, type RowChanges, type RowDelta } from "./stream-rows";

/** ARM's own pace: as many instances are asked at a time as a background call has places for. */
const ASKED_AT_A_TIME = 6;
/** Azure says how long to wait when it refuses a query; where CORS hides that, its quota's window. */
const WINDOW_MS = 5_000;
const ROWS_A_PAGE = 1_000;
/** A page costs a query: the more there are, the longer a list counts as fresh when somebody comes back to it. */
const FRESH_MS_A_PAGE = 30_000;
/** How long the index may take to show a write, and so pages to shift behind it. */
const INDEX_LAG_MS = 60_000;
/** What the person's own writes have shifted is read once more when they have paused for so long. */
const QUIET_MS = 5_000;
const SHIFTED =
  "Endpoints changed while Azure Resource Graph was read. Refresh to read them again.";

type StreamAzure = Pick<AzureClient, "resourceGraph" | "subscriptions" | "registryEndpoints">;

export interface StreamSources {
  azure: StreamAzure;
  /** Ids of every instance that the person can see, to find those that the index has no endpoints of. */
  listInstanceIds: (signal: AbortSignal) => Promise<readonly string[]>;
  /** Called when all that the index shows was read. */
  onIndexed?: (endpoints: readonly RegistryEndpoint[]) => void;
}

/** What is there now. A new object whenever something changed. */
export interface StreamSnapshot {
  /** How the rows differ from those of the snapshot before: all of them at each page would be a copy a page. */
  delta: RowDelta;
  /** `failed` waits for `resume`, which goes on where it stopped; `stopped` for `refresh`. */
  status: "idle" | "loading" | "paused" | "failed" | "stopped" | "ready";
  progress: StreamProgress;
  /** What this reading changed of a list that was complete before. */
  changes: RowChanges;
  /** Why rows may be missing, one sentence each; not that the person's own writes have shifted some. */
  incomplete: readonly string[];
  /** True where they have: it is read again once they have paused. */
  hasOwnShift: boolean;
  /** Instances that ARM could not be asked about. */
  failedInstances: readonly { instanceId: string; error: unknown }[];
  error?: unknown;
  /** Milliseconds since 1970: when Azure's quota lets the next query go. */
  goesOnAt?: number;
  /** When it was read to its end last. */
  updatedAt?: number;
}

/** Every registry endpoint, as it arrives; for `useSyncExternalStore`. */
export interface EndpointStream {
  subscribe: (onChange: () => void) => () => void;
  getSnapshot: () => StreamSnapshot;
  /** Begins, unless that was done before; reads anew what has failed, was stopped or is old. */
  start: () => void;
  /** What was read is old from now on, because the person wrote something. */
  expire: () => void;
  /** Reads everything anew, behind the rows that are there; goes on with a reading that is under way. */
  refresh: () => void;
  /** Sends nothing more; what is on its way still arrives. */
  pause: () => void;
  resume: () => void;
  /** Ends the reading and keeps what has arrived. */
  cancel: () => void;
  /** True if a row is there because ARM told it, and not the index. */
  isAsked: (id: string) => boolean;
  /** The row of an id, in any case. */
  get: (id: string) => RegistryEndpoint | undefined;
  /** Makes what ARM told of an endpoint before agree with what it tells now; undefined: it is gone. */
  correct: (id: string, endpoint: RegistryEndpoint | undefined) => void;
}

const NO_DELTA: RowDelta = { put: [], removed: [] };

/**
 * Creates a stream that has not begun. It reads Resource Graph page by page, the first as a person's query
 * and the others in the background, and then ARM for the instances of which the index has no endpoint.
 */
export function createEndpointStream(sources: StreamSources): EndpointStream {
  const { azure, listInstanceIds } = sources;
  const rows = createStreamRows();
  const gate = createGate();
  const listeners = new Set<() => void>();
  const asked = new Set<string>();
  let hasExpired = false;
  /** Milliseconds since 1970: when the person wrote last. */
  let writtenAt = -Infinity;
  let rereading: ReturnType<typeof setTimeout> | undefined;
  let controller: AbortController | undefined;
  let snapshot: StreamSnapshot = {
    ...{ status: "idle", progress: NO_PROGRESS, changes: NO_CHANGES },
    ...{ delta: NO_DELTA, incomplete: [], hasOwnShift: false, failedInstances: [] },
  };

  const publish = (next: Partial<StreamSnapshot>) => {
    snapshot = { ...snapshot, ...next, delta: rows.takeDelta() };
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
  const isAnswered = (error: AzureError) => isServiceDown(error) && rows.size() === 0;

  const readPages = (signal: AbortSignal): Promise<IndexReading> =>
    readIndex(azure, {
      rows,
      signal,
      isFirstAwaited: rows.size() === 0,
      send: (request) => insist(signal, request),
      onPage: advance,
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

  const instanceIds = (signal: AbortSignal) =>
    listInstanceIds(signal).catch((error: unknown) =>
      error instanceof Error ? error : new Error("The instances could not be read."),
    );

  const read = async (signal: AbortSignal) => {
    // Its failure is looked at later, if ever: the reading may have ended by then.
    const instances = instanceIds(signal);
    const begunAt = Date.now();
    const { isWhole, hasShifted, incomplete: gaps } = await readPages(signal);
    // What the person's own writes have done needs no remark: it is read again without being asked for.
    const isOwnShift = hasShifted && writtenAt > begunAt - INDEX_LAG_MS;
    const incomplete = hasShifted && !isOwnShift ? [SHIFTED, ...gaps] : gaps;
    const first = await instances;
    // What failed before the pages may be over by now: they wait while Azure fails.
    const ids = first instanceof Error ? await instanceIds(signal) : first;
    signal.throwIfAborted();
    const notes = ids instanceof Error ? [...incomplete, withoutInstances(ids)] : incomplete;
    const toAsk = ids instanceof Error ? [] : instancesToAsk(ids, rows.seenInstances(), asked);
    const keys = new Set(toAsk.map(idKey));
    if (isWhole) sources.onIndexed?.(rows.indexed());
    if (isWhole) rows.endPass((key) => keys.has(key) || (ids instanceof Error && asked.has(key)));
    publish({ incomplete: notes, hasOwnShift: isOwnShift });
    advance({ instancesToAsk: toAsk.length });
    const queue = [...toAsk];
    const work = async () => {
      for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
        await askInstance(id, signal);
      }
    };
    await Promise.all(Array.from({ length: ASKED_AT_A_TIME }, work));
    publish({ status: "ready", updatedAt: Date.now(), changes: rows.changes() });
    if (isOwnShift) readAgainOnceQuiet();
  };

  const readAgainOnceQuiet = () => {
    clearTimeout(rereading);
    rereading = setTimeout(begin, QUIET_MS);
  };

  const begin = () => {
    clearTimeout(rereading);
    rereading = undefined;
    controller?.abort();
    const { signal } = (controller = new AbortController());
    rows.begin(snapshot.updatedAt === undefined);
    hasExpired = false;
    gate.open();
    publish({
      ...{ status: "loading", error: undefined, goesOnAt: undefined, changes: NO_CHANGES },
      ...{ incomplete: [], hasOwnShift: false, failedInstances: [], progress: NO_PROGRESS },
    });
    read(signal).catch((error: unknown) => {
      // Who cancelled has said so already.
      if (!signal.aborted) publish({ status: "failed", error });
      if (controller?.signal === signal) controller = undefined;
    });
  };

  const isOld = () => {
    const { updatedAt = 0, progress } = snapshot;
    const pages = Math.max(1, Math.ceil(progress.total / ROWS_A_PAGE));
    return hasExpired || Date.now() - updatedAt > FRESH_MS_A_PAGE * pages;
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
      if (isUnderWay()) return;
      if (snapshot.status !== "ready" || isOld()) begin();
    },
    expire() {
      hasExpired = true;
      writtenAt = Date.now();
      if (rereading !== undefined) readAgainOnceQuiet();
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
      clearTimeout(rereading);
      rereading = undefined;
      if (!isUnderWay() && snapshot.status !== "failed") return;
      controller?.abort();
      controller = undefined;
      publish({ status: "stopped", error: undefined, goesOnAt: undefined });
    },
    isAsked: (id) => rows.isAsked(id),
    get: (id) => rows.get(id),
    correct(id, endpoint) {
      rows.correctAsked(id, endpoint);
      publish({});
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
