import type { LongRunningOptions } from "../../client";
import type { ArmHttp } from "../arm-http";
import { isNotFound } from "../azure-error";
import { operationFailed, type FollowedWrite } from "./operation-error";
import type { PollRhythm } from "./poll-rhythm";
import { failureOf, isUnderWay, reportProgress } from "./provisioning-state";

/** A write that Azure accepted, and everything that following it needs. */
export interface Following extends LongRunningOptions, FollowedWrite {
  http: ArmHttp;
  apiVersion: string;
  rhythm: PollRhythm;
}

/** A resource that had failed may still be read as such before Azure starts to delete it. */
const UNCHANGED_POLLS_AT_MOST = 4;
/** About a minute: a written resource that is not there by then was deleted by someone else. */
const MISSING_POLLS_AT_MOST = 6;

/**
 * Reads a resource until no operation goes on with it, and resolves with it. It may not be there yet
 * right after it was written.
 * @throws AzureError `OperationFailed` or `OperationCanceled` by its `provisioningState`
 */
export async function settledResource<Resource>(following: Following): Promise<Resource> {
  const { http, id, apiVersion, signal, rhythm } = following;
  let missing = 0;
  for (;;) {
    const resource = await rhythm.poll(() =>
      http.get<unknown>(id, apiVersion, { signal }).catch((error: unknown) => {
        missing += 1;
        if (isNotFound(error) && missing <= MISSING_POLLS_AT_MOST) return undefined;
        throw error;
      }),
    );
    if (resource !== undefined) {
      const state = reportProgress(resource, following);
      const outcome = failureOf(state);
      if (outcome) throw operationFailed(following, outcome);
      if (!isUnderWay(state)) return resource as Resource;
    }
    await rhythm.wait();
  }
}

/**
 * Reads a resource that is being deleted until it is no longer there.
 * @throws AzureError `OperationFailed` if Azure stopped deleting and kept it
 */
export async function goneFromAzure(following: Following): Promise<void> {
  const { http, id, apiVersion, signal, rhythm } = following;
  let wasDeleting = false;
  for (let polls = 1; ; polls += 1) {
    const resource = await rhythm.poll(() =>
      http.get<unknown>(id, apiVersion, { signal }).catch((error: unknown) => {
        if (isNotFound(error)) return "gone" as const;
        throw error;
      }),
    );
    if (resource === "gone") return;
    const state = reportProgress(resource, following);
    const hasStopped = wasDeleting || polls >= UNCHANGED_POLLS_AT_MOST;
    const isKept = wasDeleting && state !== undefined && !isUnderWay(state);
    const outcome = failureOf(state) ?? (isKept ? "failed" : undefined);
    if (hasStopped && outcome) throw operationFailed(following, outcome);
    wasDeleting ||= state?.toLowerCase() === "deleting";
    await rhythm.wait();
  }
}
