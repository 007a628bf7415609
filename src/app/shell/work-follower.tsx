import { useEffect, useEffectEvent } from "react";
import { nameOf, parseResourceId } from "../../azure/resource-id";
import { endpointEditPath, endpointPath } from "../../lib/endpoint-url";
import { bulkBoardOf } from "../../features/endpoints/bulk-delete/bulk-board";
import { useAccount, useAzure } from "../../queries/azure-context";
import {
  expectedEndpoint,
  noteAbsence,
  rereadEndpoint,
  useEndpointWriter,
} from "../../queries/endpoint-writes";
import type { OwnWrites } from "../../queries/own-writes";
import { useSecretSyncsChanged } from "../../queries/secret-sync";
import { ownTabId, useWorkStore } from "../../queries/work/use-work";
import type { Work, WorkEnd, WorkStore } from "../../queries/work/work";
import { canCleanUp, isRecreation, workParticiple } from "../../queries/work/work-words";
import { pause } from "../../lib/pause";
import type { NotificationInput } from "../../ui/notification";
import { useNotify } from "../../ui/notifications";

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

  const onEnd = useEffectEvent((end: WorkEnd) => {
    if (end.record.secret !== undefined) secretSyncsChanged();
    if (end.isElsewhere) {
      // Thousands of them need not be read to know that they are gone.
      if (end.record.isBulk && end.record.kind === "delete") noteAbsence(writer, end.record.id);
      else void rereadEndpoint(writer, end.record.id);
    }
    // The tab that deletes many at once tells it of all of them.
    if (end.record.isBulk && (end.isAttended || end.record.tabId !== ownTabId())) return;
    const notification = notificationOf(end);
    if (notification !== undefined) notify(notification);
    // No page goes on with it, so that its record would be told of by each. Not before the store has let go of it.
    if (end.status === "failed" && isRecreation(end.record))
      void pause(0).then(() => store.forget(end.record.id));
  });
  useEffect(() => {
    const stopHearing = store.onEnd((end) => onEnd(end));
    const stopMirroring = mirrorElsewhere(store, writer.ownWrites);
    const stopFollowing = store.follow(async (record) => {
      const { workLinks } = await import("./work-links");
      return workLinks({ ...writer, azure }, record);
    });
    return () => {
      stopHearing();
      stopMirroring();
      stopFollowing();
    };
  }, [store, writer, azure]);
  useBulkEnds();
  return null;
}

/** Tells how deletions of many have ended. */
function useBulkEnds(): void {
  const board = bulkBoardOf(useAccount().id);
  const notify = useNotify();
  useEffect(() => {
    return board.onEnd((notification) => void notify(notification));
  }, [board, notify]);
}

const OPEN_LIST = { label: "Open the list", href: "/endpoints" };

function notificationOf({ record, status, isAttended }: WorkEnd): NotificationInput | undefined {
  const { id, kind, failure } = record;
  const name = nameOf(id);
  if (status === "done") {
    const instance = nameOf(parseResourceId(id)?.parentId ?? "");
    return {
      subject: id,
      intent: "success",
      title: `Registry endpoint “${name}” ${workParticiple(kind)}`,
      body: `${kind === "delete" ? "From" : "On"} instance ${instance}.`,
      link: kind === "delete" ? OPEN_LIST : { label: "Open endpoint", href: endpointPath(id) },
    };
  }
  // The dialog of a deletion says it all, and stays.
  if (failure === undefined || (isAttended && kind === "delete")) return undefined;
  // The question to sign in again is asked in front of every page, and answers this.
  if (failure.code === "SignInRequired") return undefined;
  const isInterrupted = record.isInterrupted === true;
  return {
    subject: id,
    intent: isInterrupted ? "warning" : "error",
    title: failure.title,
    ...(isInterrupted ? { body: `${failure.message} ${failure.nextStep}` } : { failure }),
    ...(isAttended ? {} : { link: wayOn(record) }),
  };
}

function wayOn(record: Work["record"]): { label: string; href: string } {
  if (isRecreation(record)) return OPEN_LIST;
  return {
    label: canCleanUp(record) ? "Continue or clean up" : "Continue",
    href: workPath(record),
  };
}

/** Where a person goes on with what has stopped. */
function workPath({ id, kind }: Work["record"]): string {
  const resume = new URLSearchParams({ resume: id }).toString();
  switch (kind) {
    case "create":
      return `/endpoints/new?${resume}`;
    case "update":
      return `${endpointEditPath(id)}?step=review`;
    case "delete":
      return `/endpoints?${resume}`;
  }
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
