import type { Clock } from "../clock";
import type { ResourceStore, StoredResource } from "../store";
import { graphRow, tablesOf } from "./graph-row";
import type { GraphIndexSettings } from "./graph-types";
import type { GraphRow, TableName } from "./schema";

const REGISTRY_ENDPOINT_TYPE = "microsoft.iotoperations/instances/registryendpoints";

interface Change {
  /** Time of the write; it is seen once the lag has passed. */
  at: number;
  id: string;
  resource: StoredResource | undefined;
}

/** The asynchronous index behind Resource Graph: rows as they were `lagMs` ago. */
export interface GraphIndex {
  /** Rows of a table, ordered by id, as the index has them now. */
  rows(table: TableName): readonly GraphRow[];
  /** Grows with each change of what `rows` answers, and of role assignments. */
  version(): number;
  rebuild(): void;
}

/** Creates an index that follows the store by `settings.lagMs` of the clock. */
export function createGraphIndex(
  store: ResourceStore,
  clock: Clock,
  settings: GraphIndexSettings,
): GraphIndex {
  let pending: Change[] = [];
  let indexed = new Map<string, StoredResource>();
  let cache = new Map<string, readonly GraphRow[]>();
  let version = 0;

  store.subscribe((id, resource) => {
    pending.push({ at: clock.now(), id: id.toLowerCase(), resource });
  });

  const apply = ({ id, resource }: Change) => {
    if (resource) indexed.set(id, resource);
    else indexed.delete(id);
  };

  const settle = () => {
    const seenUntil = clock.now() - settings.lagMs;
    const due = pending.filter(({ at }) => at <= seenUntil);
    if (due.length === 0) return;
    pending = pending.filter(({ at }) => at > seenUntil);
    for (const change of due) apply(change);
    cache.clear();
    version += 1;
  };

  const isOmitted = (id: string, type: string): boolean => {
    const { omitRegistryEndpoints: omitted } = settings;
    if (omitted === "none" || type.toLowerCase() !== REGISTRY_ENDPOINT_TYPE) return false;
    if (omitted === "all") return true;
    return omitted.some((instance) => id.startsWith(`${instance.toLowerCase()}/`));
  };

  const build = (table: TableName): GraphRow[] =>
    [...indexed]
      .filter(([id, { type }]) => tablesOf(type).includes(table) && !isOmitted(id, type))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, resource]) => graphRow(resource, store));

  return {
    rows(table) {
      settle();
      const key = JSON.stringify([table, settings.omitRegistryEndpoints]);
      const known = cache.get(key);
      if (known) return known;
      const rows = build(table);
      cache.set(key, rows);
      version += 1;
      return rows;
    },
    version: () => version,
    rebuild() {
      pending = [];
      indexed = new Map([...store.all()].map((resource) => [resource.id.toLowerCase(), resource]));
      cache = new Map();
      version += 1;
    },
  };
}
