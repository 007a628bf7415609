import { kql, kqlString } from "../../azure/resource-graph/kql";
import type { ColumnId } from "../../lib/endpoint-query/columns";
import type { EndpointQuery, SortKey } from "../../lib/endpoint-query/endpoint-query";
import { facetIds, facetOf, sortColumnOf, type FacetId } from "../../lib/endpoint-query/fields";
import { conditionsOf, expressionOf, tablesOf, type Condition } from "./condition-kql";
import { ENDPOINTS_KQL, joinKql, ROW_COLUMNS_KQL, type JoinedTable } from "./endpoints-kql";

/** Rows in one answer of Resource Graph. */
export const ROWS_AT_MOST = 1_000;

/** A facet that Resource Graph can count. */
export type KqlFacetId = Exclude<FacetId, "usage">;

export const kqlFacetIds = facetIds.filter((id): id is KqlFacetId => id !== "usage");

const bothTables: readonly JoinedTable[] = ["instances", "subscriptions"];

/** True if Resource Graph can answer the query: it does not know who uses an endpoint. */
export function canPushDown({ facets }: EndpointQuery): boolean {
  return facets.usage.length === 0;
}

/**
 * KQL for the first `ROWS_AT_MOST` rows of a query, as `EndpointQueryRow`: the same rows in the same order as the
 * evaluator gives, which compares as KQL does (`foldCase`, `compareText`, then the folded id). Where
 * Azure folds or orders letters beyond ASCII otherwise, those rows may differ. What filter and order do
 * not need is joined to the few rows that are left.
 *
 * @throws RangeError for a query that cannot be pushed down
 */
export function rowsKql(query: EndpointQuery): string {
  const { search, facets, tags } = conditionsOf(query);
  const sorted = query.sort.map(({ column }) => sortColumnOf(column));
  const tables = tablesOf(sorted);
  const order = `| order by ${orderKql(query.sort)}`;
  const first = filteredKql([...search, ...facets.values()], { tables, tags });
  const later = bothTables.filter((table) => !first.joined.has(table));
  return [
    first.kql,
    order,
    `| take ${ROWS_AT_MOST}`,
    ...later.map((table) => joinKql(table, tags)),
    // A join promises no order.
    ...(later.length > 0 ? [order] : []),
    `| project ${ROW_COLUMNS_KQL}`,
  ].join("\n");
}

/**
 * KQL for every row of a query, as `rowsKql` has the first of them: for whoever turns the pages, as Azure's
 * Resource Graph Explorer does. Each page costs Azure all of it again.
 *
 * @throws RangeError for a query that cannot be pushed down
 */
export function allRowsKql(query: EndpointQuery): string {
  const { search, facets, tags } = conditionsOf(query);
  const conditions = [...search, ...facets.values()];
  return [
    filteredKql(conditions, { tables: bothTables, tags }).kql,
    `| order by ${orderKql(query.sort)}`,
    `| project ${ROW_COLUMNS_KQL}`,
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
 * `ROWS_AT_MOST`. The fewer and shorter the facets, the less Azure has to do.
 *
 * @throws RangeError for a query that cannot be pushed down
 */
export function countsKql(
  query: EndpointQuery,
  facets: readonly KqlFacetId[] = kqlFacetIds,
): string {
  const { search, facets: chosen, tags } = conditionsOf(query);
  const columns = facets.flatMap(columnsOfFacet);
  const tables = [...tablesOf(columns), ...[...chosen.values()].flatMap((one) => one.tables)];
  const tests = [...chosen].map(([id, { test }]) => ({ id: kqlString(id), test }));
  const failures = tests.map(({ test }) => `iff(${test}, 0, 1)`).join(" + ") || "0";
  const failed = tests.map(({ id, test }) => `not(${test}), ${id}, `).join("");
  const long = facets.filter((id) => facetOf(id).isLong);
  return [
    filteredKql(search, { tables, tags }).kql,
    `| summarize found = count() by ${["failures = " + failures, `failed = ${failed ? `case(${failed}'')` : "''"}`, ...facets.flatMap(groupsKql)].join(", ")}`,
    "| where failures <= 1",
    `| extend option = pack_array(${["pack_array('', '', '')", ...facets.map(optionKql)].join(", ")})`,
    "| project failures, failed, found, option",
    "| mv-expand option",
    "| extend facet = tostring(option[0])",
    "| where failures == 0 or facet == failed",
    "| summarize rows = sum(found), label = min(tostring(option[2])) by facet, value = tostring(option[1])",
    `| extend isLong = ${long.length > 0 ? kql`facet in ${long}` : "false"}`,
    `| order by isLong asc, rows desc, facet asc, value asc`,
    `| take ${ROWS_AT_MOST}`,
    "| project facet, value, label, rows",
  ].join("\n");
}

/** The endpoints that meet all conditions, each tested as soon as its tables are joined. */
function filteredKql(
  conditions: readonly Condition[],
  { tables, tags }: { tables: readonly JoinedTable[]; tags: Parameters<typeof joinKql>[1] },
): { kql: string; joined: ReadonlySet<JoinedTable> } {
  const joined = new Set<JoinedTable>();
  const lines = [ENDPOINTS_KQL];
  let left = conditions;
  const testWhatCanBe = () => {
    const isTestable = ({ tables }: Condition) => tables.every((table) => joined.has(table));
    lines.push(...left.filter(isTestable).map(({ test }) => `| where ${test}`));
    left = left.filter((condition) => !isTestable(condition));
  };
  testWhatCanBe();
  for (const table of bothTables) {
    const isNeeded = tables.includes(table) || left.some((one) => one.tables.includes(table));
    if (!isNeeded) continue;
    lines.push(joinKql(table, tags));
    joined.add(table);
    testWhatCanBe();
  }
  return { kql: lines.join("\n"), joined };
}

function columnsOfFacet(id: KqlFacetId): ColumnId[] {
  const { column, labelColumn } = facetOf(id);
  return labelColumn === undefined ? [column] : [column, labelColumn];
}

/** What tells the values of a facet apart, and their names, as columns to group by. */
function groupsKql(id: KqlFacetId): string[] {
  return columnsOfFacet(id).map((column, index) => `${id}${index} = ${expressionOf(column)}`);
}

/** A facet of a group of rows: its id, its value in lower case, and what that is called. */
function optionKql(id: KqlFacetId): string {
  const last = columnsOfFacet(id).length - 1;
  return `pack_array(${kqlString(id)}, tolower(${id}0), ${id}${last})`;
}

function orderKql(sort: readonly SortKey[]): string {
  const keys = sort.map(
    ({ column, direction }) => `tolower(${expressionOf(sortColumnOf(column))}) ${direction}`,
  );
  return [...keys, "tolower(id) asc"].join(", ");
}
