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

/** What a person may take for a field, before a colon. */
const NAME_AND_VALUE = /^([\w.-]+):(.+)$/;

/** Nobody reads more of them. */
const TOLD_AT_MOST = 3;
/** Each costs a search. */
const TRIED_AT_MOST = 12;

/**
 * For a search that finds nothing: the same with some of it looked for elsewhere, where that finds something.
 * A word in fields that words are not looked for in (`state:failed` for `failed`), what a field never has in the
 * others (`ghcr` for `registry:ghcr`), and a name that is no field's as a tag's (`tag:env=prod` for `env:prod`). As few
 * words as it takes; what finds most comes first.
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

/** What a clause may have meant instead, each looked for in a field that has it in some value. */
function inOtherFields<Row extends EndpointQueryRow>(
  index: RowIndex<Row>,
  { field: asked, text, isNegated }: SearchClause,
): SearchClause[] {
  if (isNegated) return [];
  const isIn = (field: SearchField, wanted: string) =>
    endpointFields[field].searched.some(
      (column) => index.column(column).containing(foldCase(wanted)) !== undefined,
    );
  if (asked !== undefined && isIn(asked, text)) return [];
  const elsewhere = otherFields
    .filter((field) => isIn(field, text))
    .map((field) => ({ field, text, isNegated }));
  if (asked !== undefined) return [{ text, isNegated }, ...elsewhere];
  const [, name, value] = NAME_AND_VALUE.exec(text) ?? [];
  const tag = `${name}=${value}`;
  if (name === undefined || !isIn("tags", tag)) return elsewhere;
  return [...elsewhere, { field: "tags", text: tag, isNegated }];
}
