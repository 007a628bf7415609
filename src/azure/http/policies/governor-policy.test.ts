import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { governedServer, type Reply } from "../../testing/governed-server";
import { inVirtualTime, startVirtualTime } from "../../testing/virtual-time";
import type { SlowDown } from "../traffic/traffic";
import type { HttpMethods } from "@azure/core-rest-pipeline";

const QUERY_PATH = "/providers/Microsoft.ResourceGraph/resources";

beforeEach(startVirtualTime);
afterEach(() => vi.useRealTimers());

const throttled = (seconds?: number): Reply => ({
  status: 429,
  headers: seconds === undefined ? {} : { "retry-after": String(seconds) },
});

const untilDone = <Result>(work: Promise<Result>[]) => inVirtualTime(Promise.allSettled(work));

describe("a kind of calls as a whole", () => {
  test("waits until Retry-After, and nothing arrives early", async () => {
    const { arrivals, send } = governedServer((_, earlier) =>
      earlier.length === 2 ? throttled(7) : { takesMs: 100 },
    );
    const start = Date.now();
    const paths = Array.from({ length: 40 }, (_, index) => `/${index}`);
    const results = await untilDone(paths.map((path) => send(path)));
    expect(results.map((result) => result.status)).not.toContain("rejected");
    const [first, ...later] = arrivals.slice(8);
    expect(first?.at).toBeGreaterThanOrEqual(start + 7_000);
    expect(later.every(({ at }) => at >= start + 7_000)).toBe(true);
    expect(arrivals).toHaveLength(41);
  });

  test("is throttled apart from the others", async () => {
    const { arrivals, send } = governedServer(({ path }, earlier) =>
      path === QUERY_PATH && earlier.length === 0 ? throttled(30) : {},
    );
    const start = Date.now();
    await untilDone([
      send(QUERY_PATH, { method: "POST" }),
      send("/a"),
      send("/b", { method: "PUT" }),
    ]);
    expect(arrivals.map(({ at }) => at - start)).toEqual([0, 0, 0, 30_000]);
    expect(arrivals[3]?.path).toBe(QUERY_PATH);
  });

  test("without Retry-After waits 1, 2 and 4 seconds and a little, then the call fails", async () => {
    const { arrivals, send } = governedServer(() => throttled());
    const response = await inVirtualTime(send("/a"));
    expect(response.status).toBe(429);
    const waits = arrivals.slice(1).map(({ at }, index) => at - (arrivals[index]?.at ?? 0));
    expect(waits).toHaveLength(3);
    for (const [index, wait] of waits.entries()) {
      expect(wait).toBeGreaterThanOrEqual(1_000 * 2 ** index);
      expect(wait).toBeLessThanOrEqual(1_250 * 2 ** index + 1);
    }
  });

  test("never waits longer than 64 seconds of its own accord", async () => {
    const { arrivals, send } = governedServer(() => throttled());
    await untilDone(Array.from({ length: 24 }, (_, index) => send(`/${index}`)));
    const gaps = arrivals.slice(1).map(({ at }, index) => at - (arrivals[index]?.at ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(64_000);
    expect(arrivals).toHaveLength(24 * 4);
  });

  test("begins with a short wait again once Azure has answered", async () => {
    const { arrivals, send } = governedServer((_, { length }) =>
      length === 3 ? {} : length < 6 ? throttled() : {},
    );
    await inVirtualTime(send("/a"));
    await inVirtualTime(send("/b"));
    const wait = (arrivals[5]?.at ?? 0) - (arrivals[4]?.at ?? 0);
    expect(wait).toBeLessThanOrEqual(1_250);
  });

  test("sends nothing while Azure wants it to wait for minutes, and says so at once", async () => {
    const { arrivals, send } = governedServer(() => throttled(600));
    const [first, second] = await untilDone([send("/a"), send("/b")]);
    expect(first).toMatchObject({ value: { status: 429 } });
    expect(second).toMatchObject({ value: { status: 429 } });
    await expect(send("/c")).rejects.toMatchObject({
      status: 429,
      code: "TooManyRequests",
      retryAfterSeconds: 600,
    });
    expect(arrivals).toHaveLength(2);
  });

  test("holds the next query back when the quota is used up", async () => {
    const { arrivals, send } = governedServer((_, { length }) => ({
      headers: {
        "x-ms-user-quota-remaining": String(Math.max(0, 1 - length)),
        "x-ms-user-quota-resets-after": "00:00:05",
      },
    }));
    const start = Date.now();
    for (let page = 0; page < 3; page += 1) {
      await inVirtualTime(send(QUERY_PATH, { method: "POST" }));
    }
    expect(arrivals.map(({ at }) => at - start)).toEqual([0, 0, 5_000]);
  });

  test("sweeps leave the last queries of the quota to a person", async () => {
    const { send } = governedServer((_, { length }) => ({
      headers: {
        "x-ms-user-quota-remaining": String(Math.max(0, 4 - length)),
        "x-ms-user-quota-resets-after": "00:00:05",
      },
    }));
    const start = Date.now();
    const sentAt = async (isBackground: boolean) => {
      await send(QUERY_PATH, { method: "POST", isBackground });
      return Date.now() - start;
    };
    for (let page = 0; page < 2; page += 1) {
      expect(await inVirtualTime(sentAt(true))).toBe(0);
    }
    const both = Promise.all([sentAt(true), sentAt(false)]);
    expect(await inVirtualTime(both)).toEqual([5_000, 0]);
  });
});

describe("places", () => {
  test("few calls are under way at a time, and background calls leave room for a person's", async () => {
    const { send, arrivals, mostUnderWay } = governedServer(() => ({ takesMs: 1_000 }));
    const sweep = Array.from({ length: 30 }, (_, i) => send(`/sweep-${i}`, { isBackground: true }));
    const start = Date.now();
    const all = [...sweep, send("/person-1"), send("/person-2"), send("/person-3")];
    await untilDone(all);
    const when = (path: string) => arrivals.find((one) => one.path === path)?.at;
    expect(when("/person-1")).toBe(start);
    expect(when("/person-2")).toBe(start);
    expect(when("/person-3")).toBe(start + 1_000);
    expect(arrivals.filter(({ at }) => at === start)).toHaveLength(8);
    expect(mostUnderWay()).toBe(8);
  });

  test("after a slow-down a person's calls go first", async () => {
    const { send, arrivals } = governedServer((_, { length }) =>
      length === 0 ? throttled(3) : { takesMs: 50 },
    );
    const first = send("/first", { isBackground: true });
    await vi.advanceTimersByTimeAsync(10);
    const sweep = Array.from({ length: 8 }, (_, i) => send(`/sweep-${i}`, { isBackground: true }));
    await untilDone([first, ...sweep, send("/person")]);
    expect(arrivals[1]?.path).toBe("/person");
  });
});

describe("what is sent again", () => {
  const cases: [HttpMethods, string, Reply, number][] = [
    ["GET", "/a", { status: 429 }, 2],
    ["GET", "/a", { status: 500 }, 2],
    ["GET", "/a", { isBroken: true }, 2],
    ["GET", "/a", { status: 501 }, 1],
    ["GET", "/a", { status: 404 }, 1],
    ["GET", "/a", { body: '{"value": [{"name": "a}' }, 2],
    ["GET", "/a", { body: '{"value": [{"name": "a"}' }, 2],
    ["GET", "/a", { body: "<html>" }, 1],
    ["POST", QUERY_PATH, { status: 500 }, 2],
    ["POST", QUERY_PATH.toUpperCase(), { status: 429 }, 2],
    ["POST", `${QUERY_PATH}/other`, { status: 429 }, 1],
    ["POST", "/a/listKeys", { status: 429, headers: { "retry-after": "1" } }, 1],
    ["PUT", "/a", { status: 429 }, 2],
    ["PUT", "/a", { status: 503, headers: { "retry-after": "1" } }, 2],
    ["PUT", "/a", { status: 503 }, 1],
    ["PUT", "/a", { status: 500 }, 1],
    ["PUT", "/a", { isBroken: true }, 1],
    ["PUT", "/a", { body: '{"cut' }, 1],
    ["PATCH", "/a", { status: 429 }, 2],
    ["DELETE", "/a", { status: 429 }, 2],
    ["DELETE", "/a", { status: 500 }, 1],
  ];

  test.each(cases)("%s %s after %o: sent %i times", async (method, path, reply, times) => {
    const { send, arrivals } = governedServer((_, { length }) => (length === 0 ? reply : {}));
    await untilDone([send(path, { method })]);
    expect(arrivals).toHaveLength(times);
  });

  test("a read that was cut off is repeated once only", async () => {
    const { send, arrivals } = governedServer(() => ({ body: '{"cut' }));
    await untilDone([send("/a")]);
    expect(arrivals).toHaveLength(2);
  });
});

describe("stopping", () => {
  test.each([
    ["for Retry-After", throttled(60)],
    ["after a server error", { status: 500 }],
  ])("a call that waits %s stops at once", async (_, reply) => {
    const { send, arrivals, traffic } = governedServer(() => reply);
    const controller = new AbortController();
    const start = Date.now();
    setTimeout(() => controller.abort(), 500);
    const [result] = await untilDone([send("/a", { signal: controller.signal })]);
    expect(result?.status).toBe("rejected");
    expect(Date.now() - start).toBe(500);
    expect(arrivals).toHaveLength(1);
    await Promise.resolve();
    expect(traffic.snapshot()).toEqual([]);
  });

  test("a call that is stopped in the queue is never sent and leaves its place to others", async () => {
    const { send, arrivals } = governedServer(() => ({ takesMs: 1_000 }));
    const controller = new AbortController();
    const running = Array.from({ length: 8 }, (_, index) => send(`/${index}`));
    const stopped = send("/stopped", { signal: controller.signal });
    controller.abort();
    await untilDone([...running, stopped, send("/next")]);
    expect(arrivals.map(({ path }) => path)).not.toContain("/stopped");
    expect(arrivals.at(-1)?.path).toBe("/next");
  });
});

describe("what a page can show", () => {
  test("when calls go on, until Azure answers again", async () => {
    const { send, traffic } = governedServer((_, { length }) => (length === 0 ? throttled(7) : {}));
    const seen: (readonly SlowDown[])[] = [];
    traffic.subscribe(() => seen.push(traffic.snapshot()));
    const start = Date.now();
    await untilDone([send("/a"), send("/b")]);
    expect(seen).toEqual([[{ kind: "reads", why: "throttled", goesOnAt: start + 7_000 }], []]);
  });

  test("that Azure asked for nothing, but is unavailable", async () => {
    const { send, traffic } = governedServer((_, { length }) =>
      length === 0 ? { ...throttled(7), status: 503 } : {},
    );
    const seen: (readonly SlowDown[])[] = [];
    traffic.subscribe(() => seen.push(traffic.snapshot()));
    await untilDone([send("/a")]);
    expect(seen[0]).toMatchObject([{ kind: "reads", why: "unavailable" }]);
  });

  test("that it is unavailable also when what was under way is answered meanwhile", async () => {
    const { send, traffic } = governedServer((_, { length }) => {
      if (length === 0) return { ...throttled(7), status: 503 };
      return length === 1 ? { takesMs: 1_000 } : {};
    });
    const seen: string[] = [];
    traffic.subscribe(() => seen.push(...traffic.snapshot().map(({ why }) => why)));
    await untilDone([send("/a"), send("/b"), send("/c", {})]);
    expect(new Set(seen)).toEqual(new Set(["unavailable"]));
  });

  test("nothing for a wait of a second", async () => {
    const { send, traffic } = governedServer((_, { length }) => (length === 0 ? throttled() : {}));
    const onChange = vi.fn();
    traffic.subscribe(onChange);
    await untilDone([send("/a")]);
    expect(onChange).not.toHaveBeenCalled();
  });

  test("one slow-down through several tries, without a gap", async () => {
    const { send, traffic } = governedServer((_, { length }) =>
      length < 3 ? { ...throttled(5), takesMs: 200 } : {},
    );
    const seen: number[] = [];
    traffic.subscribe(() => seen.push(traffic.snapshot().length));
    await untilDone([send("/a")]);
    expect(seen.slice(0, -1)).not.toContain(0);
    expect(seen.at(-1)).toBe(0);
  });
});

test("whatever the server answers, it is left alone as long as it asks", async () => {
  const reply = fc.oneof(
    { weight: 3, arbitrary: fc.constant<Reply>({}) },
    fc.integer({ min: 1, max: 30 }).map(throttled),
    fc.constant<Reply>({ status: 500 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(reply, { maxLength: 30 }), async (replies) => {
      const left = [...replies];
      let closedUntil = 0;
      let early = 0;
      const { send } = governedServer(({ at }) => {
        if (at < closedUntil) early += 1;
        const next = left.shift() ?? {};
        const seconds = Number(next.headers?.["retry-after"] ?? 0);
        closedUntil = Math.max(closedUntil, at + seconds * 1_000);
        return next;
      });
      for (let index = 0; index < 12; index += 1) {
        // One after the other: what was already under way cannot be called back.
        await untilDone([send(`/${index}`, { isBackground: index % 2 === 0 })]);
      }
      expect(early).toBe(0);
    }),
    { numRuns: 60 },
  );
});
