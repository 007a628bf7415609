import type { LongRunningOptions } from "../azure/client";
import { isBusy } from "../azure/http/azure-error";
import { pause } from "../lib/pause";

/** Seconds between attempts: three minutes in all. */
const WAITS_SECONDS = [5, 10, 20, 30, 55, 60];

/**
 * Sends a write, and sends it again while Azure refuses it because another operation is in progress. Each
 * time `send` has to look at what is there first.
 * @throws AzureError the refusal, once Azure was busy for three minutes; whatever else `send` fails with
 */
export async function whenFree<Result>(
  send: () => Promise<Result>,
  { signal, onProgress }: LongRunningOptions,
): Promise<Result> {
  for (const seconds of WAITS_SECONDS) {
    try {
      return await send();
    } catch (error) {
      if (!isBusy(error)) throw error;
      onProgress?.({ state: "Waiting for another operation on it to end" });
      await pause(Math.max(seconds, error.retryAfterSeconds ?? 0) * 1_000, signal);
    }
  }
  return send();
}
