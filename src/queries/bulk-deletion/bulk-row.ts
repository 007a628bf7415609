import type { EndpointDocument } from "../../azure/iot-operations/endpoint-document";
import type { Failure } from "../../lib/failure";

/** An endpoint that is to be deleted with others. */
export interface BulkTarget {
  id: string;
  name: string;
  host: string;
  instanceId: string;
  /** What the instance is called: more than its name where others of the run have the same. */
  instanceName: string;
  subscriptionName: string;
}

/** `waiting`: Azure has taken nothing for it; it may have refused, for now. `notRecreated`: deleted, and creating it again has failed. */
export type BulkRowState =
  | "waiting"
  | "reading"
  | "deleting"
  | "deleted"
  | "failed"
  | "recreating"
  | "recreated"
  | "notRecreated";

/** How far one endpoint of a run is. A new object whenever something changed. */
export interface BulkRow extends BulkTarget {
  state: BulkRowState;
  /** The run that is under way, or that was stopped, was to do it, and Azure has taken nothing for it. */
  isDue?: boolean;
  /** The run that is under way, or was last, set out to do it. */
  isOfRun?: boolean;
  /** It did not exist any more when its turn came. */
  wasGone?: boolean;
  /** Why deleting it, or creating it again, has failed. */
  failure?: Failure;
  /** Only the waiting has failed: Azure may still delete it. */
  isStillUnderWay?: boolean;
  /** What Azure had right before the deletion, as a PUT of it. */
  document?: EndpointDocument;
}

/** How many rows are in each state. */
export function countStates(rows: readonly BulkRow[]): Record<BulkRowState, number> {
  const counts: Record<BulkRowState, number> = {
    ...{ waiting: 0, reading: 0, deleting: 0, deleted: 0, failed: 0 },
    ...{ recreating: 0, recreated: 0, notRecreated: 0 },
  };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}

/** True for an endpoint that is deleted, and whose body was kept. */
export function canRecreate({ state, document }: BulkRow): boolean {
  return document !== undefined && (state === "deleted" || state === "notRecreated");
}

/** True for an endpoint that a run has deleted, whatever came after. */
export function isWritten({ state }: BulkRow): boolean {
  return state === "deleted" || state === "recreated" || state === "notRecreated";
}
