import { AzureError, type AzureErrorDetail } from "../azure-error";
import { fullMessage } from "../error-detail";

/** The write that is being followed, as its errors name it. */
export interface FollowedWrite {
  id: string;
  method: "PUT" | "DELETE";
  /** Of the answer that accepted the write. */
  correlationId?: string;
}

/** The write was accepted and then failed or was canceled. Without `detail`, Azure gave no reason. */
export function operationFailed(
  write: FollowedWrite,
  outcome: "failed" | "canceled",
  detail?: AzureErrorDetail,
): AzureError {
  const isCanceled = outcome === "canceled";
  return new AzureError({
    status: 200,
    code: detail?.code ?? (isCanceled ? "OperationCanceled" : "OperationFailed"),
    message:
      (detail && fullMessage(detail)) ??
      `The operation ${isCanceled ? "was canceled" : "failed"}, and Azure gave no reason.`,
    target: detail?.target,
    details: detail?.details,
    ...factsOf(write),
  });
}

/** Azure has not finished for as long as anybody waits here. It may still do so. */
export function operationTimedOut(write: FollowedWrite, minutes: number): AzureError {
  return new AzureError({
    status: 0,
    code: "OperationTimedOut",
    message: `Azure accepted the change and has not finished it after ${minutes} minutes.`,
    ...factsOf(write),
  });
}

/** The write was accepted, and then Azure could not be asked how it went: `error` says why. */
export function outcomeUnknown(write: FollowedWrite, error: AzureError): AzureError {
  return new AzureError({
    status: error.status,
    code: error.code,
    message: `Azure accepted the change, but could not be asked how it went. ${error.message}`,
    details: error.details,
    retryAfterSeconds: error.retryAfterSeconds,
    ...factsOf(write),
  });
}

function factsOf({ id, method, correlationId }: FollowedWrite) {
  return { path: id, method, correlationId, isAccepted: true };
}
