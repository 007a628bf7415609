import { createHash } from "node:crypto";
import type { CompiledQuery } from "./compile-query";
import { badRequest } from "./query-error";
import type { QueryRequest } from "./query-request";
import type { GraphRow } from "./schema";
import type { Column } from "./syntax";
import { toJson } from "./values";

/**
 * The answer to a query: one page of its rows, and a token for the next where paging is possible
 * (documentation, "Working with large Azure resource data sets").
 * @throws ArmError 400 for a skip token that was given for another query
 */
export function pageOf(request: QueryRequest, query: CompiledQuery, rows: GraphRow[]): unknown {
  const fingerprint = fingerprintOf(request);
  const start = request.skipToken
    ? offsetOf(request.skipToken, fingerprint)
    : query.isLimited
      ? 0
      : request.skip;
  const shown = rows.slice(start, start + request.top);
  const next = start + shown.length;
  const hasMore = next < rows.length;
  return {
    totalRecords: rows.length,
    count: shown.length,
    data:
      request.resultFormat === "table"
        ? asTable(shown, query.columns)
        : shown.map((row) => asJson(row, query.columns)),
    facets: [],
    // Azure writes the word, not the boolean.
    resultTruncated: hasMore && !query.canPage ? "true" : "false",
    ...(hasMore && query.canPage ? { $skipToken: tokenFor(next, fingerprint) } : {}),
  };
}

/** A token is bound to its query and scopes: it must be sent with the same ones. */
function fingerprintOf({ query, subscriptions = [] }: QueryRequest): string {
  const scopes = subscriptions.map((id) => id.toLowerCase()).sort();
  return createHash("sha256")
    .update(JSON.stringify([query, scopes]))
    .digest("base64url")
    .slice(0, 16);
}

function tokenFor(offset: number, fingerprint: string): string {
  return Buffer.from(JSON.stringify({ offset, fingerprint })).toString("base64url");
}

function offsetOf(token: string, fingerprint: string): number {
  try {
    const read = JSON.parse(Buffer.from(token, "base64url").toString()) as {
      offset?: unknown;
      fingerprint?: unknown;
    } | null;
    const offset = read?.offset;
    if (read?.fingerprint === fingerprint && Number.isSafeInteger(offset) && Number(offset) >= 0) {
      return Number(offset);
    }
  } catch {
    // Refused below like any other token that is not ours.
  }
  throw badRequest("InvalidSkipToken", "The skip token does not belong to this query.");
}

function asJson(row: GraphRow, columns: Column[]): GraphRow {
  return Object.fromEntries(columns.map(({ name, type }) => [name, toJson(row[name], type)]));
}

/** `ColumnDataType` of Microsoft.ResourceGraph 2024-04-01 by Kusto's type; what has none is a string. */
const dataTypes: Record<string, string> = {
  int: "integer",
  long: "integer",
  real: "number",
  decimal: "number",
  bool: "boolean",
  datetime: "datetime",
  dynamic: "object",
};

function asTable(rows: GraphRow[], columns: Column[]): unknown {
  return {
    columns: columns.map(({ name, type }) => ({ name, type: dataTypes[type] ?? "string" })),
    rows: rows.map((row) => columns.map(({ name, type }) => toJson(row[name], type))),
  };
}
