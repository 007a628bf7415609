import { writeSync } from "node:fs";
import { Worker } from "node:worker_threads";

/** Far more than any answer takes, on a busy machine too. In milliseconds. */
const LIMIT_MS = 10_000;

/** A limit is counted in so many steps: while the machine lets nothing run, no time passes. */
const TICKS = 20;

/**
 * Runs beside what is watched, because a loop without an end lets nothing else of its own thread run:
 * says what hung and ends the process.
 */
const watcher = `
const { workerData: { cells, name } } = require("node:worker_threads");
const { writeSync } = require("node:fs");
const state = new Int32Array(cells);
for (let ticks = 0, seen; ;) {
  const limit = Atomics.load(state, 1);
  if (seen !== Atomics.load(state, 0)) ticks = 0;
  seen = Atomics.load(state, 0);
  const waited = Atomics.wait(state, 0, seen, limit === 0 ? undefined : limit / ${TICKS});
  if (waited !== "timed-out" || ++ticks < ${TICKS}) continue;
  const text = new TextDecoder().decode(new Uint8Array(name).slice(0, Atomics.load(state, 2)));
  writeSync(2, "Nothing came within " + limit + " ms, and nothing else can run: " + text + "\\n");
  process.kill(process.pid, "SIGKILL");
}`;

const cells = new SharedArrayBuffer(12);
const name = new SharedArrayBuffer(1_000);
/** Changes with each call; the limit of the one under way, 0 for none; length of its name. */
const state = new Int32Array(cells);
let isWatched = false;

/**
 * What `answer` gives. One call at a time.
 *
 * @throws Error naming `what` when nothing came within the limit. Where `answer` never gives its thread
 *   back, which no promise can tell, the process is ended with the same words.
 */
export async function inTime<T>(
  what: string,
  answer: () => Promise<T>,
  limitMs = LIMIT_MS,
): Promise<T> {
  watch(what, limitMs * 1.5);
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    const message = `Nothing came within ${limitMs} ms: ${what}`;
    let ticks = 0;
    timer = setInterval(() => {
      if (++ticks < TICKS) return;
      clearInterval(timer);
      // Said at once: looking for a smaller example may take longer than the test is given.
      writeSync(2, `${message}\n`);
      reject(new Error(message));
    }, limitMs / TICKS);
  });
  try {
    return await Promise.race([answer(), tooLate]);
  } finally {
    clearInterval(timer);
    watch("", 0);
  }
}

function watch(what: string, limitMs: number): void {
  if (!isWatched) {
    isWatched = true;
    // Without the flags of this process: the code is no module.
    const options = { eval: true, execArgv: [], workerData: { cells, name } };
    const worker = new Worker(watcher, options);
    worker.once("error", (error) => writeSync(2, `${error.message}\n`));
    worker.unref();
  }
  const { written } = new TextEncoder().encodeInto(what, new Uint8Array(1_000));
  new Uint8Array(name).set(new TextEncoder().encode(what).slice(0, written));
  Atomics.store(state, 1, limitMs);
  Atomics.store(state, 2, written);
  Atomics.add(state, 0, 1);
  Atomics.notify(state, 0);
}
