import type { FacetCount } from "../../../../lib/endpoint-query/evaluate";
import { foldCase } from "../../../../lib/endpoint-query/fold";

/** One bar of a chart. */
export interface ChartBar extends FacetCount {
  /** Of all rows that the chart counts: 0 to 1. */
  share: number;
  /** Of the longest bar: 0 to 1. */
  length: number;
  isChosen: boolean;
}

/**
 * The bars of a chart: values that some row has, and those that are filtered by, the most frequent first and
 * by name between equals.
 */
export function chartBars(counts: readonly FacetCount[], chosen: readonly string[]): ChartBar[] {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const longest = counts.reduce((most, { count }) => Math.max(most, count), 0);
  const wanted = new Set(chosen.map(foldCase));
  return counts
    .map((one) => ({
      ...one,
      share: total === 0 ? 0 : one.count / total,
      length: longest === 0 ? 0 : one.count / longest,
      isChosen: wanted.has(foldCase(one.value)),
    }))
    .filter(({ count, isChosen }) => count > 0 || isChosen)
    .sort((a, b) => b.count - a.count);
}

const percent = new Intl.NumberFormat("en", { style: "percent" });

/** A share in words; what is there but rounds to nothing is said to be less than 1%. */
export function shareText(share: number): string {
  return share > 0 && share < 0.005 ? "<1%" : percent.format(share);
}
