import { namedTagOf } from "./clause-columns";
import { endpointFields, type FieldId } from "./fields";
import { foldCase } from "./fold";
import type { SearchClause } from "./search-language";

/** A part of a text, in code units; `end` is the first that is not in it. */
export interface MatchRange {
  start: number;
  end: number;
}

/** The texts that a search looks for in a field and that are to be marked there, folded. */
export function markedTexts(clauses: readonly SearchClause[], field: FieldId): string[] {
  const isWordField = endpointFields[field].isWordField === true;
  return clauses
    .filter((clause) => !clause.isNegated)
    .filter((clause) => clause.field === field || (clause.field === undefined && isWordField))
    .map((clause) => {
      const tag = namedTagOf(clause);
      return tag === undefined ? foldCase(clause.text) : tag.value || `${tag.name}=`;
    });
}

/**
 * Where a shown text has any of some folded texts: in order, none empty, and those that touch or
 * overlap in one. A range begins and ends between whole characters.
 */
export function matchRanges(text: string, folded: readonly string[]): MatchRange[] {
  const haystack = foldCase(text);
  const found = folded.flatMap((wanted) => occurrences(haystack, wanted));
  if (found.length === 0) return [];
  const placeOf = haystack.length === text.length ? undefined : placesOfFolded(text);
  const ranges: MatchRange[] = [];
  for (const { start, end } of found.sort((a, b) => a.start - b.start)) {
    const last = ranges.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else ranges.push({ start, end });
  }
  if (placeOf === undefined) return ranges;
  return ranges.map(({ start, end }) => ({
    start: placeOf[start]?.start ?? 0,
    end: placeOf[end - 1]?.end ?? text.length,
  }));
}

function occurrences(haystack: string, wanted: string): MatchRange[] {
  const found: MatchRange[] = [];
  if (wanted === "") return found;
  for (let at = haystack.indexOf(wanted); at !== -1; at = haystack.indexOf(wanted, at + 1)) {
    found.push({ start: at, end: at + wanted.length });
  }
  return found;
}

/** For each code unit of a folded text, the character that it came from: İ becomes two. */
function placesOfFolded(text: string): MatchRange[] {
  const places: MatchRange[] = [];
  let start = 0;
  for (const character of text) {
    const place = { start, end: start + character.length };
    places.push(
      ...foldCase(character)
        .split("")
        .map(() => place),
    );
    start = place.end;
  }
  return places;
}
