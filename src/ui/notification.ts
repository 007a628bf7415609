import type { Failure } from "../lib/failure";

/** What a feature tells the person about something that ended. */
export interface NotificationInput {
  intent: "info" | "success" | "warning" | "error";
  title: string;
  body?: string;
  link?: { label: string; href: string };
  failure?: Failure;
  /** What it is about, as any text: the toast before it of the same subject has had its day and goes. */
  subject?: string;
  /** Answers what the person has just done, and is of no use later: shown for a moment, and not kept. */
  isPassing?: true;
}

/** A notification in the history. `at` is milliseconds. */
export interface Notification extends NotificationInput {
  id: string;
  at: number;
  isRead: boolean;
}
