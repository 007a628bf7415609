import { useSyncExternalStore } from "react";
import { useAccount } from "../../../queries/azure-context";
import type { BulkDeletion, BulkSnapshot } from "../../../queries/bulk-deletion/bulk-deletion";
import type { BulkTarget } from "../../../queries/bulk-deletion/bulk-row";
import type { NotificationInput } from "../../../ui/notification";

/** Stands in the URL for the run, where an endpoint's id would stand for its deletion. */
export const BULK_RUN = "bulk";

/** Where a person's runs of this tab are found, before anything of them is downloaded. */
export interface BulkBoard {
  subscribe: (onChange: () => void) => () => void;
  /** Undefined until there is a run. */
  snapshot: () => BulkSnapshot | undefined;
  /** What is being reviewed; undefined while nothing is. */
  targets: () => readonly BulkTarget[] | undefined;
  review: (targets: readonly BulkTarget[] | undefined) => void;
  /** The runs; made at the first call. `wordsOf` says what to tell of one that has ended. */
  open: (
    create: () => BulkDeletion,
    wordsOf: (run: BulkSnapshot) => NotificationInput,
  ) => BulkDeletion;
  /** Called whenever a run has ended. */
  onEnd: (listener: (notification: NotificationInput) => void) => () => void;
}

const boards = new Map<string, BulkBoard>();

/** The board of a person: the same in the whole tab. */
export function bulkBoardOf(accountId: string): BulkBoard {
  const board = boards.get(accountId) ?? createBulkBoard();
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

function createBulkBoard(): BulkBoard {
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
  const isUnderWay = () => ["running", "stopping"].includes(snapshot()?.status ?? "");
  // Leaving the page ends the run, and the bodies are gone: the browser asks first.
  const askFirst = (event: BeforeUnloadEvent) => {
    if (isUnderWay()) event.preventDefault();
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
    open(create, wordsOf) {
      if (bulk !== undefined) return bulk;
      bulk = create();
      window.addEventListener("beforeunload", askFirst);
      bulk.subscribe(tellChange);
      bulk.onEnd((ended) => {
        for (const listener of endListeners) listener(wordsOf(ended));
      });
      return bulk;
    },
    onEnd(listener) {
      endListeners.add(listener);
      return () => endListeners.delete(listener);
    },
  };
}
