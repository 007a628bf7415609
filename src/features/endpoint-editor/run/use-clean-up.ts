import { useRef, useState } from "react";
import { describeFailure } from "../../../azure/http/describe-failure";
import { isUnderWay } from "../../../azure/http/operations/provisioning-state";
import { nameOf, parseResourceId } from "../../../azure/resource-id";
import { runChain, waitingChain, type ChainLink, type ChainStatus } from "../../../lib/chain";
import type { Failure } from "../../../lib/failure";
import { progressText } from "../../../lib/progress-text";
import { useAzure } from "../../../queries/azure-context";
import { findEndpoint } from "../../../queries/endpoint-lookup";
import { deleteEndpoint, useEndpointWriter } from "../../../queries/endpoint-writes";
import { useSecretSyncsChanged } from "../../../queries/secret-sync";
import { useWorkStore } from "../../../queries/work/use-work";
import type { WorkRecord } from "../../../queries/work/work-record";
import { cleanUpLinks } from "../../secrets";
import { isLeftover } from "./create-links";
import type { EditorWriter } from "./editor-links";

export interface CleanUpRun {
  status: "idle" | "running" | "failed" | "done";
  /** What goes, and how far that is. */
  steps: ChainStatus[];
  failure?: Failure;
  start: () => void;
}

/** Why nothing was done here. */
const NOT_DONE: Record<"busy" | "over", Failure> = {
  busy: {
    title: "Nothing was cleaned up here",
    message: "Another tab is at it, or goes on with what had stopped.",
    nextStep: "See how it goes there; try again when that has ended.",
    canRetry: true,
  },
  over: {
    title: "Nothing is left to clean up",
    message: "What had stopped was finished or cleaned up in another tab.",
    nextStep: "Close this.",
    canRetry: false,
  },
};

/** Takes back what a stopped run made, then forgets the run. Can be repeated from where it failed. */
export function useCleanUp(record: WorkRecord): CleanUpRun {
  const azure = useAzure();
  const writer = useEndpointWriter();
  const store = useWorkStore();
  const secretSyncsChanged = useSecretSyncsChanged();
  const [attempt, setAttempt] = useState<Omit<CleanUpRun, "start">>();
  const isRunning = useRef(false);
  const planned = waitingChain(linksOf({ ...writer, azure }, record));

  async function run(): Promise<void> {
    const outcome = await store.takeBack(record.id, cleanUp);
    if (outcome === "ended") return;
    setAttempt({ status: "failed", steps: planned, failure: NOT_DONE[outcome] });
  }

  /** True if all of it went. It is given what the run has made by now. */
  async function cleanUp(now: WorkRecord): Promise<boolean> {
    const links = linksOf({ ...writer, azure }, now);
    let steps = waitingChain(links);
    setAttempt({ status: "running", steps });
    const { failedAt, error } = await runChain(links, {
      signal: new AbortController().signal,
      onChange: (statuses) => {
        steps = statuses;
        setAttempt({ status: "running", steps });
      },
    });
    secretSyncsChanged();
    if (failedAt === undefined) {
      setAttempt({ status: "done", steps });
      return true;
    }
    const failure = describeFailure(error, "Not everything could be cleaned up");
    setAttempt({ status: "failed", steps, failure });
    return false;
  }

  return {
    status: "idle",
    steps: planned,
    ...attempt,
    start: () => {
      if (isRunning.current) return;
      isRunning.current = true;
      void run().finally(() => {
        isRunning.current = false;
      });
    },
  };
}

/** The endpoint first, if it was left behind: it refers to the secret. */
function linksOf(writer: EditorWriter, record: WorkRecord): ChainLink[] {
  const { id, kind, phase, made, secret } = record;
  const instanceId = parseResourceId(id)?.parentId ?? "";
  return [
    ...(kind === "create" && phase === "sent" ? [leftoverLink(writer, id)] : []),
    ...cleanUpLinks(writer.azure, { instanceId, secretRef: secret?.secretRef ?? "", ...made }),
  ];
}

function leftoverLink(writer: EditorWriter, id: string): ChainLink {
  const name = nameOf(id);
  return {
    id: "endpoint",
    title: `Delete the registry endpoint ${name}, if it was left behind in failure`,
    run: async ({ signal, onProgress }) => {
      const found = await findEndpoint(writer.azure, id, signal);
      if (found === null) return onProgress("Nothing was left behind.");
      if (!isLeftover(found) && !isUnderWay(found.properties.provisioningState)) {
        throw new Error(`“${name}” exists and works: it is not deleted here.`);
      }
      await deleteEndpoint(
        writer,
        { id, earlier: "none", onSend: () => undefined },
        { signal, onProgress: (progress) => onProgress(progressText(progress)) },
      );
    },
  };
}
