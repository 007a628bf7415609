import { useEffect, useEffectEvent, useState } from "react";
import type { RegistryEndpoint } from "../../../azure/iot-operations/registry-endpoint";
import { idKey, sameId } from "../../../azure/resource-id";
import { useWork, useWorkStore } from "../../../queries/work/use-work";
import type { LinksOf, Work } from "../../../queries/work/work";
import type { WorkRequest } from "../../../queries/work/work-record";
import { expectedEndpoint } from "../../../queries/endpoint-writes";
import {
  hasMade,
  isEndpointDone,
  isSameWork,
  isStillUnderWay,
} from "../../../queries/work/work-words";
import { isLeftover } from "./create-links";
import type { CreateRun } from "./create-run";

interface UseEditorRunOptions {
  /** Empty while it is not known. */
  endpointId: string;
  /** What would be sent now; undefined while that is not known. */
  request: () => WorkRequest | undefined;
  linksOf: (request: WorkRequest) => LinksOf | undefined;
  /** Called once when the run fails in this page. */
  onFailed: (error: unknown, stoppedAt: string | undefined) => void;
  /** Called once when it is over. */
  onDone: (endpoint: RegistryEndpoint) => void;
}

/** The run of one endpoint as its editor shows it: begun here, before a reload, or in another tab. */
export function useEditorRun(options: UseEditorRunOptions): CreateRun {
  const { endpointId } = options;
  const store = useWorkStore();
  const work = useWork(endpointId);
  const [ownRun, setOwnRun] = useState<string>();
  /** Another page began it with something else than what is typed here, which must not go with it. */
  const isForeign = ({ record: sent }: Work) => {
    if (sent.runId === ownRun) return false;
    const typed = options.request();
    return typed === undefined || !isSameWork(sent, typed);
  };
  const [followed, setFollowed] = useState<string>();
  const runId = work?.record.runId;
  // What was over before this page looked is none of its business.
  if (work !== undefined && work.status !== "done" && followed !== runId) setFollowed(runId);
  const isOver = work?.status === "done" && (followed !== runId || isForeign(work));
  const shown = isOver ? undefined : work;
  const { status = "idle", record, error } = shown ?? {};
  const created = status === "done" && record ? doneEndpoint(record, shown?.endpoint) : undefined;

  const onEnd = useEffectEvent(() => {
    if (created !== undefined) options.onDone(created);
    if (status === "failed" && error !== undefined) options.onFailed(error, record?.stoppedAt);
  });
  useEffect(() => {
    onEnd();
  }, [status, error, runId]);
  useEffect(() => {
    if (endpointId === "") return undefined;
    return store.attend(endpointId);
  }, [store, endpointId]);

  // Without the error itself it failed on an earlier page: that asked to sign in, and the person has.
  const isAnswered = record?.failure?.code === "SignInRequired" && error === undefined;
  const failure = isAnswered ? undefined : record?.failure;
  const request = status === "failed" ? options.request() : undefined;
  const isOtherNow = request !== undefined && record !== undefined && !isSameWork(record, request);
  return {
    ...(isOtherNow || shown === undefined
      ? { status: "idle", steps: [] }
      : { status, steps: record?.steps ?? [], failure }),
    created,
    isForeign: status === "running" && work !== undefined && isForeign(work),
    stopped: status === "failed" ? record : undefined,
    isLeftover: (endpoint) =>
      sameId(endpoint.id, endpointId) && record?.phase === "sent" && isLeftover(endpoint),
    isSent: record?.phase === "sent" || isEndpointDone(record),
    stop: work?.isElsewhere === true ? undefined : () => store.stop(endpointId),
    start: () => {
      const asked = options.request();
      const linksOf = asked && options.linksOf(asked);
      if (asked === undefined || linksOf === undefined || !store.start(asked, linksOf)) return;
      setOwnRun(store.snapshot().get(idKey(endpointId))?.record.runId);
    },
    abandon: () => {
      if (status !== "failed" || record === undefined) return;
      if (!hasMade(record.made) && !isStillUnderWay(record)) store.forget(record.id);
    },
  };
}

function doneEndpoint(
  { id, body }: WorkRequest,
  endpoint: RegistryEndpoint | undefined,
): RegistryEndpoint | undefined {
  return endpoint ?? (body && expectedEndpoint(id, body));
}
