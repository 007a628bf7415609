import { useRef, useState } from "react";
import { describeFailure } from "../../../azure/http/describe-failure";
import { runChain, waitingChain, type ChainStatus } from "../../../lib/chain";
import type { Failure } from "../../../lib/failure";
import { useAzure } from "../../../queries/azure-context";
import { useDeleteEndpoint } from "../../../queries/registry-endpoints";
import { useSecretSyncsChanged } from "../../../queries/secret-sync";
import { useNotify } from "../../../ui/notifications";
import type { FoundSecretChain } from "../../secrets";
import { ENDPOINT_LINK, deleteLinks } from "./delete-links";

/** The endpoint as the confirmation names it. */
export interface EndpointToDelete {
  id: string;
  name: string;
  host: string;
  instanceId: string;
  instanceName: string;
}

interface Attempt {
  status: "idle" | "running" | "failed";
  steps: ChainStatus[];
  failedAt?: string;
  failure?: Failure;
}

export interface Deletion extends Attempt {
  /** The endpoint itself is gone, whatever became of its secret. */
  isEndpointGone: boolean;
  /** Begins, or goes on where it failed. Calls while it is under way are ignored. */
  start: (chain: FoundSecretChain | undefined) => void;
}

/** Runs the deletion once at a time, and says how it went; `onDone` is called when all of it worked. */
export function useDeletion(endpoint: EndpointToDelete, onDone: () => void): Deletion {
  const azure = useAzure();
  const deleteEndpoint = useDeleteEndpoint();
  const secretSyncsChanged = useSecretSyncsChanged();
  const notify = useNotify();
  const [attempt, setAttempt] = useState<Attempt>({ status: "idle", steps: [] });
  const isRunning = useRef(false);
  const chosenChain = useRef<FoundSecretChain>(undefined);

  async function run(chain: FoundSecretChain | undefined): Promise<void> {
    const links = deleteLinks({ azure, deleteEndpoint, endpointId: endpoint.id, chain });
    const isRetry = links.some(({ id }) => id === attempt.failedAt);
    let steps = isRetry ? attempt.steps : waitingChain(links);
    setAttempt({ status: "running", steps });
    const { failedAt, error } = await runChain(links, {
      // Azure goes on with what it has accepted, so there is nothing to abort.
      signal: new AbortController().signal,
      onChange: (statuses) => {
        steps = statuses;
        setAttempt({ status: "running", steps });
      },
      ...(isRetry ? { from: attempt.failedAt, previous: attempt.steps } : {}),
    });
    if (chain !== undefined) secretSyncsChanged();
    if (failedAt !== undefined) {
      const failure = describeFailure(error, failureTitle(endpoint, failedAt));
      setAttempt({ status: "failed", steps, failedAt, failure });
      return;
    }
    notify({
      intent: "success",
      title: `Registry endpoint “${endpoint.name}” deleted`,
      body: `From instance ${endpoint.instanceName}.`,
    });
    onDone();
  }

  return {
    ...attempt,
    isEndpointGone: attempt.steps.some(
      ({ id, status }) => id === ENDPOINT_LINK && status === "done",
    ),
    start: (chain) => {
      if (isRunning.current) return;
      isRunning.current = true;
      // A retry goes on with what was confirmed, whatever is found of it by then.
      if (attempt.status === "idle") chosenChain.current = chain;
      void run(chosenChain.current).finally(() => {
        isRunning.current = false;
      });
    },
  };
}

function failureTitle({ name }: EndpointToDelete, failedAt: string): string {
  return failedAt === ENDPOINT_LINK
    ? `“${name}” could not be deleted`
    : `“${name}” is deleted, but its synced secret could not be removed`;
}
