import { useSyncExternalStore } from "react";
import { Note } from "../../ui/note";

/** Says that the browser is offline, while it is. */
export function OfflineNote() {
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (isOnline) return null;
  return (
    <Note intent="warning" title="You are offline.">
      What is shown may be out of date, and nothing can be changed until the connection is back.
    </Note>
  );
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener("online", onChange);
  window.addEventListener("offline", onChange);
  return () => {
    window.removeEventListener("online", onChange);
    window.removeEventListener("offline", onChange);
  };
}
