import type { RegistryEndpoint } from "../../../azure/iot-operations/registry-endpoint";
import type { Failure } from "../../../lib/failure";
import type { ProgressStepsProps } from "../../../ui/progress-steps";

/** Where the creation is; `steps` keeps every status, also after a failure. */
export interface CreateRun {
  status: "idle" | "running" | "failed" | "done";
  steps: ProgressStepsProps["steps"];
  failure?: Failure;
  created?: RegistryEndpoint;
  /** True if an earlier attempt from this page left the endpoint behind in failure: it may be replaced. */
  isLeftover: (endpoint: RegistryEndpoint) => boolean;
  /** Begins, or goes on from the link that failed if nothing was changed since. */
  start: () => void;
}
