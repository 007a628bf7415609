import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Browser, script, settle } from "./testing/browser";
import type { WorkStore } from "./work";
import type { WorkRequest } from "./work-record";

const ID =
  "/subscriptions/1/resourceGroups/rg/providers/Microsoft.IoTOperations/instances/i/registryEndpoints/Acr";
const KEY = ID.toLowerCase();
const request: WorkRequest = { id: ID, kind: "create", values: { name: "Acr" } };

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

  it.each([
    { isHeldBack: true, says: "Nothing of the endpoint itself was sent to Azure.", next: "none" },
    { isHeldBack: false, says: "Its request had left already", next: "ended" },
  ])("stops at once and says what was sent: $says", async ({ isHeldBack, says, next }) => {
    const { store, ends } = browser.open("a");
    const { ran, linksOf, pass } = script({ isHeldBack });
    store.start(request, linksOf);
    await settle();
    await pass("secret");
    store.stop(KEY);
    await settle();
    expect(statusOf(store)).toBe("failed");
    expect(ends[0]?.record.failure?.message).toContain(says);
    store.start(request, linksOf);
    await settle();
    expect(ran).toEqual(["secret", "endpoint none", `endpoint ${next}`]);
  });

  it("was not sent once Azure has said that it did nothing, unless something was sent before", async () => {
    const { store } = browser.open("a");
    const phases: (string | undefined)[] = [];
    const note = () => phases.push(store.snapshot().get(KEY)?.record.phase);
    store.start(request, (log) => [
      {
        id: "endpoint",
        title: "endpoint",
        run: () => {
          for (const mayArrive of [true, false, true, true, false]) {
            log.onFlight(mayArrive);
            note();
          }
          return Promise.resolve();
        },
      },
    ]);
    await settle();
    expect(phases).toEqual(["sent", "preparing", "sent", "sent", "sent"]);
  });

  it("begins from the start after a clean-up that was cut short, and says so after a reload", async () => {
    const before = browser.open("a");
    const { linksOf, pass, fail } = script();
    before.store.start(request, linksOf);
    await settle();
    await pass("secret");
    await fail("endpoint");
    void before.store.takeBack(ID, () => new Promise(() => undefined));
    await settle();
    before.close();
    const { store } = browser.open("a");
    const again = script();
    store.follow(() => Promise.resolve(again.linksOf));
    await settle();
    expect(again.ran).toEqual([]);
    expect(store.snapshot().get(KEY)?.record.failure?.title).toBe(
      "Clean-up after “Acr” did not finish",
    );
    store.start(request, again.linksOf);
    await settle();
    expect(again.ran).toEqual(["secret"]);
  });

  it("leaves it to the tab that cleans up to say how that went", async () => {
    const one = browser.open("a");
    const other = browser.open("b");
    other.store.follow(() => Promise.resolve(script().linksOf));
    const { linksOf, pass, fail } = script();
    one.store.start(request, linksOf);
    await settle();
    await pass("secret");
    await fail("endpoint");
    expect(other.ends.map(({ status }) => status)).toEqual(["failed"]);
    let end: (isDone: boolean) => void = () => undefined;
    const cleanUp = () => new Promise<boolean>((resolve) => (end = resolve));
    const cleaned = one.store.takeBack(ID, cleanUp);
    const late = browser.open("c");
    late.store.follow(() => Promise.resolve(script().linksOf));
    await settle();
    expect(other.ends).toHaveLength(1);
    expect(other.store.snapshot().get(KEY)?.record.failure?.title).toContain(
      "is being cleaned up in another tab",
    );
    expect(late.ends).toEqual([]);
    expect(await other.store.takeBack(ID, cleanUp)).toBe("busy");
    // What is begun meanwhile does not stay half begun.
    other.store.start(request, linksOf);
    await settle();
    expect(statusOf(other.store)).toBe("failed");

    end(true);
    expect(await cleaned).toBe("ended");
    await settle();
    expect(late.ends).toEqual([]);
    expect([one, other, late].map(({ store }) => statusOf(store))).toEqual(
      Array.from({ length: 3 }, () => "nothing"),
    );
    expect(await other.store.takeBack(ID, cleanUp)).toBe("over");
  });

  it("tells what is left of a clean-up whose tab was closed, once it is", async () => {
    const one = browser.open("a");
    const { linksOf, pass, fail } = script();
    one.store.start(request, linksOf);
    await settle();
    await pass("secret");
    await fail("endpoint");
    void one.store.takeBack(ID, () => new Promise(() => undefined));
    const late = browser.open("c");
    late.store.follow(() => Promise.resolve(script().linksOf));
    await settle();
    expect(late.ends).toEqual([]);
    one.close();
    await settle();
    expect(late.ends[0]?.record.failure?.title).toBe("Clean-up after “Acr” did not finish");
  });

  it("follows in another tab what has reached Azure, and asks before the first that has not", async () => {
    const before = browser.open("a");
    before.store.start(request, script().linksOf);
    await settle();
    before.close();
    const { store, ends } = browser.open("b");
    const { ran, linksOf, pass } = script({ there: ["secret"] });
    store.follow(() => Promise.resolve(linksOf));
    await vi.advanceTimersByTimeAsync(GRACE_MS);
    expect(ran).toEqual(["secret"]);
    await pass("secret");
    expect(ran).toEqual(["secret"]);
    expect(ends[0]?.record).toMatchObject({ isInterrupted: true, stoppedAt: "endpoint" });
    expect(ends[0]?.record.failure?.message).toContain("Azure does not have this yet");
  });

  it("takes unreadable records for none", async () => {
    browser.entries.set(`rep.work.ada:${KEY}`, '{"id":5}');
    const { store } = browser.open("a");
    store.follow(() => Promise.resolve(script().linksOf));
    await settle();
    expect(statusOf(store)).toBe("nothing");
  });
});
