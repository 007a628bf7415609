/**
 * Two sorted lists in one. Few are added to many, so each one's place is looked for, and what lies
 * between is copied as it is.
 */
export function merged(
  sorted: Uint32Array,
  added: readonly number[],
  compare: (a: number, b: number) => number,
): Uint32Array<ArrayBuffer> {
  if (sorted.length === 0) return Uint32Array.from(added);
  const all = new Uint32Array(sorted.length + added.length);
  let from = 0;
  added.forEach((item, before) => {
    const place = placeOf(item, sorted, { from, compare });
    all.set(sorted.subarray(from, place), from + before);
    all[place + before] = item;
    from = place;
  });
  all.set(sorted.subarray(from), from + added.length);
  return all;
}

/** How many items stand before `item`, at least `from`. */
function placeOf(
  item: number,
  sorted: Uint32Array,
  { from, compare }: { from: number; compare: (a: number, b: number) => number },
): number {
  let [low, high] = [from, sorted.length];
  const last = sorted.at(-1);
  // What arrives in order belongs at the end.
  if (last !== undefined && compare(last, item) < 0) return high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(sorted[middle] ?? 0, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
