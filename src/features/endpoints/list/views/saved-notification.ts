import type { NotificationInput } from "../../../../ui/notification";

/** Says that a view was saved. */
export function savedNotification(name: string): NotificationInput {
  return {
    ...{ subject: "saved-view", isPassing: true },
    ...{ intent: "success", title: `Saved the view ${name}` },
  };
}
