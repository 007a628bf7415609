import { numberText } from "./count-of";

/** Rows that match and are not here yet, where all that are here are selected; `isGrowing`: they will be, too. */
interface Arriving {
  missing: number;
  isGrowing: boolean;
}

/** `12 selected`, or `12 selected, 3 of them not shown` where filters hide some. */
export function selectionText(
  count: number,
  hiddenCount: number,
  { missing, isGrowing }: Arriving = { missing: 0, isGrowing: false },
): string {
  if (count === 0) return "Nothing selected";
  const selected = `${numberText(count)} selected`;
  const more = isGrowing
    ? `; ${numberText(missing)} more will be once they are here`
    : `, all that are here; ${numberText(missing)} more are not here yet`;
  const arriving = missing > 0 ? more : "";
  if (hiddenCount === 0) return selected + arriving;
  return `${selected}, ${hiddenCount === count ? "none of them" : `${numberText(hiddenCount)} of them not`} shown${arriving}`;
}
