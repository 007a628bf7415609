import { createHash } from "node:crypto";
import { compileQuery, type CompiledQuery } from "./compile-query";
import { createGraphIndex } from "./graph-index";
import type { CreateResourceGraph, GraphIndexSettings } from "./graph-types";
import { badRequest } from "./query-error";
import { readQueryRequest, type QueryRequest } from "./query-request";
import { createQueryQuota } from "./quota";
import type { GraphRow, TableName } from "./schema";
import { toJson } from "./values";

const DEFAULTS: GraphIndexSettings = { lagMs: 5_000, omitRegistryEndpoints: "none", quota: 15 };
const COMPILED_AT_MOST = 200;
const READABLE_AT_MOST = 50;

/** Creates Resource Graph over a store: index, KQL, paging, quota and access. */
export const createResourceGraph: CreateResourceGraph = (options) => {
  const { store, clock } = options;
  const settings: GraphIndexSettings = { ...DEFAULTS };
  const index = createGraphIndex(store, clock, settings);
  const quota = createQueryQuota(clock);
  const compiled = new Map<string, CompiledQuery>();
  const readable = new Map<string, readonly GraphRow[]>();
  let accessVersion = 0;
  store.subscribe((_, resource) => {
    // A deleted assignment has no type any more, so every deletion counts.
    if (!resource || /^microsoft\.authorization\//i.test(resource.type)) accessVersion += 1;
  });

  const compile = (query: string): CompiledQuery => {
    let found = compiled.get(query);
    if (!found) {
      found = compileQuery(query);
      if (compiled.size >= COMPILED_AT_MOST) compiled.clear();
      compiled.set(query, found);
    }
    return found;
  };

  return {
    settings,
    rebuild() {
      Object.assign(settings, DEFAULTS);
      index.rebuild();
      quota.reset();
      readable.clear();
    },
    warmUp() {
      compile("resources | where type =~ 'microsoft.iotoperations/instances' | order by id asc");
    },
    query(body, caller) {
      const headers = quota.take(caller.objectId, settings.quota);
      const request = readQueryRequest(body);
      const query = compile(request.query);
      const scope = request.subscriptions?.map((id) => id.toLowerCase());

      const read = (table: TableName): readonly GraphRow[] => {
        const all = index.rows(table);
        const key = [caller.objectId, table, index.version(), accessVersion].join(" ");
        let visible = readable.get(key);
        if (!visible) {
          visible = all.filter(({ id }) => options.mayRead(caller, String(id)));
          if (readable.size >= READABLE_AT_MOST) readable.clear();
          readable.set(key, visible);
        }
        return scope
          ? visible.filter(({ subscriptionId }) =>
              scope.includes(String(subscriptionId).toLowerCase()),
            )
          : visible;
      };
      const rows = query.run(read, clock.now());
      return { body: page(request, query, rows), headers };
    },
  };
};

function page(request: QueryRequest, query: CompiledQuery, rows: GraphRow[]): unknown {
  const fingerprint = fingerprintOf(request);
  const start = request.skipToken
    ? offsetOf(request.skipToken, fingerprint)
    : query.isLimited
      ? 0
      : request.skip;
  const shown = rows.slice(start, start + request.top);
  const next = start + shown.length;
  const hasMore = next < rows.length;
  const canPage = query.hasId && !query.isLimited;
  return {
    totalRecords: rows.length,
    count: shown.length,
    data: request.resultFormat === "table" ? asTable(shown) : shown.map(asJson),
    facets: [],
    // Azure writes the word, not the boolean.
    resultTruncated: hasMore && !canPage ? "true" : "false",
    ...(hasMore && canPage ? { $skipToken: tokenFor(next, fingerprint) } : {}),
  };
}

/** A token is bound to its query and scopes: it must be sent with the same ones. */
function fingerprintOf({ query, subscriptions }: QueryRequest): string {
  return createHash("sha256")
    .update(JSON.stringify([query, subscriptions]))
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
    };
    if (typeof read.offset === "number" && read.fingerprint === fingerprint) return read.offset;
  } catch {
    // Refused below like any other token that is not ours.
  }
  throw badRequest("InvalidSkipToken", "The skip token does not belong to this query.");
}

function asJson(row: GraphRow): GraphRow {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, toJson(value)]));
}

function asTable(rows: GraphRow[]): unknown {
  const names = Object.keys(rows[0] ?? {});
  return {
    columns: names.map((name) => ({ name, type: typeOf(rows[0]?.[name]) })),
    rows: rows.map((row) => names.map((name) => toJson(row[name]))),
  };
}

function typeOf(value: unknown): string {
  if (typeof value === "number") return "integer";
  return typeof value === "object" ? "object" : typeof value;
}
