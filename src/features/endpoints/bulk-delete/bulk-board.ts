import { useSyncExternalStore } from "react";
import { useAccount } from "../../../queries/azure-context";
import type { BulkDeletion, BulkSnapshot } from "../../../queries/bulk-deletion/bulk-deletion";
import { canRecreate, type BulkTarget } from "../../../queries/bulk-deletion/bulk-row";
import type { NotificationInput } from "../../../ui/notification";

/** Stands in the URL for the run, where an endpoint's id would stand for its deletion. */
export const BULK_RUN = "bulk";

/** What is told of a run. */
interface RunWords {
  ended: (run: BulkSnapshot) => NotificationInput;
  /** Leaving the page ends it; undefined where nothing is lost by that. */
  cutShort: (run: BulkSnapshot) => NotificationInput | undefined;
}

/** Where a person's runs of this tab are found, before anything of them is downloaded. */
export interface BulkBoard {
  subscribe: (onChange: () => void) => () => void;
  /** Undefined until there is a run. */
  snapshot: () => BulkSnapshot | undefined;
  /** What is being reviewed; undefined while nothing is. */
  targets: () => readonly BulkTarget[] | undefined;
  review: (targets: readonly BulkTarget[] | undefined) => void;
  /** The runs; made at the first call. `wordsOf` says what to tell of one that has ended. */
  open: (create: () => BulkDeletion, words: RunWords) => BulkDeletion;
  /** Called whenever a run has ended; at once for one that leaving an earlier page has ended. */
  onEnd: (listener: (notification: NotificationInput) => void) => () => void;
}

const boards = new Map<string, BulkBoard>();

/** The board of a person: the same in the whole tab. */
export function bulkBoardOf(accountId: string): BulkBoard {
  const board = boards.get(accountId) ?? createBulkBoard(`rep.cut-short.${accountId}`);
  boards.set(accountId, board);
  return board;
}

/** True if there is a run, or the review of one. */
export function useIsBulkShown(): boolean {
  const board = bulkBoardOf(useAccount().id);
  return useSyncExternalStore(
    board.subscribe,
    () => board.targets() !== undefined || board.snapshot() !== undefined,
  );
}

/** True if leaving the page ends a run, or loses the bodies of one that was to go on after a sign-in. */
export function isAtStake({ status, stoppedBy, rows }: BulkSnapshot): boolean {
  if (status === "ended") return typeof stoppedBy === "object" && rows.some(canRecreate);
  return status !== "none";
}

function createBulkBoard(leftKey: string): BulkBoard {
  const changeListeners = new Set<() => void>();
  const endListeners = new Set<(notification: NotificationInput) => void>();
  let bulk: BulkDeletion | undefined;
  let targets: readonly BulkTarget[] | undefined;
  const tellChange = () => {
    for (const listener of changeListeners) listener();
  };
  const snapshot = () => {
    const current = bulk?.getSnapshot();
    return current?.status === "none" ? undefined : current;
  };
  const runAtStake = () => {
    const run = snapshot();
    return run && isAtStake(run) ? run : undefined;
  };
  // Leaving the page ends the run, and the bodies are gone: the browser asks first.
  const askFirst = (event: BeforeUnloadEvent) => {
    if (runAtStake()) event.preventDefault();
  };

  return {
    subscribe(onChange) {
      changeListeners.add(onChange);
      return () => changeListeners.delete(onChange);
    },
    snapshot,
    targets: () => targets,
    review(next) {
      targets = next;
      tellChange();
    },
    open(create, words) {
      if (bulk !== undefined) return bulk;
      bulk = create();
      window.addEventListener("beforeunload", askFirst);
      window.addEventListener("pagehide", () => {
        const run = runAtStake();
        keepLeft(leftKey, run && words.cutShort(run));
      });
      // The browser had kept the page, and the run goes on.
      window.addEventListener("pageshow", () => keepLeft(leftKey, undefined));
      bulk.subscribe(tellChange);
      bulk.onEnd((ended) => {
        for (const listener of endListeners) listener(words.ended(ended));
      });
      return bulk;
    },
    onEnd(listener) {
      endListeners.add(listener);
      const left = takeLeft(leftKey);
      if (left !== undefined) listener(left);
      return () => endListeners.delete(listener);
    },
  };
}

/** For the next page of this tab. */
function keepLeft(key: string, left: NotificationInput | undefined): void {
  try {
    if (left === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(left));
  } catch {
    // A full storage: the browser had asked before leaving.
  }
}

function takeLeft(key: string): NotificationInput | undefined {
  try {
    const text = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return text === null ? undefined : readLeft(text);
  } catch {
    return undefined;
  }
}

/** What an earlier page has kept for this one; undefined if it is nothing that could be told. Throws if it is no JSON. */
export function readLeft(text: string): NotificationInput | undefined {
  const { title, body } = (JSON.parse(text) ?? {}) as Partial<Record<string, unknown>>;
  if (typeof title !== "string" || typeof body !== "string") return undefined;
  const link = { label: "Open the list", href: "/endpoints" };
  return { subject: BULK_RUN, intent: "warning", title, body, link };
}
