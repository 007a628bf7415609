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
  while (!isDone) {
    // Real turns of the event loop first: what is computed elsewhere comes back in them.
    for (let turn = 0; turn < 20 && !isDone; turn += 1) await realTurn();
    if (!isDone && vi.getTimerCount() > 0) await vi.advanceTimersToNextTimerAsync();
  }
  return work;
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
