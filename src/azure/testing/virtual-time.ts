import { createHook } from "node:async_hooks";
import { vi } from "vitest";

/** Replaces timers and the date; everything else, cryptography included, goes on in real time. */
export function startVirtualTime(): void {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
}

/** Lets time pass until the work has finished, from one timer to the next, and settles as the work does. */
export async function inVirtualTime<Result>(work: Promise<Result>): Promise<Result> {
  let isDone = false;
  const finish = () => {
    isDone = true;
  };
  work.then(finish, finish);
  const jobs = watchJobs();
  try {
    while (!isDone) {
      // Real turns of the event loop first: what is computed elsewhere comes back in them.
      for (let turn = 0; !isDone && (turn < TURNS || jobs.areRunning()); turn += 1) {
        await realTurn();
        if (jobs.areRunning()) turn = 0;
      }
      if (!isDone && vi.getTimerCount() > 0) await vi.advanceTimersToNextTimerAsync();
    }
  } finally {
    jobs.stop();
  }
  return work;
}

/** So many in which nothing else ran: a chain of promises has none left to go. */
const TURNS = 20;

/** Watches the jobs that Node's threads have, such as the check of a signature. */
function watchJobs(): { areRunning: () => boolean; stop: () => void } {
  const running = new Set<number>();
  const hook = createHook({
    // The names are those of Node's providers: SIGNREQUEST, VERIFYREQUEST, HASHREQUEST and so on.
    init: (id, type) => {
      if (type.endsWith("REQUEST")) running.add(id);
    },
    after: (id) => running.delete(id),
    destroy: (id) => running.delete(id),
  }).enable();
  return { areRunning: () => running.size > 0, stop: () => hook.disable() };
}

function realTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
