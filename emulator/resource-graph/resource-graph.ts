import { compileQuery, type CompiledQuery } from "./compile-query";
import { createGraphIndex } from "./graph-index";
import type { CreateResourceGraph, GraphIndexSettings } from "./graph-types";
import { pageOf } from "./page";
import { readQueryRequest } from "./query-request";
import { createQueryQuota } from "./quota";
import type { GraphRow, TableName } from "./schema";

const DEFAULTS: GraphIndexSettings = { lagMs: 5_000, omitRegistryEndpoints: "none", quota: 15 };
const COMPILED_AT_MOST = 200;

/** Writes that may change what somebody can read: roles, and subscriptions, which have a tenant. */
const CHANGES_ACCESS = /\/providers\/microsoft\.authorization\/|^\/subscriptions\/[^/]+$/i;

/** Creates Resource Graph over a store: index, KQL, paging, quota and access. */
export const createResourceGraph: CreateResourceGraph = (options) => {
  const { store, clock } = options;
  const settings: GraphIndexSettings = { ...DEFAULTS };
  const index = createGraphIndex(store, clock, settings, options.behind);
  const quota = createQueryQuota(clock);
  const compiled = new Map<string, CompiledQuery>();
  /** What each caller may read of a table's rows; forgotten with those rows. */
  let readable = new WeakMap<readonly GraphRow[], Map<string, readonly GraphRow[]>>();
  store.subscribe((id) => {
    if (CHANGES_ACCESS.test(id)) readable = new WeakMap();
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
      readable = new WeakMap();
    },
    restore: () => index.restore(),
    warmUp() {
      compile("resources | where type =~ 'microsoft.iotoperations/instances' | order by id asc");
    },
    query(body, caller) {
      const headers = quota.take(caller.objectId, settings.quota);
      const request = readQueryRequest(body);
      const query = compile(request.query);
      const scope = request.subscriptions && new Set(request.subscriptions.map(lowerCase));
      const who = `${caller.tenantId} ${caller.objectId}`;

      const read = (table: TableName): readonly GraphRow[] => {
        const all = index.rows(table);
        let byCaller = readable.get(all);
        if (!byCaller) readable.set(all, (byCaller = new Map<string, readonly GraphRow[]>()));
        let visible = byCaller.get(who);
        if (!visible) {
          visible = all.filter(({ id }) => options.mayRead(caller, String(id)));
          byCaller.set(who, visible);
        }
        return scope
          ? visible.filter(({ subscriptionId }) => scope.has(lowerCase(String(subscriptionId))))
          : visible;
      };
      return { body: pageOf(request, query, query.run(read, clock.now())), headers };
    },
  };
};

function lowerCase(text: string): string {
  return text.toLowerCase();
}
