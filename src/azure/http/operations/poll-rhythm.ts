import { pause } from "../../../lib/pause";
import { AzureError } from "../azure-error";
import { operationTimedOut, outcomeUnknown, type FollowedWrite } from "./operation-error";
import { retryAfterSeconds } from "../retry-after";

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** Azure may ask for a second poll at once; nobody needs more than five a second. */
const SHORTEST_WAIT_MS = 200;
const FOLLOWED_FOR_MINUTES = 30;
/** Polls in a row that may fail while Azure or the network recovers; each was already retried below. */
const FAILED_POLLS_AT_MOST = 5;

/** When to ask again how a write goes, and when to stop asking. */
export interface PollRhythm {
  /**
   * Waits before the next poll: as long as Azure's `Retry-After` asks, else 1 → 2 → 4 … 30 seconds.
   * @throws AzureError `OperationTimedOut` after 30 minutes; the signal's reason when aborted
   */
  wait(retryAfter?: string): Promise<void>;
  /**
   * Runs a poll; undefined when it failed for a passing reason (network, throttling, server error).
   * @throws AzureError that says that the outcome is unknown, when the poll was refused or too many in a row
   * failed; what is no `AzureError` as it is
   */
  poll<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined>;
}

export function createPollRhythm(write: FollowedWrite, signal?: AbortSignal): PollRhythm {
  const until = Date.now() + FOLLOWED_FOR_MINUTES * 60_000;
  let next = FIRST_WAIT_MS;
  let failures = 0;
  return {
    async wait(retryAfter) {
      if (Date.now() >= until) throw operationTimedOut(write, FOLLOWED_FOR_MINUTES);
      const asked = retryAfterSeconds(retryAfter);
      const duration = asked === undefined ? next : Math.max(asked * 1_000, SHORTEST_WAIT_MS);
      if (asked === undefined) next = Math.min(next * 2, LONGEST_WAIT_MS);
      await pause(Math.min(duration, until - Date.now()), signal);
    },
    async poll(ask) {
      try {
        const answer = await ask();
        failures = 0;
        return answer;
      } catch (error) {
        if (!(error instanceof AzureError)) throw error;
        failures += 1;
        if (isPassing(error) && failures <= FAILED_POLLS_AT_MOST) return undefined;
        throw outcomeUnknown(write, error);
      }
    },
  };
}

function isPassing({ status, code }: AzureError): boolean {
  return (
    code === "NetworkError" ||
    code === "UnreadableResponse" ||
    status === 408 ||
    status === 429 ||
    status >= 500
  );
}
