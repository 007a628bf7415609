import type { LongRunningOptions } from "../../client";
import type { ArmHttp } from "../arm-http";
import { isNotFound, type AzureError } from "../azure-error";
import { isRecord } from "../error-detail";
import { holds } from "./holds";
import { operationFailed, type FollowedWrite } from "./operation-error";
import type { PollRhythm } from "./poll-rhythm";
import { failureOf, isUnderWay, reportProgress } from "./provisioning-state";

/** A write that Azure accepted, and everything that following it needs. */
export interface Following extends LongRunningOptions, FollowedWrite {
  http: ArmHttp;
  apiVersion: string;
  rhythm: PollRhythm;
  /**
   * Present when the write's answer could not be read, so that only the resource can tell whether Azure
   * has accepted it: `error` is thrown when the resource is not as it was sent, or not deleted.
   */
  doubt?: { error: AzureError; sent: unknown };
}

/** A resource may still be read as it was before Azure starts to write or delete it. */
const UNCHANGED_POLLS_AT_MOST = 4;
/**
 * How many reads in all may answer 404, failed polls not counted; with the waits between them one to
 * two minutes. A written resource that is not there by then was deleted by someone else.
 */
const MISSING_POLLS_AT_MOST = 6;

/**
 * Reads a resource until no operation goes on with it, and resolves with it. It may not be there yet
 * right after it was written.
 * @throws AzureError `OperationFailed` or `OperationCanceled` by its `provisioningState`
 */
export async function settledResource<Resource>(following: Following): Promise<Resource> {
  const { rhythm, doubt } = following;
  let missing = 0;
  let unlike = 0;
  for (;;) {
    const seen = await look(following);
    if (seen?.notFound) {
      missing += 1;
      if (missing > MISSING_POLLS_AT_MOST) throw doubt?.error ?? seen.notFound;
    } else if (seen && doubt && !isAsSent(seen.resource, doubt.sent)) {
      unlike += 1;
      if (!isUnderWay(seen.state) && unlike >= UNCHANGED_POLLS_AT_MOST) throw doubt.error;
    } else if (seen) {
      const outcome = failureOf(seen.state);
      if (outcome) throw operationFailed(following, outcome);
      if (!isUnderWay(seen.state)) return seen.resource as Resource;
    }
    await rhythm.wait();
  }
}

/**
 * Reads a resource that is being deleted until it is no longer there.
 * @throws AzureError `OperationFailed` if Azure stopped deleting and kept it
 */
export async function goneFromAzure(following: Following): Promise<void> {
  const { rhythm, doubt } = following;
  let wasDeleting = false;
  let polls = 0;
  for (;;) {
    const seen = await look(following);
    if (seen?.notFound) return;
    if (seen) {
      polls += 1;
      const isFinal = seen.state !== undefined && !isUnderWay(seen.state);
      const hasStopped = wasDeleting || polls >= UNCHANGED_POLLS_AT_MOST;
      const outcome = failureOf(seen.state) ?? (wasDeleting && isFinal ? "failed" : undefined);
      if (hasStopped && !wasDeleting && isFinal && doubt) throw doubt.error;
      if (hasStopped && outcome) throw operationFailed(following, outcome);
      wasDeleting ||= seen.state?.toLowerCase() === "deleting";
    }
    await rhythm.wait();
  }
}

/** What a poll has found: a resource in some state, or that there is none. */
type Sight =
  { notFound: AzureError } | { notFound?: undefined; resource: unknown; state: string | undefined };

/** Reads the resource once; undefined when that failed for a passing reason. */
async function look(following: Following): Promise<Sight | undefined> {
  const { http, id, apiVersion, signal, priority, rhythm } = following;
  const seen = await rhythm.poll<{ notFound: AzureError } | { resource: unknown }>(() =>
    http.get<unknown>(id, apiVersion, { signal, priority }).then(
      (resource) => ({ resource }),
      (error: unknown) => {
        if (isNotFound(error)) return { notFound: error };
        throw error;
      },
    ),
  );
  if (seen === undefined || "notFound" in seen) return seen;
  return { ...seen, state: reportProgress(seen.resource, following) };
}

/** Compares what a person can set; Azure may write ids and locations in its own way. */
function isAsSent(resource: unknown, sent: unknown): boolean {
  return isRecord(resource) && isRecord(sent) && holds(resource.properties, sent.properties);
}
