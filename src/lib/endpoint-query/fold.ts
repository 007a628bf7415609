/**
 * How texts are compared wherever rows are searched, filtered or sorted: in lower case as
 * `toLowerCase` has it, accents kept. That is KQL's `tolower` and its operators without `_cs`, exactly
 * so for ASCII. Beyond it Azure documents no table: it may tell apart, or take for one, letters whose
 * case depends on language or place (Turkish dotted İ, the final ς of Greek).
 */
export function foldCase(text: string): string {
  return text.toLowerCase();
}

/** Orders by code unit, the same in every browser and language, as KQL orders strings. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Stands between texts that are searched together; no search has it, so none matches across. */
export const TEXT_BORDER = "\u0000";
