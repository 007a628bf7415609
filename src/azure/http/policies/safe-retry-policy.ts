import {
  retryPolicy,
  type PipelinePolicy,
  type PipelineResponse,
  type RetryStrategy,
} from "@azure/core-rest-pipeline";
import { retryAfterSeconds } from "../retry-after";

const RETRIES = 3;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 64_000;
/** Asked to wait longer than this, a person is told instead of left waiting. */
const PATIENCE_MS = 60_000;

/**
 * Repeats what is safe to repeat, at most three times and never before `Retry-After`:
 * reads after throttling, server errors, a broken connection and, once, an answer that was cut off;
 * PUT, PATCH and DELETE only where Azure said that it did not process them. A POST is never repeated.
 */
export function safeRetryPolicy(): PipelinePolicy {
  const reads = retryPolicy([readStrategy], { maxRetries: RETRIES });
  const writes = retryPolicy([writeStrategy], { maxRetries: RETRIES });
  return {
    name: "safeRetryPolicy",
    sendRequest(request, next) {
      if (request.method === "POST") return next(request);
      const isRead = request.method === "GET" || request.method === "HEAD";
      return (isRead ? reads : writes).sendRequest(request, next);
    },
  };
}

const readStrategy: RetryStrategy = {
  name: "readStrategy",
  retry({ retryCount, response, responseError }) {
    if (response === undefined) {
      return responseError ? { retryAfterInMs: backOff(retryCount) } : { skipStrategy: true };
    }
    if (retryCount === 0 && isCutOff(response)) return { retryAfterInMs: 0 };
    return isTransient(response.status) ? waitFor(response, retryCount) : { skipStrategy: true };
  },
};

const writeStrategy: RetryStrategy = {
  name: "writeStrategy",
  retry({ retryCount, response }) {
    const isRefused =
      response?.status === 429 || (response?.status === 503 && askedWait(response) !== undefined);
    return isRefused ? waitFor(response, retryCount) : { skipStrategy: true };
  },
};

function waitFor(response: PipelineResponse, retryCount: number) {
  const wait = askedWait(response) ?? backOff(retryCount);
  return wait > PATIENCE_MS ? { skipStrategy: true } : { retryAfterInMs: wait };
}

function askedWait(response: PipelineResponse): number | undefined {
  const seconds = retryAfterSeconds(response.headers.get("retry-after"));
  return seconds === undefined ? undefined : seconds * 1_000;
}

/** 1 → 2 → 4 seconds, a little more each so that waiting callers do not come back all at once. */
function backOff(retryCount: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** retryCount * (1 + Math.random() / 4), LONGEST_WAIT_MS);
}

function isTransient(status: number): boolean {
  return status === 408 || status === 429 || (status >= 500 && status !== 501 && status !== 505);
}

/** JSON that ARM answers with is an object; only an answer that lost its end lacks the bracket. */
function isCutOff({ status, bodyAsText }: PipelineResponse): boolean {
  const text = bodyAsText?.trim() ?? "";
  return status === 200 && text.startsWith("{") && !text.endsWith("}");
}
