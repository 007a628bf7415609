import { AzureError } from "../../azure/http/azure-error";
import { describeFailure } from "../../azure/http/describe-failure";
import { idKey } from "../../azure/resource-id";
import type { ChainLink } from "../../lib/chain";
import { pause } from "../../lib/pause";
import { StatedFailure } from "../work/stated-failure";
import type { WorkLog, WorkStore } from "../work/work";
import type { WorkRequest } from "../work/work-record";
import { workToEnd } from "../work/work-to-end";
import { isForSignIn, isStillUnderWay } from "../work/work-words";

/** How a piece of work of a run is done, and what its failure is called. */
interface Carrying {
  signal: AbortSignal;
  title: string;
  link: (log: WorkLog) => ChainLink;
}

/**
 * Does one piece of work of many, with a record until its end. Aborting takes back what has not left; what has
 * left is followed. Rejects with an abort, with a `StatedFailure`, or, where nothing was
 * sent, with a refusal to be tried again later or after a sign-in.
 */
export async function carryOut(
  store: WorkStore,
  request: WorkRequest,
  { signal, title, link }: Carrying,
): Promise<void> {
  const { id } = request;
  const stopUnsent = () => {
    if (store.snapshot().get(idKey(id))?.record.phase !== "sent") store.stop(id);
  };
  signal.addEventListener("abort", stopUnsent);
  const linksOf = (log: WorkLog) => [link(log)];
  const end = await workToEnd(store, request, linksOf, () => {
    // It may come back from a refusal after the stop.
    if (signal.aborted) stopUnsent();
  });
  signal.removeEventListener("abort", stopUnsent);
  if (end === undefined) throw busyElsewhere(id, title);
  // Not before the store has let go of it.
  await pause(0);
  const { record, status, error } = end;
  const isUnderWay = isStillUnderWay(record);
  // Its record tells the next page only of what Azure may still do.
  if (status === "done" || !isUnderWay) store.forget(id);
  if (status === "done") return;
  if (record.isInterrupted === true) signal.throwIfAborted();
  if (isSlowDown(error) || (record.phase !== "sent" && isForSignIn(record))) throw error;
  const { failure = describeFailure(error, title) } = record;
  throw new StatedFailure(isUnderWay ? failure : { ...failure, title }, isUnderWay);
}

/** True if Azure has refused it for now, and has done nothing. */
export function isSlowDown(error: unknown): error is AzureError {
  return error instanceof AzureError && error.status === 429 && !error.isAccepted;
}

function busyElsewhere(resource: string, title: string): StatedFailure {
  return new StatedFailure({
    title,
    message: "It is being created, edited or deleted elsewhere in this browser. Nothing was sent.",
    resource,
    nextStep: "Try again once that has ended.",
    canRetry: true,
  });
}
