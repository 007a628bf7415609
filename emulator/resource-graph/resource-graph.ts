import { compileQuery, type CompiledQuery } from "./compile-query";
import { createGraphIndex } from "./graph-index";
import type { CreateResourceGraph, GraphIndexSettings } from "./graph-types";
import { pageOf } from "./page";
import { badRequest } from "./query-error";
import { readQueryRequest } from "./query-request";
import { createQueryQuota } from "./quota";
import type { GraphRow, TableName } from "./schema";

const DEFAULTS: GraphIndexSettings = { lagMs: 5_000, omitRegistryEndpoints: "none", quota: 15 };
const COMPILED_AT_MOST = 200;

/** Creates Resource Graph over a store: index, KQL, paging, quota and access. */
export const createResourceGraph: CreateResourceGraph = (options) => {
  const { store, clock } = options;
  const settings: GraphIndexSettings = { ...DEFAULTS };
  const index = createGraphIndex(store, clock, settings, options.behind);
  const quota = createQueryQuota(clock);
  const compiled = new Map<string, CompiledQuery>();
  /** What each caller may read of a table's rows; forgotten with those rows. */
  let readable = new WeakMap<readonly GraphRow[], Map<string, readonly GraphRow[]>>();
  options.onAccessChange(() => (readable = new WeakMap()));

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
      const scope = scopeOf(request.subscriptions, (id) => options.maySee(caller, id));
      const query = compile(request.query);
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

function lowerCase(text: string): string {
  return text.toLowerCase();
}
