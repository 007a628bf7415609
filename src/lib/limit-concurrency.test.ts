import fc from "fast-check";
import { expect, test } from "vitest";
import { limitConcurrency } from "./limit-concurrency";

test("runs every task, never more than the limit at a time, failures included", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.boolean(), { maxLength: 20 }),
      fc.integer({ min: 1, max: 6 }),
      async (scheduler, outcomes, limit) => {
        const gate = limitConcurrency(limit);
        let running = 0;
        let most = 0;
        const tasks = outcomes.map((succeeds, at) =>
          gate(async () => {
            running += 1;
            most = Math.max(most, running);
            await scheduler.schedule(Promise.resolve());
            running -= 1;
            if (!succeeds) throw new Error("refused");
            return at;
          }),
        );
        const settled = await scheduler.waitFor(Promise.allSettled(tasks));
        expect(settled.map(({ status }) => status === "fulfilled")).toEqual(outcomes);
        expect(most).toBe(Math.min(limit, outcomes.length));
      },
    ),
  );
});
