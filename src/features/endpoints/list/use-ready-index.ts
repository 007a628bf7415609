import { useEffect } from "react";
import type { IndexedRows } from "../../../queries/endpoint-list";

/** Where a browser does not tell when it is idle: behind the paint, and what else is due. */
const LATER_MS = 100;

/** Makes ready what the first letter of a search would wait for, a little at a time and while nothing else is to do. */
export function useReadyIndex({ index, version }: IndexedRows): void {
  useEffect(() => {
    // Read on purpose: rows that came since are not in the columns yet.
    void version;
    const steps = index.ready();
    const step = () => {
      if (steps.next().done !== true) cancel = whenIdle(step);
    };
    let cancel = whenIdle(step);
    return () => cancel();
  }, [index, version]);
}

/** Calls once; returns what takes that back. */
function whenIdle(callback: () => void): () => void {
  if ("requestIdleCallback" in window) {
    const handle = requestIdleCallback(callback);
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(callback, LATER_MS);
  return () => clearTimeout(timer);
}
