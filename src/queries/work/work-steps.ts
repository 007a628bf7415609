import type { ChainStatus } from "../../lib/chain";
import type { MadeByWork } from "./work-record";

/** What a run made, with what it makes now. */
export function union(made: MadeByWork, more: Partial<MadeByWork>): MadeByWork {
  return {
    secretSync: made.secretSync || more.secretSync === true,
    entries: [...new Set([...made.entries, ...(more.entries ?? [])])],
    vaultSecrets: [...new Set([...made.vaultSecrets, ...(more.vaultSecrets ?? [])])],
  };
}

/** What failed is waiting again, before anything is announced of the new attempt. */
export function anew(step: ChainStatus): ChainStatus {
  return step.status === "failed" ? { ...step, status: "waiting" } : step;
}
