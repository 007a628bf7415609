import { kql, kqlString } from "../../azure/resource-graph/kql";
import {
  columnsOfClause,
  namedTagOf,
  type NamedTag,
} from "../../lib/endpoint-query/clause-columns";
import type { ColumnId } from "../../lib/endpoint-query/columns";
import type { EndpointQuery } from "../../lib/endpoint-query/endpoint-query";
import { facetIds, facetOf, type FacetId } from "../../lib/endpoint-query/fields";
import { foldCase } from "../../lib/endpoint-query/fold";
import { parseSearch, type SearchClause } from "../../lib/endpoint-query/search-language";
import { columnKql, tableOfColumn } from "./column-kql";
import { LINE_BREAK, tagCountColumn, type JoinedTable } from "./endpoints-kql";

/** A test of an endpoint, and the tables that it reads. */
export interface Condition {
  test: string;
  tables: readonly JoinedTable[];
}

/** The demands of a query. */
export interface Conditions {
  search: Condition[];
  facets: Map<FacetId, Condition>;
  /** Tags that the search asks for by name. */
  tags: NamedTag[];
}

/**
 * The demands of a query as KQL.
 *
 * @throws RangeError for one that Resource Graph cannot test
 */
export function conditionsOf(query: EndpointQuery): Conditions {
  const clauses = parseSearch(query.search);
  const tags = clauses.flatMap((clause) => namedTagOf(clause) ?? []);
  const chosen = facetIds.filter((id) => query.facets[id].length > 0);
  return {
    search: clauses.map((clause) => ({
      test: clauseKql(clause, tags),
      tables: tablesOf(columnsOfClause(clause)),
    })),
    facets: new Map(
      chosen.map((id) => {
        const { column } = facetOf(id);
        const test = `${expressionOf(column)} in~ ${kql`${query.facets[id]}`}`;
        return [id, { test, tables: tablesOf([column]) }];
      }),
    ),
    tags,
  };
}

/** The tables that columns are read from, beside the endpoints themselves. */
export function tablesOf(columns: readonly ColumnId[]): JoinedTable[] {
  return [...new Set(columns.flatMap((column) => tableOfColumn[column] ?? []))];
}

/**
 * A column as an expression.
 *
 * @throws RangeError for the one that Resource Graph does not know
 */
export function expressionOf(column: ColumnId): string {
  if (column === "usage")
    throw new RangeError("Resource Graph does not know who uses an endpoint.");
  return columnKql[column];
}

function clauseKql(clause: SearchClause, tags: readonly NamedTag[]): string {
  const wanted = namedTagOf(clause);
  if (wanted) {
    const position = tags.findIndex(
      ({ name, value }) => name === wanted.name && value === wanted.value,
    );
    return `coalesce(${tagCountColumn(position)}, 0) ${clause.isNegated ? "==" : ">"} 0`;
  }
  const texts = columnsOfClause(clause).map(expressionOf);
  const border = `, ${kqlString(LINE_BREAK)}, `;
  const searched = texts.length === 1 ? texts.join("") : `strcat(${texts.join(border)})`;
  const operator = clause.isNegated ? "!contains" : "contains";
  return `${searched} ${operator} ${kqlString(foldCase(clause.text))}`;
}
