/** Choices that look drawn by lot and are the same in every run. */
export interface Random {
  /** At least 0, below 1. */
  number(): number;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  /** True once in `n` times. */
  once(n: number): boolean;
}

/** Creates choices that depend only on the seed (mulberry32, public domain). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const number = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    number,
    pick: (items) => items[Math.floor(number() * items.length)] ?? items[0],
    once: (n) => number() * n < 1,
  };
}

/**
 * Shares `total` out by weight, whole numbers that add up to it; whoever has a weight gets at least
 * `atLeast`.
 */
export function sharesOf(total: number, weights: readonly number[], atLeast: number): number[] {
  const holders = weights.filter((weight) => weight > 0).length;
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const spare = total - holders * atLeast;
  if (spare < 0) throw new RangeError(`${total} is too few for ${holders} shares of ${atLeast}.`);
  let before = 0;
  return weights.map((weight) => {
    const from = Math.round((before / sum) * spare);
    before += weight;
    const share = Math.round((before / sum) * spare) - from;
    return weight > 0 ? share + atLeast : 0;
  });
}
