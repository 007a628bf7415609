/** Where a reading waits while it is paused. */
export interface Gate {
  isClosed(): boolean;
  close(): void;
  open(): void;
  /**
   * Resolves while the gate is open, else as soon as it opens.
   * @throws the signal's reason as soon as it is aborted
   */
  passed(signal: AbortSignal): Promise<void>;
}

/** Creates an open gate. */
export function createGate(): Gate {
  const waiting = new Set<() => void>();
  let isClosed = false;
  return {
    isClosed: () => isClosed,
    close() {
      isClosed = true;
    },
    open() {
      isClosed = false;
      for (const goOn of [...waiting]) goOn();
    },
    async passed(signal) {
      signal.throwIfAborted();
      while (isClosed) {
        await new Promise<void>((resolve) => {
          const goOn = () => {
            waiting.delete(goOn);
            signal.removeEventListener("abort", goOn);
            resolve();
          };
          waiting.add(goOn);
          signal.addEventListener("abort", goOn, { once: true });
        });
        signal.throwIfAborted();
      }
    },
  };
}
