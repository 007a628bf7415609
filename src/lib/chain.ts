/** What a link is given while it runs. */
export interface ChainContext {
  signal: AbortSignal;
  /** Says in a few words what the link is doing, or at its end what it did. */
  onProgress(this: void, detail: string): void;
}

/** One call of an ordered chain. Running it again must do no harm: a retry runs it again. */
export interface ChainLink {
  id: string;
  title: string;
  /** Resolves when the link is done; rejects with what failed. */
  run(this: void, context: ChainContext): Promise<void>;
}

export type ChainLinkState = "waiting" | "running" | "done" | "failed";

/** Where a link stands: what a list of steps shows. */
export interface ChainStatus {
  id: string;
  title: string;
  status: ChainLinkState;
  /** The last thing that the link said. */
  detail?: string;
}

export interface ChainRunOptions {
  signal: AbortSignal;
  /** Called with the status of every link whenever one changes. */
  onChange?(this: void, statuses: ChainStatus[]): void;
  /** Id of the link to begin with, usually the one that failed before; those before it stay done. */
  from?: string;
  /** Statuses of the run before, so that what its links said is kept. */
  previous?: ChainStatus[];
}

/** Empty when every link is done. */
export interface ChainResult {
  failedAt?: string;
  error?: unknown;
}

/** The statuses of a chain before it runs. */
export function waitingChain(links: ChainLink[]): ChainStatus[] {
  return links.map(({ id, title }) => ({ id, title, status: "waiting" }));
}

/**
 * Runs the links in order, stops at the first that fails and keeps what the ones before it made. Never
 * rejects once it runs: an aborted run returns the link that it stopped at and the signal's reason.
 * Throws for a `from` that is none of the links.
 */
export async function runChain(
  links: ChainLink[],
  { signal, onChange, from, previous = [] }: ChainRunOptions,
): Promise<ChainResult> {
  const start = from === undefined ? 0 : links.findIndex((link) => link.id === from);
  if (start === -1) {
    throw new Error(`The chain has no link “${from ?? ""}”.`);
  }
  let statuses = waitingChain(links).map((status, index): ChainStatus => {
    const said = previous.find((earlier) => earlier.id === status.id)?.detail;
    return index < start ? { ...status, status: "done", detail: said } : status;
  });
  const update = (id: string, change: Partial<ChainStatus>) => {
    statuses = statuses.map((status) => (status.id === id ? { ...status, ...change } : status));
    onChange?.(statuses);
  };
  for (const link of links.slice(start)) {
    let isOver = false;
    try {
      signal.throwIfAborted();
      update(link.id, { status: "running" });
      const onProgress = (detail: string) => {
        if (!isOver) update(link.id, { detail });
      };
      await link.run({ signal, onProgress });
      isOver = true;
      update(link.id, { status: "done" });
    } catch (error) {
      isOver = true;
      update(link.id, { status: "failed" });
      return { failedAt: link.id, error };
    }
  }
  return {};
}
