import { vi } from "vitest";
import type { ChainLink } from "../../../lib/chain";
import type { LinksOf, WorkEnd, WorkLog } from "../work";
import { createWorkStore } from "../work-store";

interface Gate {
  promise: Promise<void>;
  resolve: () => void;
  reject: (error: Error) => void;
}

function gate(): Gate {
  let resolve: () => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

/** What the tabs of one browser share. */
export class Browser {
  readonly entries = new Map<string, string>();
  readonly #tabs = new Map<
    string,
    Set<(change: { key: string; newValue: string | null }) => void>
  >();
  readonly #held = new Map<string, Promise<unknown>>();
  #count = 0;

  /** Opens a tab; `close` takes its lock away, in the middle of whatever it does. */
  open(tabId: string) {
    const listeners = new Set<(change: { key: string; newValue: string | null }) => void>();
    const closing = gate();
    this.#tabs.set(tabId, listeners);
    let isOpen = true;
    const tell = (key: string, newValue: string | null) => {
      for (const [other, others] of this.#tabs) {
        if (other !== tabId) for (const listener of others) listener({ key, newValue });
      }
    };
    const request = async (
      name: string,
      options: LockOptions,
      work: (lock: Lock | null) => unknown,
    ) => {
      while (this.#held.has(name)) {
        if (options.ifAvailable === true) return work(null);
        await this.#held.get(name);
      }
      if (!isOpen) return new Promise(() => undefined);
      const release = gate();
      this.#held.set(name, release.promise);
      await Promise.race([work({ name, mode: "exclusive" }), closing.promise]);
      this.#held.delete(name);
      release.resolve();
    };
    const { entries } = this;
    const store = createWorkStore({
      storage: {
        get length() {
          return entries.size;
        },
        key: (index) => [...entries.keys()][index] ?? null,
        getItem: (key) => entries.get(key) ?? null,
        setItem: (key, value) => {
          if (!isOpen || entries.get(key) === value) return;
          entries.set(key, value);
          tell(key, value);
        },
        removeItem: (key) => {
          if (isOpen && entries.delete(key)) tell(key, null);
        },
      },
      locks: { request: request as LockManager["request"] },
      tabId,
      accountId: "ada",
      newId: () => `run-${(this.#count += 1)}`,
      now: () => Date.now(),
      onStorage: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    });
    const ends: WorkEnd[] = [];
    store.onEnd((end) => ends.push(end));
    const close = () => {
      isOpen = false;
      this.#tabs.delete(tabId);
      closing.resolve();
    };
    return { store, ends, close };
  }
}

/**
 * Links that wait until they are told to go on, and note what ran. What is held back does not leave; what
 * is there already need not be written.
 */
export function script({ isHeldBack = false, there = [] as string[] } = {}) {
  const ran: string[] = [];
  const gates = new Map<string, Gate>();
  const link = (log: WorkLog, id: string): ChainLink => ({
    id,
    title: id,
    run: async ({ signal }) => {
      if (id !== "endpoint") {
        if (!there.includes(id)) log.onSend();
      } else if (log.earlier === "none") {
        log.onSend();
        if (!isHeldBack) log.onFlight(true);
      }
      ran.push(id === "endpoint" ? `endpoint ${log.earlier}` : id);
      const opening = gate();
      gates.set(id, opening);
      signal.addEventListener("abort", () => opening.reject(new DOMException("", "AbortError")));
      await opening.promise;
      if (id === "endpoint") log.onWritten();
    },
  });
  const linksOf: LinksOf = (log) => ["secret", "endpoint", "after"].map((id) => link(log, id));
  return {
    ran,
    linksOf,
    pass: async (id: string) => {
      gates.get(id)?.resolve();
      await settle();
    },
    fail: async (id: string) => {
      gates.get(id)?.reject(new Error("refused"));
      await settle();
    },
  };
}

/** Lets everything that waits for nothing but its turn go on. */
export async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(10);
}
