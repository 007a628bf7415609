import type { RegistryEndpoint } from "../../../azure/iot-operations/registry-endpoint";
import type { Failure } from "../../../lib/failure";
import type { WorkRecord } from "../../../queries/work/work-record";
import type { ProgressStepsProps } from "../../../ui/progress-steps";

/** Where the creation is; `steps` keeps every status, also after a failure. */
export interface CreateRun {
  status: "idle" | "running" | "failed" | "done";
  steps: ProgressStepsProps["steps"];
  failure?: Failure;
  created?: RegistryEndpoint;
  /** Present after it has stopped: what can be cleaned up. */
  stopped?: WorkRecord;
  /** True if an earlier attempt of ours left the endpoint behind in failure: it may be replaced. */
  isLeftover: (endpoint: RegistryEndpoint) => boolean;
  /** The endpoint's own write has left, or may have. */
  isSent: boolean;
  /** Stops what is under way; absent where another tab runs it. */
  stop?: () => void;
  /** Under way with something else than what is typed here: another page began it. */
  isForeign: boolean;
  /** Begins, or goes on from the link that failed if nothing was changed since. */
  start: () => void;
  /** Drops a stopped run that made nothing, because the person leaves it. */
  abandon: () => void;
}
