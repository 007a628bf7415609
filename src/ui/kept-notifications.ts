import { useEffect, useState } from "react";
import type { Notification } from "./notification";
import { useNotifications } from "./notifications";

type HistoryStore = Pick<Storage, "getItem" | "setItem">;

/**
 * Keeps the notifications over a reload of this tab, in sessionStorage under `key`, which must belong
 * to one person.
 */
export function useKeptNotifications(key: string): void {
  const { notifications, restore } = useNotifications();
  const [earlier] = useState(() => readHistory(sessionStorage, key));

  useEffect(() => {
    restore(earlier);
  }, [restore, earlier]);

  useEffect(() => {
    // The first time without the earlier ones: they were read before, and follow at once.
    writeHistory(sessionStorage, key, notifications);
  }, [key, notifications]);
}

/** What was kept; what cannot be read any more, for whatever reason, is left out. */
export function readHistory(store: HistoryStore, key: string): Notification[] {
  try {
    const stored: unknown = JSON.parse(store.getItem(key) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isNotification) : [];
  } catch {
    return [];
  }
}

/** Keeps them; a full store is ignored. */
export function writeHistory(store: HistoryStore, key: string, history: Notification[]): void {
  try {
    store.setItem(key, JSON.stringify(history));
  } catch {
    // Losing the history on reload is better than losing the page now.
  }
}

const INTENTS: readonly unknown[] = ["info", "success", "warning", "error"];

/** Written by this app, perhaps by an earlier version of it: what the panel relies on is checked. */
function isNotification(stored: unknown): stored is Notification {
  const { id, title, at, intent, isRead, body, link, failure } = (stored ?? {}) as Partial<
    Record<keyof Notification, unknown>
  >;
  return (
    typeof id === "string" &&
    typeof title === "string" &&
    typeof at === "number" &&
    typeof isRead === "boolean" &&
    INTENTS.includes(intent) &&
    (body === undefined || typeof body === "string") &&
    (link === undefined || hasTexts(link, ["label", "href"])) &&
    (failure === undefined || hasTexts(failure, ["title", "message", "nextStep"]))
  );
}

function hasTexts(value: unknown, members: readonly string[]): boolean {
  const object = (value ?? {}) as Record<string, unknown>;
  return members.every((member) => typeof object[member] === "string");
}
