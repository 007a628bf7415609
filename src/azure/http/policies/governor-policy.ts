import {
  isRestError,
  type PipelinePolicy,
  type PipelineRequest,
  type PipelineResponse,
} from "@azure/core-rest-pipeline";
import { pause } from "../../../lib/pause";
import { pathOf } from "../arm-url";
import { AzureError, SIGN_IN_THROTTLED } from "../azure-error";
import { parseJson } from "../error-detail";
import { retryAfterSeconds } from "../retry-after";
import { backOff, type LaneCall, type Refusal } from "../traffic/lane";
import { quotaWait } from "../traffic/quota-wait";
import type { CallKind, GovernedTraffic } from "../traffic/traffic";

const TRIES_AT_MOST = 4;
/** With the growing waits between them a little more than the minute for which the sign-in library holds on. */
const WAITS_FOR_TOKEN_AT_MOST = 6;

/**
 * Sends every call through the queue of its kind, which waits as a whole when Azure asks to slow down,
 * and repeats what is safe to repeat, at most three times: reads, and Resource Graph's queries, which are
 * reads by POST, after throttling, server errors, a broken connection and, once, an answer that was cut
 * off; PUT, PATCH and DELETE only where Azure said that it did not process them; no other POST. Whatever
 * has no token yet, because the sign-in service is throttled, waits for it in the same queue: it was not
 * sent.
 */
export function governorPolicy({ lanes }: GovernedTraffic): PipelinePolicy {
  return {
    name: "governorPolicy",
    async sendRequest(request, next) {
      const kind = kindOf(request);
      const lane = lanes[kind];
      const signal = request.abortSignal as AbortSignal | undefined;
      const call: LaneCall = { priority: priorityOf(request), signal };
      let last: Attempt | undefined;
      let waitsForToken = 0;
      for (let tries = 1; ; tries += 1) {
        const waitMs = await lane.enter(call);
        if (waitMs > 0) return resultOf(last ?? { error: notSent(request, waitMs) });
        const attempt = await attemptOf(() => next(request));
        if (isSignInThrottled(attempt) && waitsForToken < WAITS_FOR_TOKEN_AT_MOST) {
          // Nothing was sent: it was no try.
          waitsForToken += 1;
          tries -= 1;
          last = attempt;
          lane.refused("throttled", undefined);
          lane.leave(call);
          continue;
        }
        const verdict = judge(kind, request, attempt, tries);
        const refusal = refusalOf(attempt.response);
        if (refusal) lane.refused(refusal, askedWait(attempt.response));
        else if (attempt.response) lane.answered();
        const quota = kind === "queries" && attempt.response && quotaWait(attempt.response.headers);
        if (quota) lane.holdBack(quota.waitMs, quota.whose);
        lane.leave(call);
        if (verdict === "final" || tries === TRIES_AT_MOST) return resultOf(attempt);
        if (verdict.waitMs > 0) await pause(verdict.waitMs, signal);
        last = attempt;
      }
    },
  };
}

interface Attempt {
  response?: PipelineResponse;
  error?: unknown;
}

async function attemptOf(send: () => Promise<PipelineResponse>): Promise<Attempt> {
  try {
    return { response: await send() };
  } catch (error) {
    return { error };
  }
}

function resultOf({ response, error }: Attempt): PipelineResponse {
  if (response) return response;
  throw error;
}

/** Azure asked for a longer wait than anybody is left to, and nothing is sent before it is over. */
function notSent({ method, url }: PipelineRequest, waitMs: number): AzureError {
  return new AzureError({
    status: 429,
    code: "TooManyRequests",
    message: "Azure asked to slow down, so the request was not sent.",
    method,
    path: pathOf(url),
    retryAfterSeconds: Math.ceil(waitMs / 1_000),
  });
}

/** Whether to try again, and after how long. A call that was refused waits with its whole kind. */
function judge(
  kind: CallKind,
  { method }: PipelineRequest,
  { response, error }: Attempt,
  tries: number,
): "final" | { waitMs: number } {
  if (kind === "writes") {
    return response && isUnprocessed(response) && method !== "POST" ? { waitMs: 0 } : "final";
  }
  if (response === undefined) {
    return isRestError(error) ? { waitMs: backOff(tries - 1) } : "final";
  }
  if (refusalOf(response)) return { waitMs: 0 };
  if (isTransient(response.status)) return { waitMs: backOff(tries - 1) };
  return tries === 1 && isCutOff(response) ? { waitMs: 0 } : "final";
}

function kindOf({ method, url }: PipelineRequest): CallKind {
  if (method === "GET" || method === "HEAD") return "reads";
  const isQuery = /^\/providers\/Microsoft\.ResourceGraph\/resources$/i.test(pathOf(url));
  return method === "POST" && isQuery ? "queries" : "writes";
}

/** Background calls carry fetch's own hint for them. */
function priorityOf({ requestOverrides }: PipelineRequest): LaneCall["priority"] {
  return requestOverrides?.priority === "low" ? "background" : "interactive";
}

/** True for an answer that says that nothing was done with the request. */
export function isUnprocessed(response: PipelineResponse): boolean {
  const { status } = response;
  return status === 429 || (status === 503 && askedWait(response) !== undefined);
}

function isSignInThrottled({ error }: Attempt): boolean {
  return error instanceof AzureError && error.code === SIGN_IN_THROTTLED;
}

function refusalOf(response: PipelineResponse | undefined): Refusal | undefined {
  if (response?.status === 429) return "throttled";
  return response?.status === 503 ? "unavailable" : undefined;
}

function isTransient(status: number): boolean {
  return status === 408 || (status >= 500 && status !== 501 && status !== 505);
}

/** Undefined when Azure did not say, or asked for no wait at all, which a refusal cannot mean. */
function askedWait(response: PipelineResponse | undefined): number | undefined {
  const seconds = retryAfterSeconds(response?.headers.get("retry-after"));
  return seconds === undefined || seconds === 0 ? undefined : seconds * 1_000;
}

/** What ARM answers with is an object. */
function isCutOff({ status, bodyAsText }: PipelineResponse): boolean {
  const text = bodyAsText?.trim() ?? "";
  return status === 200 && text.startsWith("{") && parseJson(text) === undefined;
}
