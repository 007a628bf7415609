import type { EndpointRow } from "../../endpoint-rows";
import type { ListStore } from "../list-store";

/** Begins a list, or reads it anew, and gives its rows once all are read. */
export function readList(store: ListStore, start = store.start): Promise<EndpointRow[]> {
  return new Promise((resolve) => {
    const look = () => {
      const { stream, indexed } = store.getSnapshot();
      if (stream.status !== "ready") return;
      stop();
      resolve(indexed.index.all());
    };
    const stop = store.subscribe(look);
    start();
  });
}
