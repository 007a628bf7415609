import { useSyncExternalStore } from "react";
import { Note } from "../../ui/note";
import { browserConnection } from "../connection";

/** Says that the browser is offline, while it is. */
export function OfflineNote() {
  const { subscribe, isOnline } = browserConnection;
  if (useSyncExternalStore(subscribe, isOnline)) return null;
  return (
    <Note intent="warning" title="You are offline.">
      What is shown may be out of date. What you ask for waits, and goes on when the connection is
      back.
    </Note>
  );
}
