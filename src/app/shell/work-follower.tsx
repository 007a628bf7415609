import { useEffect, useEffectEvent } from "react";
import { BULK_RUN, bulkBoardOf } from "../../features/endpoints/bulk-delete/bulk-board";
import { useAccount, useAzure } from "../../queries/azure-context";
import {
  expectedEndpoint,
  noteAbsence,
  rereadEndpoint,
  useEndpointWriter,
} from "../../queries/endpoint-writes";
import type { OwnWrites } from "../../queries/own-writes";
import { useSecretSyncsChanged } from "../../queries/secret-sync";
import { leaveRecreation } from "../../queries/work/leave-recreation";
import { ownTabId, useWorkStore } from "../../queries/work/use-work";
import type { WorkEnd, WorkStore } from "../../queries/work/work";
import type { WorkRecord } from "../../queries/work/work-record";
import { isRecreation } from "../../queries/work/work-words";
import { useNotifications, useNotify } from "../../ui/notifications";
import { workNotification } from "./work-notification";

/**
 * Follows what earlier pages and other tabs began, and tells how every piece of work ended, wherever the
 * person is by then. Draws nothing.
 */
export function WorkFollower() {
  const azure = useAzure();
  const writer = useEndpointWriter();
  const store = useWorkStore();
  const notify = useNotify();
  const secretSyncsChanged = useSecretSyncsChanged();

  const linksOf = useEffectEvent(async (record: WorkRecord) => {
    const { workLinks } = await import("./work-links");
    return workLinks({ ...writer, azure }, record);
  });
  const onEnd = useEffectEvent((end: WorkEnd) => {
    if (end.record.secret !== undefined) secretSyncsChanged();
    if (end.isElsewhere) {
      // Thousands of them need not be read to know that they are gone.
      if (end.record.isBulk && end.record.kind === "delete") noteAbsence(writer, end.record.id);
      else void rereadEndpoint(writer, end.record.id);
    }
    // The tab that deletes many at once tells it of all of them.
    if (end.record.isBulk && (end.isAttended || end.record.tabId !== ownTabId())) return;
    const notification = workNotification(end);
    if (notification !== undefined) notify(notification);
    if (end.status === "failed" && isRecreation(end.record))
      void leaveRecreation(store, end, (record) => linksOf(record));
  });
  useEffect(() => {
    const stopHearing = store.onEnd((end) => onEnd(end));
    const stopMirroring = mirrorElsewhere(store, writer.ownWrites);
    const stopFollowing = store.follow((record) => linksOf(record));
    return () => {
      stopHearing();
      stopMirroring();
      stopFollowing();
    };
  }, [store, writer, azure]);
  useBulkEnds();
  return null;
}

/** Tells how deletions of many have ended, until they go on. */
function useBulkEnds(): void {
  const board = bulkBoardOf(useAccount().id);
  const notify = useNotify();
  const { outdate } = useNotifications();
  useEffect(() => {
    return board.onEnd((notification) => void notify(notification));
  }, [board, notify]);
  useEffect(() => {
    let before = board.snapshot()?.status;
    return board.subscribe(() => {
      const now = board.snapshot()?.status;
      if (before === "ended" && now === "running") outdate(BULK_RUN);
      before = now;
    });
  }, [board, outdate]);
}

/** Shows in the list what another tab is writing. Returns what stops it. */
function mirrorElsewhere(store: WorkStore, ownWrites: OwnWrites): () => void {
  const shown = new Set<string>();
  const mirror = () => {
    const others = [...store.snapshot()].filter(
      ([, { status, isElsewhere, record }]) =>
        isElsewhere && status === "running" && record.phase === "sent",
    );
    for (const [key, { record }] of others) {
      if (shown.has(key)) continue;
      shown.add(key);
      const { id, kind, body } = record;
      ownWrites.begin({
        id,
        change: PENDING[kind],
        ...(body === undefined ? {} : { endpoint: expectedEndpoint(id, body) }),
      });
    }
    const keys = new Set(others.map(([key]) => key));
    for (const key of shown) {
      if (keys.has(key)) continue;
      shown.delete(key);
      ownWrites.end(key);
    }
  };
  mirror();
  return store.subscribe(mirror);
}

const PENDING = { create: "creating", update: "updating", delete: "deleting" } as const;
