/**
 * Calls `work` for every item in order, so many at a time, and resolves when all have ended. Begins no other
 * once `signal` is aborted. Rejects with the first failure, so `work` had better not fail.
 */
export async function someAtATime<Item>(
  items: readonly Item[],
  { places, signal }: { places: number; signal?: AbortSignal },
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const iterator = items.values();
  const workOff = async () => {
    for (const item of iterator) {
      if (signal?.aborted) return;
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(places, items.length) }, workOff));
}
