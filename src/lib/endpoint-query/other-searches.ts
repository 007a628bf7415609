import type { EndpointQueryRow } from "./columns";
import type { EndpointQuery } from "./endpoint-query";
import { QueryEvaluator } from "./evaluate";
import { endpointFields, fieldIds } from "./fields";
import { foldCase } from "./fold";
import type { RowIndex } from "./row-index";
import { formatSearch, parseSearch, type SearchClause, type SearchField } from "./search-language";

/** A search that finds something, and how many rows. */
export interface OtherSearch {
  search: string;
  count: number;
}

/** Fields that words are not looked for in. */
const otherFields = fieldIds.filter(
  (id): id is SearchField => id !== "usage" && !endpointFields[id].isWordField,
);

/** Nobody reads more of them. */
const TOLD_AT_MOST = 3;
/** Each costs a search. */
const TRIED_AT_MOST = 12;

/**
 * For a search that finds nothing: the same with its words looked for in fields that words are not looked for
 * in, such as `state:failed` for `failed`, where that finds something. As few words as it takes; what finds most
 * comes first.
 */
export function otherSearches<Row extends EndpointQueryRow>(
  index: RowIndex<Row>,
  query: EndpointQuery,
): OtherSearch[] {
  const clauses = parseSearch(query.search);
  // Its own: the list goes on with what it has found.
  const evaluator = new QueryEvaluator(index);
  const movedOf = (read: readonly SearchClause[]) =>
    read.filter((clause, at) => clause !== clauses[at]).length;
  const readings = clauses
    .map((clause) => [clause, ...inOtherFields(index, clause)])
    .reduce<SearchClause[][]>(
      (before, options) =>
        before
          .flatMap((read) => options.map((option) => [...read, option]))
          .sort((one, other) => movedOf(one) - movedOf(other))
          .slice(0, TRIED_AT_MOST),
      [[]],
    );
  const found = readings
    .map((read) => {
      const search = formatSearch(read);
      const moved = movedOf(read);
      return { search, moved, count: moved === 0 ? 0 : evaluator.count({ ...query, search }) };
    })
    .filter(({ count }) => count > 0);
  const fewest = Math.min(...found.map(({ moved }) => moved));
  return found
    .filter(({ moved }) => moved === fewest)
    .sort((one, other) => other.count - one.count)
    .slice(0, TOLD_AT_MOST)
    .map(({ search, count }) => ({ search, count }));
}

/** A word as it would be looked for in each field that has it in some value. */
function inOtherFields<Row extends EndpointQueryRow>(
  index: RowIndex<Row>,
  clause: SearchClause,
): SearchClause[] {
  if (clause.field !== undefined || clause.isNegated) return [];
  const wanted = foldCase(clause.text);
  return otherFields
    .filter((field) =>
      endpointFields[field].searched.some(
        (column) => index.column(column).containing(wanted) !== undefined,
      ),
    )
    .map((field) => ({ ...clause, field }));
}
