import type { RegistryEndpoint } from "../../../azure/iot-operations/registry-endpoint";
import { idKey } from "../../../azure/resource-id";
import { inVirtualTime } from "../../../azure/testing/virtual-time";
import type { EndpointStream, StreamSnapshot } from "../endpoint-stream";

/** What a stream tells, with the rows that all it has told until then add up to. */
export type Seen = StreamSnapshot & { rows: readonly RegistryEndpoint[] };

const rowsOf = new WeakMap<EndpointStream, readonly RegistryEndpoint[]>();

/** What a stream has told until now; the same rows until it tells of others. */
export function seen(stream: EndpointStream): Seen {
  return { ...stream.getSnapshot(), rows: rowsOf.get(stream) ?? [] };
}

/** Lets time pass until the stream is as wanted. */
export function until(stream: EndpointStream, isWanted: (snapshot: Seen) => boolean) {
  return inVirtualTime(
    new Promise<Seen>((resolve) => {
      const look = () => {
        if (!isWanted(seen(stream))) return;
        unsubscribe();
        resolve(seen(stream));
      };
      const unsubscribe = stream.subscribe(look);
      look();
    }),
  );
}

/** Starts the stream, and acts on its first page before the second is asked for. */
export function startAndAct(stream: EndpointStream, act: (first: Seen) => void): void {
  const unsubscribe = stream.subscribe(() => {
    if (seen(stream).rows.length === 0) return;
    unsubscribe();
    act(seen(stream));
  });
  stream.start();
}

/** Starts the stream, and gives what it tells once it has read all. */
export async function readAll(stream: EndpointStream): Promise<Seen> {
  stream.start();
  return until(stream, ({ status }) => status === "ready");
}

/** Adds up what a stream that has not begun tells, for `seen`. */
export function addUp(stream: EndpointStream): void {
  const rows = new Map<string, RegistryEndpoint>();
  stream.subscribe(() => {
    const { put, removed } = stream.getSnapshot().delta;
    if (put.length + removed.length === 0) return;
    for (const row of put) rows.set(idKey(row.id), row);
    for (const id of removed) rows.delete(idKey(id));
    rowsOf.set(stream, [...rows.values()]);
  });
}
