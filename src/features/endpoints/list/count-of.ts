const format = new Intl.NumberFormat("en");

/** A number as people write it: `1,500`. */
export function numberText(count: number): string {
  return format.format(count);
}

/** A number with its noun: `1 instance`, `1,500 instances`. */
export function countOf(count: number, noun: string): string {
  return `${format.format(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/**
 * How many of the rows match: `42 registry endpoints`, or `3 of 42 registry endpoints`; `At least 3 of 42` while
 * there may be more.
 */
export function matchCount(shown: number, total: number, mayBeMore = false): string {
  const all = countOf(total, "registry endpoint");
  if (shown === total) return all;
  return `${mayBeMore ? "At least " : ""}${format.format(shown)} of ${all}`;
}
