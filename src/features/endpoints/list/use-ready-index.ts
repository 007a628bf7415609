import { useEffect } from "react";
import type { IndexedRows } from "../../../queries/endpoint-list";

/** Where a browser does not tell when it is idle: behind the paint, and what else is due. */
const LATER_MS = 100;

/** Where a browser does not tell how much idle time is left. */
const STEPS_AT_ONCE = 4;

/** Makes ready what the first letter of a search would wait for, a little at a time and while nothing else is to do. */
export function useReadyIndex({ index, version }: IndexedRows): void {
  useEffect(() => {
    // Read on purpose: rows that came since are not in the columns yet.
    void version;
    const steps = index.ready();
    const goOn = (hasTime: () => boolean) => {
      let isDone = steps.next().done;
      while (isDone !== true && hasTime()) isDone = steps.next().done;
      if (isDone !== true) cancel = whenIdle(goOn);
    };
    let cancel = whenIdle(goOn);
    return () => cancel();
  }, [index, version]);
}

/** Calls once, with what tells whether there is time for more; returns what takes that back. */
function whenIdle(callback: (hasTime: () => boolean) => void): () => void {
  if ("requestIdleCallback" in window) {
    const handle = requestIdleCallback((idle) => callback(() => idle.timeRemaining() > 1));
    return () => cancelIdleCallback(handle);
  }
  let left = STEPS_AT_ONCE;
  const timer = setTimeout(() => callback(() => (left -= 1) > 0), LATER_MS);
  return () => clearTimeout(timer);
}
