import type { Clock } from "../clock";
import type { ResourceStore, StoredResource } from "../store";
import { graphRow, tablesOf } from "./graph-row";
import type { GraphIndexSettings } from "./graph-types";
import type { GraphRow, TableName } from "./schema";

const REGISTRY_ENDPOINT_TYPE = "microsoft.iotoperations/instances/registryendpoints";
const SUBSCRIPTION_TYPE = "microsoft.resources/subscriptions";

interface Change {
  /** Time of the write; it is seen once the lag has passed. */
  at: number;
  id: string;
  /** Absent for a deletion. */
  resource?: StoredResource;
}

/** A resource that the index does not show as the store has it yet. */
export interface BehindResource {
  /** As the index shows it; absent when it does not. */
  shown?: StoredResource;
  changes: Change[];
}

/** The asynchronous index behind Resource Graph: rows as they were `lagMs` ago. */
export interface GraphIndex {
  /** Rows of a table, ordered by id, as the index has them now: the same array until they change. */
  rows(table: TableName): readonly GraphRow[];
  rebuild(): void;
  /** Indexes what the store holds, but for what is kept of resources that the index had not caught up with. */
  restore(): void;
}

/**
 * Creates an index that follows the store by `settings.lagMs` of the clock. `behind` has what it has not
 * caught up with, by the id in lower case.
 */
export function createGraphIndex(
  store: ResourceStore,
  clock: Clock,
  settings: GraphIndexSettings,
  behind = new Map<string, BehindResource>(),
): GraphIndex {
  let indexed = new Map<string, StoredResource>();
  /** A row for each resource that has been in a table, so that one write rebuilds one row. */
  let rowOf = new WeakMap<StoredResource, GraphRow>();
  const built = new Map<TableName, readonly GraphRow[]>();
  const shown = new Map<TableName, { omitted: string; rows: readonly GraphRow[] }>();

  store.subscribe((id, resource) => {
    const key = id.toLowerCase();
    const { shown, changes } = behind.get(key) ?? { shown: indexed.get(key), changes: [] };
    behind.set(key, { shown, changes: [...changes, { at: clock.now(), id: key, resource }] });
  });

  const forget = (type: string) => {
    if (type.toLowerCase() === SUBSCRIPTION_TYPE) {
      // Every row below carries the subscription's tenant.
      rowOf = new WeakMap();
      built.clear();
    }
    for (const table of tablesOf(type)) built.delete(table);
  };

  const apply = ({ id, resource }: Change) => {
    const before = indexed.get(id);
    if (before) forget(before.type);
    if (resource) {
      forget(resource.type);
      indexed.set(id, resource);
    } else {
      indexed.delete(id);
    }
  };

  const settle = () => {
    const seenUntil = clock.now() - settings.lagMs;
    for (const [id, { changes }] of behind) {
      const due = changes.findLast(({ at }) => at <= seenUntil);
      if (!due) continue;
      apply(due);
      const later = changes.filter(({ at }) => at > seenUntil);
      if (later.length === 0) behind.delete(id);
      else behind.set(id, { shown: due.resource, changes: later });
    }
  };

  const tenantOf = (id: string): string => {
    const subscription = indexed.get(id.split("/", 3).join("/").toLowerCase());
    const tenantId = subscription?.properties.tenantId;
    return typeof tenantId === "string" ? tenantId : "";
  };

  const build = (table: TableName): readonly GraphRow[] =>
    [...indexed]
      .filter(([, { type }]) => tablesOf(type).includes(table))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, resource]) => {
        let row = rowOf.get(resource);
        if (!row) rowOf.set(resource, (row = graphRow(resource, tenantOf(id))));
        return row;
      });

  const index = () => {
    // In order, so that later builds find all but the latest writes sorted already.
    indexed = new Map(
      [...store.all()]
        .map((resource) => [resource.id.toLowerCase(), resource] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
    rowOf = new WeakMap();
    built.clear();
  };

  const isOmitted = ({ id, type }: GraphRow): boolean => {
    const { omitRegistryEndpoints: omitted } = settings;
    if (omitted === "none" || type !== REGISTRY_ENDPOINT_TYPE) return false;
    if (omitted === "all") return true;
    const key = String(id).toLowerCase();
    return omitted.some((instance) => key.startsWith(`${instance.toLowerCase()}/`));
  };

  return {
    rows(table) {
      settle();
      const omitted = JSON.stringify(settings.omitRegistryEndpoints);
      const known = shown.get(table);
      if (known?.omitted === omitted && built.has(table)) return known.rows;
      let rows = built.get(table);
      if (!rows) built.set(table, (rows = build(table)));
      if (settings.omitRegistryEndpoints !== "none") rows = rows.filter((row) => !isOmitted(row));
      shown.set(table, { omitted, rows });
      return rows;
    },
    rebuild() {
      behind.clear();
      index();
    },
    restore() {
      index();
      for (const [id, { shown }] of behind) {
        if (shown) indexed.set(id, shown);
        else indexed.delete(id);
      }
    },
  };
}
