/**
 * The local Azure's time. It runs with the machine's clock until it is frozen or advanced, and it is
 * the only source of time in the emulator, so a test can move hours ahead without waiting.
 */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** The current time as Azure writes it, for example `2026-11-21T08:00:00.000Z`. */
  iso(): string;
  /** Moves time ahead by `ms`, running everything that falls due on the way, in order of time. */
  advance(ms: number): void;
  /** Stops time at the current moment, until `run`. `advance` still moves it. */
  freeze(): void;
  run(): void;
  /** Calls `action` once time reaches `at`; the returned function cancels. Actions run on `settle` or `advance`. */
  schedule(at: number, action: () => void): () => void;
  /** Runs what has fallen due. The HTTP layer calls it before each request. */
  settle(): void;
  /** Back to the machine's time with nothing scheduled. */
  reset(): void;
}

/** How a clock differs from the machine's. */
export interface ClockTime {
  offset: number;
  frozenAt?: number;
}

interface Scheduled {
  at: number;
  order: number;
  action: () => void;
}

/** Creates a clock on `machineNow` (milliseconds, the machine's clock by default) that goes on where `kept` says. */
export function createClock(
  machineNow: () => number = Date.now,
  kept = new Map<string, ClockTime>(),
): Clock {
  let { offset, frozenAt }: ClockTime = kept.get("time") ?? { offset: 0 };
  let order = 0;
  let scheduled: Scheduled[] = [];

  const now = () => frozenAt ?? machineNow() + offset;

  const keep = () => kept.set("time", { offset, frozenAt });

  const setNow = (time: number) => {
    if (frozenAt !== undefined) frozenAt = time;
    else offset = time - machineNow();
    keep();
  };

  const takeDue = (until: number): Scheduled | undefined => {
    let next: Scheduled | undefined;
    for (const item of scheduled) {
      if (item.at > until) continue;
      if (!next || item.at < next.at || (item.at === next.at && item.order < next.order))
        next = item;
    }
    if (next) scheduled = scheduled.filter((item) => item !== next);
    return next;
  };

  return {
    now,
    iso: () => new Date(now()).toISOString(),
    advance(ms) {
      const target = now() + ms;
      for (let due = takeDue(target); due; due = takeDue(target)) {
        if (due.at > now()) setNow(due.at);
        due.action();
      }
      setNow(Math.max(target, now()));
    },
    freeze() {
      frozenAt ??= now();
      keep();
    },
    run() {
      if (frozenAt === undefined) return;
      const at = frozenAt;
      frozenAt = undefined;
      offset = at - machineNow();
      keep();
    },
    schedule(at, action) {
      const item = { at, order: order++, action };
      scheduled.push(item);
      return () => {
        scheduled = scheduled.filter((other) => other !== item);
      };
    },
    settle() {
      for (let due = takeDue(now()); due; due = takeDue(now())) due.action();
    },
    reset() {
      offset = 0;
      frozenAt = undefined;
      scheduled = [];
      keep();
    },
  };
}
