/**
 * Makes a gate that lets `limit` tasks run at a time; the others wait their turn in order. A task that
 * fails makes room like one that succeeds.
 */
export function limitConcurrency(
  limit: number,
): <Result>(task: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= limit) await new Promise<void>((enter) => waiting.push(enter));
    else running += 1;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      // The place goes to the next in line, or it would be lost to a task that has just arrived.
      if (next) next();
      else running -= 1;
    }
  };
}
