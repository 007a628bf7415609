import { isNotFound } from "../../azure/http/azure-error";
import { describeFailure } from "../../azure/http/describe-failure";
import { documentOf } from "../../azure/iot-operations/endpoint-document";
import type {
  RegistryEndpoint,
  RegistryEndpointBody,
} from "../../azure/iot-operations/registry-endpoint";
import { idKey } from "../../azure/resource-id";
import type { Failure } from "../../lib/failure";
import { isAbort } from "../../lib/is-abort";
import { pause } from "../../lib/pause";
import { someAtATime } from "../../lib/some-at-a-time";
import { openedListStore } from "../endpoint-list/list-store";
import { noteAbsence, type EndpointWriter } from "../endpoint-writes";
import { deletionLink } from "../work/deletion-link";
import { recreationLink } from "../work/recreation-link";
import { StatedFailure } from "../work/stated-failure";
import type { WorkLog, WorkStore } from "../work/work";
import type { WorkRequest } from "../work/work-record";
import { canRecreate, isWritten, type BulkRow, type BulkTarget } from "./bulk-row";
import { carryOut, isSlowDown } from "./carry-out";
import { ownWritesInBatches } from "./own-writes-in-batches";
import { msLeft, steadyMsLeft, type Pace } from "./time-left";

/**
 * Deletions that are under way at a time. Each takes Azure seconds to minutes, of which the request itself is
 * the smallest part; how fast those leave is the governor's, far below ARM's bucket of 200 deletions and 10
 * more a second (Azure Resource Manager, request limits and throttling).
 */
const AT_A_TIME = 8;
/** How often the list learns of what has changed. */
const TOLD_EVERY_MS = 500;
/** How often those who watch the run do. */
const PUBLISHED_EVERY_MS = 100;
/** Where a refusal does not say for how long. */
const WAIT_MS = 60_000;

export interface BulkSources {
  writer: EndpointWriter;
  store: WorkStore;
}

/** How a run stands. A new object whenever something changed. */
export interface BulkSnapshot {
  rows: readonly BulkRow[];
  /** `stopping`: nothing more is sent, and what was sent is followed to its end. */
  status: "none" | "running" | "stopping" | "ended";
  doing: "deleting" | "recreating";
  /** It has ended before its end: by the person, or by what would have failed for every row. */
  stoppedBy?: "person" | Failure;
  /** Milliseconds since 1970: when it goes on, where Azure asked for a long wait. */
  goesOnAt?: number;
  /** About how many milliseconds it will still take, going by what it has taken; absent where that tells too little. */
  msLeft?: number;
}

/** One run of deletions after the other; for `useSyncExternalStore`. */
export interface BulkDeletion {
  subscribe: (onChange: () => void) => () => void;
  getSnapshot: () => BulkSnapshot;
  /** Begins to delete, and forgets the run before. False while one is under way. */
  start: (targets: readonly BulkTarget[]) => boolean;
  /** Deletes what has failed, or what a stop has left. */
  goOn: (state: "failed" | "waiting") => void;
  /** Creates what this run has deleted again, all of it or one, where nothing exists there meanwhile. */
  recreate: (id?: string) => void;
  /** Sends nothing more. */
  stop: () => void;
  /** Drops what has ended, and the bodies with it. */
  forget: () => void;
  /** Called whenever a run has ended. */
  onEnd: (listener: (snapshot: BulkSnapshot) => void) => () => void;
}

/**
 * Deletes many endpoints, a few at a time, behind everything that a person asks for. Each is read right
 * before, and its body kept, in memory: thousands of them would fill the session storage, which the sign-in needs
 * too. So a reload loses them, but for those few that are just being created again, while the deletions that were sent go on: each is a piece of work
 * with a record. Where Azure asks for a wait, however long, it waits. What needs a new sign-in stops the run.
 */
export function createBulkDeletion({ store, ...sources }: BulkSources): BulkDeletion {
  const ownWrites = ownWritesInBatches(sources.writer.ownWrites, TOLD_EVERY_MS);
  const writer: EndpointWriter = { ...sources.writer, ownWrites };
  const changeListeners = new Set<() => void>();
  const endListeners = new Set<(snapshot: BulkSnapshot) => void>();
  const rows = new Map<string, BulkRow>();
  let stopper = new AbortController();
  /** Milliseconds since 1970: nothing is sent before. */
  let goesOnAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pace: Pace | undefined;
  let snapshot: BulkSnapshot = { rows: [], status: "none", doing: "deleting" };

  const publish = (change: Partial<BulkSnapshot> = {}) => {
    clearTimeout(timer);
    timer = undefined;
    const all = [...rows.values()];
    const left = steadyMsLeft(snapshot.msLeft, pace && msLeft(pace, all, Date.now()));
    snapshot = { ...snapshot, ...change, rows: all, msLeft: left };
    for (const listener of changeListeners) listener();
  };
  const set = ({ id }: BulkTarget, change: Partial<BulkRow>) => {
    const row = rows.get(idKey(id));
    if (row === undefined) return;
    const cleared = { failure: undefined, isStillUnderWay: undefined, isDue: undefined };
    rows.set(idKey(id), { ...row, ...cleared, ...change });
    timer ??= setTimeout(publish, PUBLISHED_EVERY_MS);
  };

  const stop = (by: "person" | Failure) => {
    if (snapshot.status !== "running") return;
    publish({ status: "stopping", stoppedBy: by, goesOnAt: undefined });
    stopper.abort();
  };

  /**
   * Sends as often as it takes: a refusal says that nothing was done, and when to come back. The row is changed
   * right before, and is as it was while it waits: leaving the page then tells that it was not begun.
   */
  const insist = async <Answer>(
    row: BulkRow,
    change: Partial<BulkRow>,
    send: (signal: AbortSignal) => Promise<Answer>,
  ) => {
    const { signal } = stopper;
    for (;;) {
      // One refusal holds up all.
      for (let now = Date.now(); goesOnAt > now; now = Date.now()) {
        set(row, asBefore(row));
        publish({ goesOnAt });
        await pause(goesOnAt - now, signal);
      }
      signal.throwIfAborted();
      if (snapshot.goesOnAt !== undefined) publish({ goesOnAt: undefined });
      set(row, change);
      try {
        return await send(signal);
      } catch (error) {
        if (!isSlowDown(error)) throw error;
        const waitMs = error.retryAfterSeconds ? error.retryAfterSeconds * 1_000 : WAIT_MS;
        goesOnAt = Math.max(goesOnAt, Date.now() + waitMs);
      }
    }
  };

  const read = async (id: string, signal: AbortSignal): Promise<RegistryEndpoint | null> => {
    try {
      return await writer.azure.registryEndpoints.get(id, { signal, priority: "background" });
    } catch (error) {
      if (isNotFound(error)) return null;
      throw error;
    }
  };

  const deleteOne = async (row: BulkRow) => {
    try {
      const reading: Partial<BulkRow> = { state: "reading", isDue: true };
      const found = await insist(row, reading, (signal) => read(row.id, signal));
      if (found === null) {
        noteAbsence(writer, row.id);
        set(row, { state: "deleted", wasGone: row.document === undefined });
        return;
      }
      const change: Partial<BulkRow> = { state: "deleting", document: documentOf(found) };
      const request: WorkRequest = { id: row.id, kind: "delete", isBulk: true };
      const link = (log: WorkLog) => deletionLink(writer, request, log);
      const title = titleOf(row);
      await insist(row, change, (signal) => carryOut(store, request, { signal, title, link }));
      set(row, { state: "deleted" });
    } catch (error) {
      // Nothing of it has left.
      if (isAbort(error)) set(row, asBefore(row));
      else set(row, { state: "failed", ...failed(error, titleOf(row)) });
    }
  };

  const recreateOne = async (row: BulkRow) => {
    const { document, id } = row;
    if (document === undefined) return;
    const title = `“${row.name}” could not be created again`;
    try {
      // As Azure had it; what it would refuse, it would not have had.
      const body = document as unknown as RegistryEndpointBody;
      const isAgain = row.state === "notRecreated";
      const link = (log: WorkLog) => recreationLink(writer, { id, body, isAgain }, log);
      const request: WorkRequest = { id, kind: "create", isBulk: true, body };
      const change: Partial<BulkRow> = { state: "recreating" };
      await insist(row, change, (signal) => carryOut(store, request, { signal, title, link }));
      set(row, { state: "recreated" });
    } catch (error) {
      if (isAbort(error)) set(row, asBefore(row));
      else set(row, { state: "notRecreated", ...failed(error, title) });
    }
  };

  /** What was thrown, for the row; what would be thrown for every row ends the run. */
  const failed = (error: unknown, title: string): Partial<BulkRow> => {
    const isStated = error instanceof StatedFailure;
    const failure = isStated ? error.failure : describeFailure(error, title);
    if (failure.code === "SignInRequired") stop(failure);
    const isDue = failure.code === "SignInRequired" && !isStated;
    return { failure, isDue, isStillUnderWay: isStated && error.isStillUnderWay };
  };

  const run = async (
    doing: BulkSnapshot["doing"],
    due: readonly BulkRow[],
    work: (row: BulkRow) => Promise<void>,
  ) => {
    stopper = new AbortController();
    const own = new Set(due);
    for (const [key, row] of rows) {
      rows.set(key, { ...row, isDue: own.has(row), isOfRun: own.has(row) });
    }
    pace = { begunAt: Date.now(), due: due.length };
    publish({ status: "running", doing, stoppedBy: undefined, goesOnAt: undefined });
    await someAtATime(due, { places: AT_A_TIME, signal: stopper.signal }, work);
    ownWrites.flush();
    if (rowsThat(isWritten).length > 0) readListAnew(writer.accountId);
    pace = undefined;
    publish({ status: "ended", goesOnAt: undefined });
    for (const listener of endListeners) listener(snapshot);
  };
  const isUnderWay = () => snapshot.status === "running" || snapshot.status === "stopping";
  const rowsThat = (isDue: (row: BulkRow) => boolean) => [...rows.values()].filter(isDue);

  return {
    subscribe(onChange) {
      changeListeners.add(onChange);
      return () => changeListeners.delete(onChange);
    },
    getSnapshot: () => snapshot,
    start(targets) {
      if (isUnderWay()) return false;
      rows.clear();
      for (const target of targets) rows.set(idKey(target.id), { ...target, state: "waiting" });
      void run("deleting", rowsThat(Boolean), deleteOne);
      return true;
    },
    goOn(state) {
      if (isUnderWay()) return;
      void run(
        "deleting",
        rowsThat((row) => row.state === state),
        deleteOne,
      );
    },
    recreate(id) {
      if (isUnderWay()) return;
      const isDue = (row: BulkRow) => id === undefined || idKey(row.id) === idKey(id);
      void run(
        "recreating",
        rowsThat((row) => canRecreate(row) && isDue(row)),
        recreateOne,
      );
    },
    stop: () => stop("person"),
    forget() {
      if (isUnderWay()) return;
      rows.clear();
      publish({ status: "none", stoppedBy: undefined });
    },
    onEnd(listener) {
      endListeners.add(listener);
      return () => endListeners.delete(listener);
    },
  };
}

/**
 * What is kept for the next visit, and when the list was read last, are right only after a reading. One that the
 * person has stopped or paused stays so.
 */
function readListAnew(accountId: string): void {
  const list = openedListStore(accountId);
  list?.stream.expire();
  if (list?.getSnapshot().stream.status === "ready") list.stream.start();
}

/** How a row was before its turn. */
function asBefore({ state, failure, isStillUnderWay }: BulkRow): Partial<BulkRow> {
  return { state, failure, isStillUnderWay, isDue: true };
}

function titleOf({ name }: BulkTarget): string {
  return `“${name}” could not be deleted`;
}
