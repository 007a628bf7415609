import { columnsOfClause, hasNamedTag, namedTagOf } from "./clause-columns";
import type { EndpointQueryRow } from "./columns";
import type { EndpointQuery } from "./endpoint-query";
import { facetIds, facetOf, indexedWordColumns, type FacetId } from "./fields";
import { foldCase } from "./fold";
import type { RowIndex } from "./row-index";
import { parseSearch, type SearchClause } from "./search-language";

/** The row meets the whole query. */
export const MEETS_ALL = 0;
/** The row is gone, or fails the search, or more than one facet. */
const FAILS = 255;

/** Which rows meet a query, and which only one facet keeps from it. */
export interface Selection {
  /** By row number: `MEETS_ALL`, or the mark of the one facet that it fails, or neither. */
  marks: Uint8Array;
  /** How many rows meet the whole query. */
  total: number;
}

/** The mark of rows that fail no demand but the filter of this facet. */
export function markOf(facet: FacetId): number {
  return facetIds.indexOf(facet) + 1;
}

/** Looks at every row once for each word and each filter. */
export function selectRows<Row extends EndpointQueryRow>(
  index: RowIndex<Row>,
  query: EndpointQuery,
): Selection {
  const marks = new Uint8Array(index.end);
  for (let number = 0; index.size < index.end && number < marks.length; number++) {
    if (index.row(number) === undefined) marks[number] = FAILS;
  }
  const clauses = parseSearch(query.search);
  const facets = facetIds.filter((facet) => query.facets[facet].length > 0);
  if (clauses.length === 0 && facets.length === 0) return { marks, total: index.size };
  for (const clause of clauses) dropWithout(index, clause, marks);
  for (const facet of facets) markOthers(index, facet, query.facets[facet], marks);
  let total = 0;
  for (let number = 0; number < index.end; number++) if (marks[number] === MEETS_ALL) total += 1;
  return { marks, total };
}

function dropWithout<Row extends EndpointQueryRow>(
  index: RowIndex<Row>,
  clause: SearchClause,
  marks: Uint8Array,
): void {
  const isFound = new Uint8Array(marks.length);
  const tag = namedTagOf(clause);
  const text = foldCase(clause.text);
  const searched = clause.field === undefined ? indexedWordColumns : columnsOfClause(clause);
  for (const id of searched) {
    const column = index.column(id);
    const isMatch = tag ? column.select((tags) => hasNamedTag(tags, tag)) : column.containing(text);
    if (isMatch === undefined) continue;
    const { codes } = column;
    for (let number = 0; number < isFound.length; number++) {
      if (isMatch[codes[number] ?? 0] === 1) isFound[number] = 1;
    }
  }
  const wanted = clause.isNegated ? 0 : 1;
  for (let number = 0; number < marks.length; number++) {
    if (isFound[number] !== wanted) marks[number] = FAILS;
  }
}

function markOthers<Row extends EndpointQueryRow>(
  index: RowIndex<Row>,
  facet: FacetId,
  values: readonly string[],
  marks: Uint8Array,
): void {
  const column = index.column(facetOf(facet).column);
  const isAllowed = new Uint8Array(column.values.length);
  for (const value of values) {
    const code = column.codeOfKey(value);
    if (code !== undefined) isAllowed[code] = 1;
  }
  const { codes } = column;
  const mark = markOf(facet);
  for (let number = 0; number < marks.length; number++) {
    if (isAllowed[codes[number] ?? 0] === 1) continue;
    marks[number] = marks[number] === MEETS_ALL ? mark : FAILS;
  }
}
