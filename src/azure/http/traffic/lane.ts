/** Who waits for a call: a person at the page, or a sweep that nobody watches. */
export type CallPriority = "interactive" | "background";

/** One call on its way, through all its tries. */
export interface LaneCall {
  readonly priority: CallPriority;
  readonly signal?: AbortSignal;
  /** Set by the lane. A call that is tried again goes before those that were never sent. */
  wasSent?: boolean;
}

/** Why Azure refused a call: too many came (429), or it cannot serve any for now (503). */
export type Refusal = "throttled" | "unavailable";

export interface LaneSize {
  /** Calls under way at a time. */
  places: number;
  /** How many of them may be background calls: the others are kept for a person. */
  backgroundPlaces: number;
}

/** The queue of all calls of one kind. Times are milliseconds. */
export interface Lane {
  /**
   * Waits for a place, and until Azure lets calls of this kind go on, and resolves with 0. Where that is
   * longer than anybody is left waiting, resolves at once with how long it is: the call may not be sent.
   * @throws DOMException `AbortError` as soon as the call is aborted
   */
  enter(call: LaneCall): Promise<number>;
  /** Gives the place back; once after each `enter` that resolved with 0. */
  leave(call: LaneCall): void;
  /** Azure refused a call: none goes on for `askedMs`, or without it for 1 → 2 → 4 … 64 seconds. */
  refused(why: Refusal, askedMs: number | undefined): void;
  /** Azure answered: what it refuses next begins with a short wait again. */
  answered(): void;
  /** Holds calls back because of what Azure said about the next one, though it refused none: all, or the sweeps. */
  holdBack(forMs: number, whose: "all" | "background"): void;
  /** When held back calls go on; undefined while nobody waits for longer than a moment. */
  goesOnAt(): number | undefined;
  /** Why calls are held back; `throttled` also where Azure refused none, but said so of the next. */
  refusal(): Refusal;
}

/** Asked to wait longer than this, a person is told instead of left waiting. */
const PATIENCE_MS = 120_000;
/** However long Azure asks, it is asked again after an hour. */
const LONGEST_HOLD_MS = 3_600_000;
/** A shorter wait is over before anybody has read that there is one. */
const NOTICEABLE_MS = 2_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 64_000;

/** 1 → 2 → 4 … 64 seconds after so many refusals, a little more each so that tabs do not come back all at once. */
export function backOff(refusals: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** refusals * (1 + Math.random() / 4), LONGEST_WAIT_MS);
}

/** Creates a lane; `onChange` is called whenever `goesOnAt` may have changed. */
export function createLane({ places, backgroundPlaces }: LaneSize, onChange: () => void): Lane {
  const waiting: { call: LaneCall; answer: (waitMs: number) => void }[] = [];
  const underWay = { interactive: 0, background: 0 };
  let opensAt = 0;
  /** Never before `opensAt`. */
  let backgroundOpensAt = 0;
  let heldFor = 0;
  let refusals = 0;
  let refusal: Refusal = "throttled";
  let timer: ReturnType<typeof setTimeout> | undefined;

  const countUnderWay = () => underWay.interactive + underWay.background;

  const waitOf = ({ priority }: LaneCall) =>
    (priority === "background" ? backgroundOpensAt : opensAt) - Date.now();

  const takeNext = () => {
    if (countUnderWay() >= places) return undefined;
    const isNext = (priority: CallPriority) =>
      waiting.findIndex(({ call }) => call.priority === priority && waitOf(call) <= 0);
    const interactive = isNext("interactive");
    if (interactive >= 0) return waiting.splice(interactive, 1)[0];
    const background = underWay.background < backgroundPlaces ? isNext("background") : -1;
    return background >= 0 ? waiting.splice(background, 1)[0] : undefined;
  };

  const admit = () => {
    clearTimeout(timer);
    for (const entry of [...waiting]) {
      const wait = waitOf(entry.call);
      if (wait <= PATIENCE_MS) continue;
      waiting.splice(waiting.indexOf(entry), 1);
      entry.answer(wait);
    }
    for (let next = takeNext(); next !== undefined; next = takeNext()) {
      underWay[next.call.priority] += 1;
      next.call.wasSent = true;
      next.answer(0);
    }
    const waits = waiting.map(({ call }) => waitOf(call)).filter((wait) => wait > 0);
    if (waits.length > 0) timer = setTimeout(admit, Math.min(...waits));
    onChange();
  };

  const hold = (forMs: number, whose: "all" | "background", why: Refusal = "throttled") => {
    const until = Date.now() + Math.min(forMs, LONGEST_HOLD_MS);
    backgroundOpensAt = Math.max(backgroundOpensAt, until);
    if (whose === "all" && until > opensAt) {
      opensAt = until;
      heldFor = forMs;
      refusal = why;
    }
    admit();
  };

  return {
    enter(call) {
      const { signal } = call;
      return new Promise((resolve, reject) => {
        const entry = {
          call,
          answer: (waitMs: number) => {
            signal?.removeEventListener("abort", stop);
            resolve(waitMs);
          },
        };
        const stop = () => {
          const at = waiting.indexOf(entry);
          if (at >= 0) waiting.splice(at, 1);
          reject(new DOMException("The request was stopped.", "AbortError"));
          onChange();
        };
        if (signal?.aborted) {
          stop();
          return;
        }
        signal?.addEventListener("abort", stop, { once: true });
        if (call.wasSent) waiting.unshift(entry);
        else waiting.push(entry);
        admit();
      });
    },
    leave(call) {
      underWay[call.priority] -= 1;
      admit();
    },
    refused(why, askedMs) {
      // Calls that were under way when the lane closed say nothing new.
      if (Date.now() >= opensAt) refusals += 1;
      hold(askedMs ?? backOff(Math.max(refusals - 1, 0)), "all", why);
    },
    answered() {
      refusals = 0;
    },
    holdBack: hold,
    refusal: () => refusal,
    goesOnAt() {
      const isHeld = waiting.length > 0 && opensAt > Date.now();
      const isTryingAgain = refusals > 0 && waiting.length + countUnderWay() > 0;
      const isNoticeable = heldFor >= NOTICEABLE_MS || refusals > 1;
      return isNoticeable && (isHeld || isTryingAgain) ? opensAt : undefined;
    },
  };
}
