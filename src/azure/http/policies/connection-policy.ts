import type { PipelinePolicy } from "@azure/core-rest-pipeline";
import type { Connection } from "../../../lib/connection";

/**
 * Keeps requests back while the machine has no network, and lets them go once it has: each as often as it
 * would have been sent anyway. A request that is stopped meanwhile was never sent.
 */
export function connectionPolicy(connection: Connection): PipelinePolicy {
  return {
    name: "connectionPolicy",
    async sendRequest(request, next) {
      await untilOnline(connection, request.abortSignal as AbortSignal | undefined);
      return next(request);
    },
  };
}

async function untilOnline(connection: Connection, signal?: AbortSignal): Promise<void> {
  if (connection.isOnline()) return;
  await new Promise<void>((resolve, reject) => {
    const finish = (end: () => void) => {
      unsubscribe();
      signal?.removeEventListener("abort", stop);
      end();
    };
    const stop = () =>
      finish(() => reject(new DOMException("The request was stopped.", "AbortError")));
    const unsubscribe = connection.subscribe(() => {
      if (connection.isOnline()) finish(resolve);
    });
    signal?.addEventListener("abort", stop, { once: true });
    if (signal?.aborted) stop();
  });
}
