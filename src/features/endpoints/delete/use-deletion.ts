import { useEffect, useEffectEvent, useState } from "react";
import type { Failure } from "../../../lib/failure";
import { useAzure } from "../../../queries/azure-context";
import { useEndpointWriter } from "../../../queries/endpoint-writes";
import { useWork, useWorkStore } from "../../../queries/work/use-work";
import type { WorkRecord, WorkRequest } from "../../../queries/work/work-record";
import { isEndpointDone, isStillUnderWay } from "../../../queries/work/work-words";
import { secretToRemove, type FoundSecretChain } from "../../secrets";
import { deleteLinks } from "./delete-links";

/** The endpoint as the confirmation names it. */
export interface EndpointToDelete {
  id: string;
  name: string;
  host: string;
  instanceId: string;
  instanceName: string;
}

export interface Deletion {
  status: "idle" | "running" | "failed";
  steps: WorkRecord["steps"];
  failure?: Failure;
  /** Only the waiting has ended: Azure may still finish it. */
  isStillUnderWay: boolean;
  /** The endpoint itself is gone, whatever became of its secret. */
  isEndpointGone: boolean;
  /** The deletion itself has left, or may have. */
  isSent: boolean;
  /** Stops what is under way; absent where another tab runs it. */
  stop?: () => void;
  /** Begins, or goes on where it failed. Calls while it is under way are ignored. */
  start: (chain: FoundSecretChain | undefined) => void;
  /** Gives up what failed. */
  leave: () => void;
}

/** The deletion of an endpoint, begun here or by an earlier page; `onDone` is called when all of it worked. */
export function useDeletion({ id }: EndpointToDelete, onDone: () => void): Deletion {
  const azure = useAzure();
  const writer = useEndpointWriter();
  const store = useWorkStore();
  const work = useWork(id);
  const [followed, setFollowed] = useState<string>();
  const deletion = work?.record.kind === "delete" ? work : undefined;
  const { status, record } = deletion ?? {};
  if (record !== undefined && status !== "done" && followed !== record.runId) {
    setFollowed(record.runId);
  }
  const isDone = status === "done" && followed === record?.runId;

  const onEnd = useEffectEvent(onDone);
  useEffect(() => {
    if (isDone) onEnd();
  }, [isDone]);
  useEffect(() => {
    return store.attend(id);
  }, [store, id]);

  const steps = record?.steps ?? [];
  return {
    status: status === "done" || status === undefined ? "idle" : status,
    steps,
    failure: record?.failure,
    isStillUnderWay: record !== undefined && isStillUnderWay(record),
    isEndpointGone: isEndpointDone(record),
    isSent: record?.phase === "sent" || isEndpointDone(record),
    stop: deletion?.isElsewhere === true ? undefined : () => store.stop(id),
    start: (chain) => {
      const request: WorkRequest = {
        id,
        kind: "delete",
        // A retry goes on with what was confirmed, whatever is found of it by then.
        ...(status === "failed" ? secretOf(record) : chain && { secret: storedSecret(chain) }),
      };
      store.start(request, deleteLinks({ ...writer, azure }, request));
    },
    leave: () => {
      if (status === "failed") store.forget(id);
    },
  };
}

function secretOf(record: WorkRecord | undefined): Pick<WorkRequest, "secret"> {
  return record?.secret === undefined ? {} : { secret: record.secret };
}

function storedSecret(chain: FoundSecretChain): NonNullable<WorkRequest["secret"]> {
  const { secretRef, names } = secretToRemove(chain);
  return { secretRef, names };
}
