import type { Clock } from "../clock";
import type { ResourceStore, StoredResource } from "../store";
import { graphRow, tablesOf } from "./graph-row";
import type { GraphIndexSettings } from "./graph-types";
import type { GraphRow, TableName } from "./schema";

/** Types that may be left out of the index, by the setting that says so. */
const OMITTABLE: Readonly<Record<string, "omitRegistryEndpoints" | "omitEndpointUsers">> = {
  "microsoft.iotoperations/instances/registryendpoints": "omitRegistryEndpoints",
  "microsoft.iotoperations/instances/dataflowprofiles/dataflowgraphs": "omitEndpointUsers",
  "microsoft.iotoperations/instances/akriconnectortemplates": "omitEndpointUsers",
};
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

/** A table's rows in the order of their ids, and the ids whose rows have changed since. */
interface BuiltTable {
  /** In lower case. */
  keys: string[];
  rows: GraphRow[];
  changed: Set<string>;
}

/** What is left of a table's rows where some are omitted. */
interface ShownTable {
  omitted: string;
  all: readonly GraphRow[];
  rows: readonly GraphRow[];
}

/** More changes than this at a time, and a table is built anew. */
const PATCHED_AT_MOST = 100;

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
  const built = new Map<TableName, BuiltTable>();
  const shown = new Map<TableName, ShownTable>();

  store.subscribe((id, resource) => {
    const key = id.toLowerCase();
    const { shown, changes } = behind.get(key) ?? { shown: indexed.get(key), changes: [] };
    behind.set(key, { shown, changes: [...changes, { at: clock.now(), id: key, resource }] });
  });

  const noteChange = (id: string, type: string) => {
    if (type.toLowerCase() === SUBSCRIPTION_TYPE) {
      // Every row below carries the subscription's tenant.
      rowOf = new WeakMap();
      built.clear();
    }
    for (const table of tablesOf(type)) built.get(table)?.changed.add(id);
  };

  const apply = ({ id, resource }: Change) => {
    const before = indexed.get(id);
    if (before) noteChange(id, before.type);
    if (resource) {
      noteChange(id, resource.type);
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

  const rowIn = (table: TableName, id: string): GraphRow | undefined => {
    const resource = indexed.get(id);
    if (!resource || !tablesOf(resource.type).includes(table)) return undefined;
    let row = rowOf.get(resource);
    if (!row) rowOf.set(resource, (row = graphRow(resource, tenantOf(id))));
    return row;
  };

  const build = (table: TableName): BuiltTable => {
    const keys: string[] = [];
    for (const [id, { type }] of indexed) if (tablesOf(type).includes(table)) keys.push(id);
    keys.sort();
    return { keys, rows: rowsOf(table, keys), changed: new Set() };
  };

  const rowsOf = (table: TableName, keys: readonly string[]): GraphRow[] =>
    keys.flatMap((id) => {
      const row = rowIn(table, id);
      return row ? [row] : [];
    });

  /** One write among a hundred thousand rows moves a few, and builds one. */
  const renew = (table: TableName, { keys, rows, changed }: BuiltTable): BuiltTable => {
    if (changed.size > PATCHED_AT_MOST) return build(table);
    const patched = { keys: [...keys], rows: [...rows], changed: new Set<string>() };
    for (const id of changed) {
      const at = placeIn(patched.keys, id);
      const isThere = patched.keys[at] === id ? 1 : 0;
      const row = rowIn(table, id);
      patched.keys.splice(at, isThere, ...(row ? [id] : []));
      patched.rows.splice(at, isThere, ...(row ? [row] : []));
    }
    return patched;
  };

  const tableRows = (table: TableName): readonly GraphRow[] => {
    let found = built.get(table);
    if (!found || found.changed.size > 0) {
      found = found ? renew(table, found) : build(table);
      built.set(table, found);
    }
    return found.rows;
  };

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
    const setting = OMITTABLE[String(type)];
    const omitted = setting ? settings[setting] : "none";
    if (omitted === "none") return false;
    if (omitted === "all") return true;
    const key = String(id).toLowerCase();
    return omitted.some((instance) => key.startsWith(`${instance.toLowerCase()}/`));
  };

  return {
    rows(table) {
      settle();
      const { omitRegistryEndpoints, omitEndpointUsers } = settings;
      const isWhole = omitRegistryEndpoints === "none" && omitEndpointUsers === "none";
      const omitted = JSON.stringify([omitRegistryEndpoints, omitEndpointUsers]);
      const all = tableRows(table);
      const known = shown.get(table);
      if (known?.omitted === omitted && known.all === all) return known.rows;
      const rows = isWhole ? all : all.filter((row) => !isOmitted(row));
      shown.set(table, { omitted, all, rows });
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

/** Where `key` is among sorted keys, or would be. */
function placeIn(keys: readonly string[], key: string): number {
  let [from, to] = [0, keys.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((keys[middle] ?? "") < key) from = middle + 1;
    else to = middle;
  }
  return from;
}
