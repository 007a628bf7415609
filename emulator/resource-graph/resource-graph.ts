import type { Caller } from "../resource-manager/provider";
import { compileQuery, type CompiledQuery, type ReadTable } from "./compile-query";
import { createGraphIndex } from "./graph-index";
import type { CreateResourceGraph, GraphIndexSettings } from "./graph-types";
import { pageOf } from "./page";
import { badRequest } from "./query-error";
import { readQueryRequest } from "./query-request";
import { createQueryQuota } from "./quota";
import { createResultCache } from "./result-cache";
import type { GraphRow, TableName } from "./schema";

const DEFAULTS: GraphIndexSettings = {
  lagMs: 5_000,
  omitRegistryEndpoints: "none",
  omitEndpointUsers: "none",
  quota: 15,
  subscriptionLimit: 10_000,
  pageSize: 1_000,
};
const COMPILED_AT_MOST = 200;

/** Creates Resource Graph over a store: index, KQL, paging, quota and access. */
export const createResourceGraph: CreateResourceGraph = (options) => {
  const { store, clock } = options;
  const settings: GraphIndexSettings = { ...DEFAULTS };
  const index = createGraphIndex(store, clock, settings, options.behind);
  const quota = createQueryQuota(clock);
  const compiled = new Map<string, CompiledQuery>();
  const results = createResultCache();
  /** What each caller may read of a table's rows; forgotten with those rows. */
  let readable = new WeakMap<readonly GraphRow[], Map<string, readonly GraphRow[]>>();
  let readers = new Map<string, (resource: { id: string; type: string }) => boolean>();
  const forgetAccess = () => {
    readable = new WeakMap();
    readers = new Map();
    results.clear();
  };
  options.onAccessChange(forgetAccess);

  /** A table's rows that a caller may read: the same array until they change. */
  const readableRows = (table: TableName, caller: Caller): readonly GraphRow[] => {
    const who = `${caller.tenantId} ${caller.objectId}`;
    const all = index.rows(table);
    let byCaller = readable.get(all);
    if (!byCaller) readable.set(all, (byCaller = new Map<string, readonly GraphRow[]>()));
    let rows = byCaller.get(who);
    if (!rows) {
      let mayRead = readers.get(who);
      if (!mayRead) readers.set(who, (mayRead = options.readerOf(caller)));
      const isReadable = mayRead;
      rows = all.filter(({ id, type }) => isReadable({ id: String(id), type: String(type) }));
      byCaller.set(who, rows);
    }
    return rows;
  };

  /** The first subscriptions that a caller sees, where there are more than a query searches by itself. */
  const searchedOf = (caller: Caller): Set<string> | undefined => {
    const seen = index
      .rows("resourcecontainers")
      .filter(({ type }) => lowerCase(String(type)) === "microsoft.resources/subscriptions")
      .map(({ subscriptionId }) => lowerCase(String(subscriptionId)))
      .filter((id) => options.maySee(caller, id));
    const { subscriptionLimit } = settings;
    return seen.length > subscriptionLimit ? new Set(seen.slice(0, subscriptionLimit)) : undefined;
  };

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
      forgetAccess();
    },
    restore: () => index.restore(),
    warmUp() {
      compile("resources | where type =~ 'microsoft.iotoperations/instances' | order by id asc");
      index.rows("resources");
    },
    query(body, caller) {
      const headers = quota.take(caller.objectId, settings.quota);
      const asked = readQueryRequest(body);
      const request = { ...asked, top: Math.min(asked.top, settings.pageSize) };
      const named = scopeOf(request.subscriptions, (id) => options.maySee(caller, id));
      const searched = named === undefined ? searchedOf(caller) : undefined;
      if (searched) headers["x-ms-tenant-subscription-limit-hit"] = "true";
      const scope = named ?? searched;
      const query = compile(request.query);
      const now = clock.now();
      const run = (read: ReadTable) =>
        query.run(scope ? (table) => inScope(read(table), scope) : read, now);
      const read = (table: TableName) => readableRows(table, caller);
      const key = JSON.stringify([
        ...[caller.tenantId, caller.objectId, request.query],
        ...(scope ? [...scope].sort() : []),
      ]);
      const rows = query.isTimeless ? results.rowsOf(key, read, run) : run(read);
      return { body: pageOf(request, query, rows), headers };
    },
  };
};

/**
 * The subscriptions that a query runs over, in lower case; undefined for all. Those that the caller cannot
 * see are left out without a word, unless none remains.
 */
function scopeOf(
  asked: readonly string[] | undefined,
  maySee: (subscriptionId: string) => boolean,
): Set<string> | undefined {
  if (!asked) return undefined;
  const seen = asked.filter(maySee);
  if (seen.length > 0) return new Set(seen.map(lowerCase));
  throw badRequest(
    "NoValidSubscriptionsInQueryRequest",
    `There must be at least one subscription that is eligible to contain resources. Given: '${asked.join(", ")}'.`,
  );
}

function inScope(rows: readonly GraphRow[], scope: ReadonlySet<string>): GraphRow[] {
  return rows.filter(({ subscriptionId }) => scope.has(lowerCase(String(subscriptionId))));
}

function lowerCase(text: string): string {
  return text.toLowerCase();
}
