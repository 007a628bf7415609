import { createHttpPoller, type OperationResponse } from "@azure/core-lro";
import type { LongRunningOptions } from "../../client";
import type { ArmHttp, ArmResponse, ArmWriteResponse } from "../arm-http";
import { AzureError, isNotFound } from "../azure-error";
import { detailFrom, isRecord } from "../error-detail";
import { operationFailed, type FollowedWrite } from "./operation-error";
import { createPollRhythm } from "./poll-rhythm";
import { isUnderWay, reportProgress } from "./provisioning-state";
import { goneFromAzure, settledResource, type Following } from "./resource-state";

export interface LongRunningWrite extends LongRunningOptions {
  id: string;
  apiVersion: string;
}

/**
 * PUTs a resource and follows the operation to its end; resolves with the resource as read afterwards.
 * Polls `Azure-AsyncOperation` or `Location` where the browser may see them; else, and where the person
 * may not read the operation, the resource's own `provisioningState`. An answer that
 * cannot be read is not the end: the resource shows whether the write was applied.
 * @throws AzureError with Azure's code when the operation failed or was canceled; `OperationTimedOut`;
 * Azure's code when neither operation nor resource could be asked how it went, which the message says;
 * `UnreadableResponse` when the answer could not be read and the resource is not as it was written
 */
export async function putAndFollow<Resource>(
  http: ArmHttp,
  { body, ...write }: LongRunningWrite & { body: unknown },
): Promise<Resource> {
  const { id, apiVersion, signal, priority, onFlight } = write;
  const accepted = await http.write({
    method: "PUT",
    path: id,
    apiVersion,
    body,
    signal,
    priority,
    onFlight,
  });
  const following = follow(http, write, "PUT", accepted, body);
  const state = reportProgress(accepted.body, write);
  if (hasOperationUrl(accepted)) {
    const isKnown = await followOperation(following, accepted);
    if (!isKnown) await following.rhythm.wait();
  } else if (accepted.status === 202 || accepted.unreadable || isUnderWay(state)) {
    await following.rhythm.wait(accepted.header("retry-after"));
  }
  return settledResource<Resource>(following);
}

/**
 * DELETEs a resource and resolves when it is gone; also when it did not exist. Without visible headers the
 * resource is read until it answers 404, since `@azure/core-lro` would call it done after no poll at all.
 * @throws AzureError as `putAndFollow`
 */
export async function deleteAndFollow(http: ArmHttp, write: LongRunningWrite): Promise<void> {
  const { id, apiVersion, signal, priority, onFlight } = write;
  let accepted: ArmWriteResponse;
  try {
    accepted = await http.write({
      method: "DELETE",
      path: id,
      apiVersion,
      signal,
      priority,
      onFlight,
    });
  } catch (error) {
    if (isNotFound(error)) return;
    throw error;
  }
  const isDone = accepted.status !== 202 && !accepted.unreadable;
  if (isDone && !hasOperationUrl(accepted)) return;
  const following = follow(http, write, "DELETE", accepted);
  write.onProgress?.({ state: "Deleting" });
  if (hasOperationUrl(accepted)) {
    if (await followOperation(following, accepted)) return;
  } else {
    await following.rhythm.wait(accepted.header("retry-after"));
  }
  await goneFromAzure(following);
}

/**
 * Reads a resource that was put earlier until no operation goes on with it; resolves with it.
 * @throws AzureError as `putAndFollow`
 */
export async function followPut<Resource>(
  http: ArmHttp,
  write: LongRunningWrite,
): Promise<Resource> {
  return settledResource<Resource>(follow(http, write, "PUT"));
}

/**
 * Reads a resource whose deletion was asked for earlier until it is gone.
 * @throws AzureError as `putAndFollow`
 */
export async function followDelete(http: ArmHttp, write: LongRunningWrite): Promise<void> {
  await goneFromAzure(follow(http, write, "DELETE"));
}

function follow(
  http: ArmHttp,
  write: LongRunningWrite,
  method: FollowedWrite["method"],
  accepted?: ArmWriteResponse,
  sent?: unknown,
): Following {
  const { correlationId, unreadable } = accepted ?? {};
  const followed: FollowedWrite = { id: write.id, method, correlationId };
  // An operation to follow proves that it was Azure who answered.
  const isInDoubt = unreadable && accepted && !hasOperationUrl(accepted);
  return {
    http,
    ...write,
    ...followed,
    rhythm: createPollRhythm(followed, write.signal),
    ...(isInDoubt ? { doubt: { error: unreadable, sent } } : {}),
  };
}

function hasOperationUrl(response: ArmResponse<unknown>): boolean {
  return Boolean(response.header("azure-asyncoperation") ?? response.header("location"));
}

/** Answers false when Azure did not let the operation be read: ask the resource instead. */
async function followOperation(
  following: Following,
  accepted: ArmResponse<unknown>,
): Promise<boolean> {
  const { http, rhythm, id, method, signal, priority } = following;
  let last = accepted;
  const poller = createHttpPoller(
    {
      sendInitialRequest: () => Promise.resolve(toOperationResponse(accepted, method, id)),
      sendPollRequest: async (link) => {
        last = await http.send<unknown>({ method: "GET", link, signal, priority });
        return toOperationResponse(last, "GET", link);
      },
    },
    { resolveOnUnsuccessful: true, skipFinalGet: true },
  );
  await poller.submitted();
  const isByLocation = accepted.header("azure-asyncoperation") === undefined;
  while (!poller.isDone) {
    await rhythm.wait(last.header("retry-after"));
    const poll = await rhythm.poll(() =>
      poller.poll({ abortSignal: signal }).then(
        () => "read" as const,
        (error: unknown) => {
          if (isUnreadable(error) && !signal?.aborted) return "unreadable" as const;
          if (isByLocation && isResult(error)) return error;
          throw error;
        },
      ),
    );
    if (poll === "unreadable") return false;
    if (poll instanceof AzureError) {
      throw operationFailed(following, /cancel/i.test(poll.code) ? "canceled" : "failed", poll);
    }
    if (!poller.isDone) reportProgress(last.body, following);
  }
  const outcome = poller.operationState?.status;
  if (outcome !== "failed" && outcome !== "canceled") return true;
  throw operationFailed(
    following,
    outcome,
    isRecord(last.body) ? detailFrom(last.body.error) : undefined,
  );
}

/**
 * The person may read the resource but not the operation, its record has expired, it lies where no token
 * is sent, or its body is none that `@azure/core-lro` understands.
 */
function isUnreadable(error: unknown): boolean {
  if (!(error instanceof AzureError)) return true;
  return [403, 404, 410].includes(error.status) || error.code === "ForeignOrigin";
}

/** What a `Location` answers once the operation has failed is the error itself, not a refusal to tell. */
function isResult(error: unknown): error is AzureError {
  return (
    error instanceof AzureError &&
    error.status >= 400 &&
    error.status < 500 &&
    // What is none of Azure's answers says nothing about the operation.
    error.code !== "UnreadableResponse" &&
    ![401, 407, 408, 429].includes(error.status)
  );
}

function toOperationResponse(
  response: ArmResponse<unknown>,
  method: string,
  url: string,
): OperationResponse {
  const names = ["azure-asyncoperation", "location", "retry-after"];
  const headers = names.flatMap((name) => {
    const value = response.header(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    flatResponse: response.body,
    rawResponse: {
      statusCode: response.status,
      headers: Object.fromEntries(headers),
      body: response.body,
      request: { method, url },
    },
  };
}
