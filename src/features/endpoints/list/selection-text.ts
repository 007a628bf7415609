import { numberText } from "./count-of";

/** `12 selected`, or `12 selected, 3 of them not shown` where filters hide some. */
export function selectionText(count: number, hiddenCount: number): string {
  if (count === 0) return "Nothing selected";
  const selected = `${numberText(count)} selected`;
  if (hiddenCount === 0) return selected;
  return `${selected}, ${hiddenCount === count ? "none of them" : `${numberText(hiddenCount)} of them not`} shown`;
}
