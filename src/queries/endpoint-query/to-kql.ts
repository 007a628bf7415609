import { kql, kqlString } from "../../azure/resource-graph/kql";
import {
  columnsOfClause,
  namedTagOf,
  type NamedTag,
} from "../../lib/endpoint-query/clause-columns";
import type { ColumnId } from "../../lib/endpoint-query/columns";
import type { EndpointQuery, SortKey } from "../../lib/endpoint-query/endpoint-query";
import { facetIds, facetOf, sortColumnOf, type FacetId } from "../../lib/endpoint-query/fields";
import { foldCase } from "../../lib/endpoint-query/fold";
import { parseSearch, type SearchClause } from "../../lib/endpoint-query/search-language";
import { columnKql } from "./column-kql";
import { endpointsKql, LINE_BREAK, tagCountColumn } from "./endpoints-kql";

/** Rows in one answer of Resource Graph. */
export const ROWS_AT_MOST = 1_000;

/** A facet that Resource Graph can count. */
export type KqlFacetId = Exclude<FacetId, "usage">;

export const kqlFacetIds = facetIds.filter((id): id is KqlFacetId => id !== "usage");

/** True if Resource Graph can answer the query: it does not know who uses an endpoint. */
export function canPushDown({ facets }: EndpointQuery): boolean {
  return facets.usage.length === 0;
}

/**
 * KQL for the first rows of a query, as `EndpointQueryRow`: the same rows in the same order as the
 * evaluator gives, which compares as KQL does (`foldCase`, `compareText`, then the folded id). Where
 * Azure folds or orders letters beyond ASCII otherwise, those rows may differ.
 *
 * @throws RangeError for a query that cannot be pushed down
 */
export function rowsKql(query: EndpointQuery, limit = ROWS_AT_MOST): string {
  const { source, conditions } = compile(query);
  return [
    source,
    ...[...conditions.search, ...conditions.facets.values()].map((test) => `| where ${test}`),
    `| order by ${orderKql(query.sort)}`,
    `| take ${Math.min(limit, ROWS_AT_MOST)}`,
    "| project id, name, host, authentication, provisioningState, instanceId, instanceName, instanceVersion, site, location, resourceGroup, subscriptionId, subscriptionName, tags = iff(isempty(tagsText), dynamic(null), parse_json(tagsText))",
  ].join("\n");
}

/** A row of the answer to `countsKql`. */
export interface CountRow {
  /** Empty for the number of rows that the query finds. */
  facet: string;
  /** In lower case. */
  value: string;
  label: string;
  rows: number;
}

/**
 * KQL for how many rows a query finds, and for the counts of some facets, each beside all filters but
 * its own: one row for every value that shows any. A row that fails one filter still counts for that
 * facet. Facets of few values come first, and more frequent values before others: the answer ends at
 * `ROWS_AT_MOST`.
 *
 * @throws RangeError for a query that cannot be pushed down
 */
export function countsKql(
  query: EndpointQuery,
  facets: readonly KqlFacetId[] = kqlFacetIds,
): string {
  const { source, conditions } = compile(query);
  const failed = [...conditions.facets].map(([id, test]) => ({ id: kqlString(id), test }));
  const failures = failed.map(({ test }) => `iff(${test}, 0, 1)`).join(" + ");
  const onlyFailed = failed.map(({ id, test }) => `not(${test}), ${id}, `).join("");
  const options = facets.map(optionKql);
  const long = facets.filter((id) => facetOf(id).isLong);
  return [
    source,
    ...conditions.search.map((test) => `| where ${test}`),
    `| extend failures = ${failures || "0"}, failed = ${onlyFailed ? `case(${onlyFailed}'')` : "''"}`,
    "| where failures <= 1",
    `| project failures, failed, option = pack_array(${["pack_array('', '', '')", ...options].join(", ")})`,
    "| mv-expand option",
    "| extend facet = tostring(option[0])",
    "| where failures == 0 or facet == failed",
    "| summarize rows = count(), label = min(tostring(option[2])) by facet, value = tostring(option[1])",
    `| extend isLong = ${long.length > 0 ? kql`facet in ${long}` : "false"}`,
    `| order by isLong asc, rows desc, facet asc, value asc`,
    `| take ${ROWS_AT_MOST}`,
    "| project facet, value, label, rows",
  ].join("\n");
}

/** A facet of a row: its id, its value in lower case, and what that is called. */
function optionKql(id: KqlFacetId): string {
  const { column, labelColumn } = facetOf(id);
  return `pack_array(${kqlString(id)}, tolower(${expressionOf(column)}), ${expressionOf(labelColumn ?? column)})`;
}

interface Compiled {
  source: string;
  conditions: { search: string[]; facets: Map<FacetId, string> };
}

function compile(query: EndpointQuery): Compiled {
  const clauses = parseSearch(query.search);
  const tags = clauses.flatMap((clause) => namedTagOf(clause) ?? []);
  const chosen = facetIds.filter((id) => query.facets[id].length > 0);
  return {
    source: endpointsKql(tags),
    conditions: {
      search: clauses.map((clause) => clauseKql(clause, tags)),
      facets: new Map(
        chosen.map((id) => [
          id,
          `${expressionOf(facetOf(id).column)} in~ ${kql`${query.facets[id]}`}`,
        ]),
      ),
    },
  };
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

function orderKql(sort: readonly SortKey[]): string {
  const keys = sort.map(
    ({ column, direction }) => `tolower(${expressionOf(sortColumnOf(column))}) ${direction}`,
  );
  return [...keys, "tolower(id) asc"].join(", ");
}

function expressionOf(column: ColumnId): string {
  if (column === "usage")
    throw new RangeError("Resource Graph does not know who uses an endpoint.");
  return columnKql[column];
}
