import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ChainLink } from "../../lib/chain";
import type { LinksOf, WorkEnd, WorkLog, WorkStore } from "./work";
import type { WorkRequest } from "./work-record";
import { createWorkStore } from "./work-store";

const ID =
  "/subscriptions/1/resourceGroups/rg/providers/Microsoft.IoTOperations/instances/i/registryEndpoints/Acr";
const KEY = ID.toLowerCase();
const request: WorkRequest = { id: ID, kind: "create", values: { name: "Acr" } };

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
class Browser {
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

/** Links that wait until they are told to go on, and note what ran. */
function script() {
  const ran: string[] = [];
  const gates = new Map<string, Gate>();
  const link = (log: WorkLog, id: string): ChainLink => ({
    id,
    title: id,
    run: async () => {
      if (id === "endpoint" && log.earlier === "none") log.onSend();
      ran.push(id === "endpoint" ? `endpoint ${log.earlier}` : id);
      const opening = gate();
      gates.set(id, opening);
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

async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(10);
}

function statusOf(store: WorkStore): string {
  const work = store.snapshot().get(KEY);
  return work === undefined ? "nothing" : `${work.status}${work.isElsewhere ? " elsewhere" : ""}`;
}

const GRACE_MS = 6_000;
let browser: Browser;
beforeEach(() => {
  vi.useFakeTimers();
  browser = new Browser();
});
afterEach(() => vi.useRealTimers());

describe("work", () => {
  it("runs once, tells its end once and leaves no record", async () => {
    const { store, ends } = browser.open("a");
    const { ran, linksOf, pass } = script();
    expect(store.start(request, linksOf)).toBe(true);
    expect(store.start({ ...request, id: KEY }, linksOf)).toBe(false);
    await settle();
    for (const id of ["secret", "endpoint", "after"]) await pass(id);
    expect(ran).toEqual(["secret", "endpoint none", "after"]);
    expect(ends.map(({ status }) => status)).toEqual(["done"]);
    expect(browser.entries.size).toBe(0);
  });

  it("goes on from the link that failed, and from the start when something was changed", async () => {
    const { store, ends } = browser.open("a");
    const { ran, linksOf, pass, fail } = script();
    store.start(request, linksOf);
    await settle();
    await pass("secret");
    await fail("endpoint");
    expect(ends.at(-1)?.record.failure?.message).toBe("refused");
    store.start(request, linksOf);
    await settle();
    expect(ran.at(-1)).toBe("endpoint ended");
    await fail("endpoint");
    store.start({ ...request, values: { name: "other" } }, linksOf);
    await settle();
    expect(ran.at(-1)).toBe("secret");
  });

  it("goes on by itself after a reload of its tab", async () => {
    const before = browser.open("a");
    const first = script();
    before.store.start(request, first.linksOf);
    await settle();
    before.close();
    const { store } = browser.open("a");
    const second = script();
    store.follow(() => Promise.resolve(second.linksOf));
    await settle();
    expect(second.ran).toEqual(["secret"]);
    await second.pass("secret");
    expect(statusOf(store)).toBe("running");
  });

  it("is followed by another tab as far as it was sent, and asks before the rest", async () => {
    const before = browser.open("a");
    const first = script();
    before.store.start(request, first.linksOf);
    await settle();
    await first.pass("secret");
    before.close();
    const { store, ends } = browser.open("b");
    const second = script();
    store.follow(() => Promise.resolve(second.linksOf));
    await vi.advanceTimersByTimeAsync(GRACE_MS);
    expect(second.ran).toEqual(["endpoint unanswered"]);
    await second.pass("endpoint");
    expect(statusOf(store)).toBe("failed");
    expect(ends[0]?.record).toMatchObject({ isInterrupted: true, stoppedAt: "after" });

    store.start(request, second.linksOf);
    await settle();
    expect(second.ran.at(-1)).toBe("after");
    await second.pass("after");
    expect(statusOf(store)).toBe("done");
  });

  it("asks another tab before it sends anything", async () => {
    const before = browser.open("a");
    before.store.start(request, script().linksOf);
    await settle();
    before.close();
    const { store, ends } = browser.open("b");
    const { ran, linksOf } = script();
    store.follow(() => Promise.resolve(linksOf));
    await vi.advanceTimersByTimeAsync(GRACE_MS);
    expect(ran).toEqual([]);
    expect(ends).toHaveLength(1);
    expect(ends[0]?.record.failure?.title).toBe("Creation of “Acr” stopped at “secret”");
  });

  it("shows in other tabs, which start nothing and hear of the end", async () => {
    const one = browser.open("a");
    const other = browser.open("b");
    const { linksOf, pass } = script();
    other.store.follow(() => Promise.resolve(script().linksOf));
    one.store.start(request, linksOf);
    await settle();
    expect(statusOf(other.store)).toBe("running elsewhere");
    expect(other.store.start(request, linksOf)).toBe(false);
    for (const id of ["secret", "endpoint", "after"]) await pass(id);
    expect(statusOf(other.store)).toBe("done elsewhere");
    expect(other.ends).toHaveLength(1);
    expect(one.ends).toHaveLength(1);
  });

  it("lets its own tab come back from a reload while another waits", async () => {
    const before = browser.open("a");
    const other = browser.open("b");
    other.store.follow(() => Promise.resolve(script().linksOf));
    before.store.start(request, script().linksOf);
    await settle();
    before.close();
    await settle();
    const { store } = browser.open("a");
    const { ran, linksOf } = script();
    store.follow(() => Promise.resolve(linksOf));
    await vi.advanceTimersByTimeAsync(GRACE_MS);
    expect(ran).toEqual(["secret"]);
    expect(statusOf(other.store)).toBe("running elsewhere");
    expect(other.ends).toEqual([]);
  });

  it("does not come back to the storage after signing out", async () => {
    const { store } = browser.open("a");
    const { linksOf, pass } = script();
    store.start(request, linksOf);
    await settle();
    browser.entries.clear();
    await pass("secret");
    expect(browser.entries.size).toBe(0);
  });

  it("takes unreadable records for none", async () => {
    browser.entries.set(`rep.work.ada:${KEY}`, '{"id":5}');
    const { store } = browser.open("a");
    store.follow(() => Promise.resolve(script().linksOf));
    await settle();
    expect(statusOf(store)).toBe("nothing");
  });
});
