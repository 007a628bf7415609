import type { RegistryEndpoint } from "../../azure/iot-operations/registry-endpoint";
import { idKey } from "../../azure/resource-id";
import { runChain, waitingChain } from "../../lib/chain";
import { pause } from "../../lib/pause";
import type { EarlierAttempt } from "../endpoint-writes";
import type { LinksOf, LinksOfRecord, TakingBack, Work, WorkHost, WorkStore } from "./work";
import { createWorkBoard } from "./work-board";
import { createWorkRecords, parseWorkRecord } from "./work-record";
import type { MadeByWork, WorkRecord } from "./work-record";
import { anew, union } from "./work-steps";
import {
  cleanUpElsewhere,
  cleanUpStopped,
  failureOfWork,
  interruption,
  isSameWork,
  stoppage,
  stoppedLink,
} from "./work-words";

/** Sent to Azure by nobody yet, and not to be sent without asking. */
class NotSentError extends Error {}

/** A tab that reloads comes back within this time, and then goes on by itself. */
const COMES_BACK_WITHIN_MS = 5_000;
const NOTHING_MADE: MadeByWork = { secretSync: false, entries: [], vaultSecrets: [] };

/**
 * Owns every creation, edit and deletion of one person, so that none depends on the page that began it:
 * one for each endpoint, recorded in `storage`, run by the tab that holds its lock. The lock goes with its
 * tab; the next tab then follows what was sent to its end, and asks before it sends anything itself.
 */
export function createWorkStore(host: WorkHost): WorkStore {
  const { locks, tabId } = host;
  const records = createWorkRecords(host.storage, host.accountId);
  const { show, tell, shownOf, ...seen } = createWorkBoard();
  const running = new Set<string>();
  const stopping = new Map<string, AbortController>();
  const waiting = new Set<string>();
  /** Runs whose own tab was given the time to come back. */
  const awaited = new Set<string>();
  let linksOfRecord: LinksOfRecord | undefined;

  const showStopped = (record: WorkRecord, error?: unknown) => {
    const work: Work = { record, status: "failed", isElsewhere: false, error };
    show(record.id, work);
    tell(work);
  };

  /** Leaves the decision to the person: what comes next was not sent, or they stopped it. */
  const interrupt = (record: WorkRecord, at = stoppedLink(record), words = interruption) => {
    const stopped = { ...record, stoppedAt: at, isInterrupted: true };
    const steps = stopped.steps.map((step) =>
      step.id === at ? { ...step, status: "failed" as const, detail: undefined } : step,
    );
    const interrupted = { ...stopped, steps, failure: words(stopped) };
    records.rewrite(interrupted);
    showStopped(interrupted);
  };

  /** Runs the chain of a record whose lock is held. */
  const run = async (begun: WorkRecord, linksOf: LinksOf, how: RunOptions) => {
    let record = begun;
    let endpoint: RegistryEndpoint | undefined;
    let phaseBefore = record.phase;
    const stopper = new AbortController();
    const { signal } = stopper;
    stopping.set(idKey(record.id), stopper);
    const update = (change: Partial<WorkRecord>) => {
      record = { ...record, ...change };
      records.rewrite(record);
      show(record.id, { record, status: "running", isElsewhere: false });
    };
    const links = linksOf({
      earlier: how.earlier,
      onSend: () => {
        if (!how.maySend) throw new NotSentError();
      },
      onFlight: (mayArrive) => {
        // What an earlier request may have done is not undone by the refusal of a later one.
        if (mayArrive) phaseBefore = record.phase;
        update({ phase: mayArrive ? "sent" : phaseBefore });
      },
      onWritten: (written) => {
        endpoint = written;
        update({ phase: "preparing" });
      },
      onMake: (made) => update({ made: union(record.made, made) }),
    });
    const from = links.find(({ id }) => id === how.from)?.id;
    const previous = record.steps;
    if (from === undefined) update({ steps: waitingChain(links) });
    const { failedAt, error } = await runChain(links, {
      signal,
      onChange: (steps) => update({ steps }),
      ...(from === undefined ? {} : { from, previous }),
    });
    if (error instanceof NotSentError) return interrupt(record, failedAt);
    if (failedAt !== undefined && signal.aborted) return interrupt(record, failedAt, stoppage);
    if (failedAt !== undefined) {
      const stopped = { ...record, stoppedAt: failedAt, isInterrupted: false };
      const failed = { ...stopped, failure: failureOfWork(stopped, error) };
      records.rewrite(failed);
      return showStopped(failed, error);
    }
    records.rewrite({ ...record, isDone: true });
    records.remove(record.id);
    const done: Work = { record, status: "done", isElsewhere: false, endpoint };
    show(record.id, done);
    tell(done);
  };

  const withLock = async (id: string, options: LockOptions, work: LockWork) => {
    // A lock of another person's on the same endpoint is none of ours, and harmless.
    await locks.request(`rep.work.${host.accountId}.${idKey(id)}`, options, work);
  };

  /** Shows what another tab is doing, and takes over once its lock is free. */
  const watch = async (id: string): Promise<void> => {
    const key = idKey(id);
    if (running.has(key)) return;
    const record = records.read(id);
    const shown = shownOf(id);
    if (record === undefined) {
      // Signed out, cleaned up, or done, which the other tab says separately.
      if (shown !== undefined && shown.status !== "done") show(id, undefined);
      return;
    }
    if (record.failure !== undefined) {
      const isShown = shown?.status === "failed" && shown.record.runId === record.runId;
      if (isTakenBack(record)) {
        // Another tab is at it, or its page was closed: the lock tells.
        const underWay = { ...record, failure: cleanUpElsewhere(record) };
        if (isShown) show(id, { ...shown, record: underWay, error: undefined });
        return tellOnceFree(id);
      }
      if (!isShown || shown.error === undefined) showStopped(record);
      return;
    }
    show(id, { record, status: "running", isElsewhere: true });
    if (waiting.has(key)) return;
    waiting.add(key);
    await withLock(id, {}, () => takeOver(id));
  };

  /** What is left of a clean-up is told when no tab is at it any more. */
  const tellOnceFree = async (id: string) => {
    const key = idKey(id);
    if (waiting.has(key)) return;
    waiting.add(key);
    await withLock(id, {}, () => {
      waiting.delete(key);
      const record = records.read(id);
      if (record !== undefined && isTakenBack(record)) showStopped(record);
      // Not within the lock, which it may ask for itself.
      else void watch(id);
    });
  };

  const takeOver = async (id: string) => {
    const key = idKey(id);
    waiting.delete(key);
    const record = records.read(id);
    if (linksOfRecord === undefined) return;
    if (record === undefined || record.failure !== undefined) {
      void watch(id);
      return;
    }
    const isOwn = record.tabId === tabId;
    if (!isOwn && !awaited.has(record.runId)) {
      awaited.add(record.runId);
      void pause(COMES_BACK_WITHIN_MS).then(() => watch(id));
      return;
    }
    running.add(key);
    try {
      // What was downloaded to run it may be gone after an update of the app.
      const linksOf = await linksOfRecord(record).catch(() => undefined);
      if (linksOf === undefined) {
        return interrupt(record, undefined, record.phase === "sent" ? stoppage : interruption);
      }
      await run({ ...record, tabId }, linksOf, {
        from: stoppedLink(record),
        earlier: record.phase === "sent" ? "unanswered" : "none",
        maySend: isOwn,
      });
    } finally {
      running.delete(key);
    }
  };

  return {
    ...seen,
    start: ({ made, ...request }, linksOf) => {
      const key = idKey(request.id);
      const shown = shownOf(request.id);
      if (running.has(key) || shown?.status === "running") return false;
      running.add(key);
      const before = shown?.status === "failed" ? shown.record : undefined;
      const isRetry = before !== undefined && isSameWork(before, request);
      const record: WorkRecord = {
        ...request,
        runId: isRetry ? before.runId : host.newId(),
        tabId,
        startedAt: host.now(),
        phase: before?.phase ?? "preparing",
        steps: isRetry ? before.steps.map(anew) : [],
        made: union(before?.made ?? NOTHING_MADE, made ?? {}),
      };
      show(request.id, { record, status: "running", isElsewhere: false });
      void withLock(request.id, { ifAvailable: true }, async (lock) => {
        if (lock === null) {
          running.delete(key);
          show(request.id, shown);
          return watch(request.id);
        }
        records.write(record);
        try {
          await run(record, linksOf, {
            from: isRetry ? before.stoppedAt : undefined,
            earlier: record.phase === "sent" ? "ended" : "none",
            maySend: true,
          });
        } finally {
          running.delete(key);
        }
      });
      return true;
    },
    stop: (id) => stopping.get(idKey(id))?.abort(),
    follow: (given) => {
      linksOfRecord = given;
      for (const { id } of records.all()) void watch(id);
      const stopListening = host.onStorage(({ key, newValue }) => {
        const id = key === null ? undefined : records.keyOf(key);
        if (id === undefined || running.has(id)) return;
        const record = parseWorkRecord(newValue);
        if (record?.isDone === true) {
          const work: Work = { record, status: "done", isElsewhere: true };
          show(record.id, work);
          tell(work);
        } else void watch(id);
      });
      return () => {
        stopListening();
        linksOfRecord = undefined;
      };
    },
    takeBack: async (id, cleanUp) => {
      const key = idKey(id);
      let outcome: TakingBack = "busy";
      await withLock(id, { ifAvailable: true }, async (lock) => {
        const stopped = shownOf(id);
        if (lock === null || running.has(key)) return;
        if (stopped?.status !== "failed") {
          outcome = "over";
          return;
        }
        outcome = "ended";
        running.add(key);
        try {
          const { record } = stopped;
          const steps = record.steps.map((step) => ({ ...step, status: "waiting" as const }));
          const begun = { ...record, steps, stoppedAt: undefined, isInterrupted: true };
          const halfWay = { ...begun, failure: cleanUpStopped(record) };
          records.rewrite(halfWay);
          show(id, { ...stopped, record: halfWay, error: undefined });
          if (await cleanUp(record)) {
            records.remove(id);
            show(id, undefined);
          }
        } finally {
          running.delete(key);
        }
      });
      return outcome;
    },
    forget: (id) => {
      if (running.has(idKey(id))) return;
      records.remove(id);
      show(id, undefined);
    },
  };
}

/** A clean-up of it has begun, and has not come to its end. */
function isTakenBack({ failure, stoppedAt }: WorkRecord): boolean {
  return failure !== undefined && stoppedAt === undefined;
}

type LockWork = (lock: Lock | null) => void | Promise<void>;

interface RunOptions {
  from: string | undefined;
  earlier: EarlierAttempt;
  /** False: only follow what was sent. */
  maySend: boolean;
}
