import type { LongRunningOptions, OperationProgress } from "../../client";
import { isRecord } from "../error-detail";

/** True for a state that is not final. Azure does not always write states in the same case. */
export function isUnderWay(state: string | undefined): boolean {
  return state !== undefined && !["succeeded", "failed", "canceled"].includes(state.toLowerCase());
}

/** How a resource's last operation ended, if it did not end well. */
export function failureOf(state: string | undefined): "failed" | "canceled" | undefined {
  const lowered = state?.toLowerCase();
  return lowered === "failed" || lowered === "canceled" ? lowered : undefined;
}

/** Tells what an operation's status or a resource says of its progress, and answers the state. */
export function reportProgress(
  body: unknown,
  { onProgress }: Pick<LongRunningOptions, "onProgress">,
): string | undefined {
  if (!isRecord(body)) return undefined;
  const { status, percentComplete, properties } = body;
  const candidates = [status, isRecord(properties) ? properties.provisioningState : undefined];
  const state = candidates.find((candidate) => typeof candidate === "string" && candidate !== "");
  if (typeof state !== "string") return undefined;
  const progress: OperationProgress = { state };
  if (typeof percentComplete === "number") progress.percentComplete = percentComplete;
  onProgress?.(progress);
  return state;
}
