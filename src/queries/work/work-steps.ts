import { waitingChain, type ChainLink, type ChainStatus } from "../../lib/chain";
import type { MadeByWork } from "./work-record";

/** The links before and at `from`: the only ones that may run without asking. */
export function linksUpTo(links: ChainLink[], from: string | undefined): ChainLink[] {
  return links.slice(0, links.findIndex(({ id }) => id === from) + 1);
}

/** The statuses of a chain that may run in part only, with those of the links that do not. */
export function withRest(steps: ChainStatus[], links: ChainLink[]): ChainStatus[] {
  return [...steps, ...waitingChain(links.slice(steps.length))];
}

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
