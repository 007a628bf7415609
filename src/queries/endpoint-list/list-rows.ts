import type { RegistryEndpoint } from "../../azure/iot-operations/registry-endpoint";
import { idKey } from "../../azure/resource-id";
import { emptyQuery } from "../../lib/endpoint-query/endpoint-query";
import { QueryEvaluator } from "../../lib/endpoint-query/evaluate";
import { RowIndex } from "../../lib/endpoint-query/row-index";
import { endpointRow, type EndpointRow, type RowContext, type RowSource } from "../endpoint-rows";
import type { InstancesUsage } from "../endpoint-usage";
import type { OwnWritesSnapshot } from "../own-writes";

/** Rows as an index, and what answers queries on it. `version` changes whenever they do. */
export interface IndexedRows {
  index: RowIndex<EndpointRow>;
  evaluator: QueryEvaluator<EndpointRow>;
  version: number;
}

/** How many rows came from where. */
export interface EndpointSources {
  fromResourceGraph: number;
  fromResourceManager: number;
  /** Instances that those of Resource Manager belong to. */
  instancesAsked: number;
  fromOwnWrites: number;
}

/** Where endpoints are looked up: what Azure has told so far. */
export interface KnownEndpoints {
  get: (id: string) => RegistryEndpoint | undefined;
  /** True if ARM told it and not the index. */
  isAsked: (id: string) => boolean;
}

type UsageByInstance = Pick<InstancesUsage, "users" | "answered">;

/** The rows of the list: see `createListRows`. */
export interface ListRows {
  indexed: () => IndexedRows;
  sources: () => EndpointSources;
  /** All of them, as a list that nobody has arranged shows them. */
  inDefaultOrder: () => EndpointRow[];
  /** Makes the rows of these ids what they are now, after Azure told of them. */
  update: (ids: Iterable<string>) => void;
  /** Joins all rows with other instances and subscriptions. */
  setContext: (context: RowContext) => void;
  /** Lays another state of the person's own writes over the rows. */
  setOwn: (own: OwnWritesSnapshot) => void;
  /** Notes who uses which endpoint, for rows that come later, too. The others are unused where their instance has answered. */
  setUsage: (usage: UsageByInstance) => void;
  /** Shows rows that Azure told of elsewhere, until it tells of their endpoints here. */
  addFound: (rows: readonly EndpointRow[]) => void;
  /** Shows rows of an earlier visit likewise, but for those that were found since. */
  addCached: (rows: readonly EndpointRow[]) => void;
  /** Takes away those of both that Azure has not told of. */
  dropEarlier: () => void;
}

const NOTHING_OWN: OwnWritesSnapshot = { writes: new Map(), pending: new Map() };

/**
 * Keeps one index of rows: what Azure told, joined with its instance, below the person's own writes, above
 * the rows of an earlier visit. Only what has changed is made again, and a row that is what it was stays
 * the same object.
 */
export function createListRows(known: KnownEndpoints): ListRows {
  const index = new RowIndex<EndpointRow>();
  const evaluator = new QueryEvaluator(index);
  const counts = new Map<RowSource, number>();
  const askedInstances = new Map<string, number>();
  let context: RowContext = { instances: new Map(), subscriptionNames: new Map() };
  let own = NOTHING_OWN;
  const earlier = new Map<string, EndpointRow>();
  let usage: UsageByInstance = { users: new Map(), answered: new Set() };
  /** What is known of the rows' use, by `idKey`; the index reads it as they are put. */
  let isUsedById = new Map<string, boolean>();
  let indexed: IndexedRows = { index, evaluator, version: index.version };

  const rowBelow = (id: string, key: string): EndpointRow | undefined => {
    const write = own.writes.get(key);
    if (write !== undefined)
      return write.endpoint && endpointRow(write.endpoint, "ownWrite", context);
    const endpoint = known.get(id);
    if (endpoint === undefined) return earlier.get(key);
    return endpointRow(endpoint, known.isAsked(id) ? "resourceManager" : "resourceGraph", context);
  };
  const rowOf = (id: string, key: string): EndpointRow | undefined => {
    const pending = own.pending.get(key);
    const row = rowBelow(id, key);
    if (pending === undefined) return row;
    const shown = row ?? (pending.endpoint && endpointRow(pending.endpoint, "ownWrite", context));
    return shown && { ...shown, change: pending.change };
  };

  const countOf = (source: RowSource) => counts.get(source) ?? 0;
  const tally = (row: EndpointRow | undefined, by: 1 | -1) => {
    if (row === undefined) return;
    counts.set(row.source, countOf(row.source) + by);
    if (row.source !== "resourceManager") return;
    const key = idKey(row.instanceId);
    askedInstances.set(key, (askedInstances.get(key) ?? 0) + by);
    if (askedInstances.get(key) === 0) askedInstances.delete(key);
  };

  const noteUse = ({ id, instanceId }: EndpointRow) => {
    if (usage.users.size === 0 && usage.answered.size === 0) return;
    const key = idKey(id);
    const isUsed = usage.users.has(key);
    if (isUsed || usage.answered.has(idKey(instanceId))) isUsedById.set(key, isUsed);
  };

  const update = (ids: Iterable<string>) => {
    const put = new Map<string, EndpointRow>();
    const gone: string[] = [];
    for (const id of ids) {
      const key = idKey(id);
      const row = rowOf(id, key);
      if (row === undefined) gone.push(id);
      else put.set(key, row);
    }
    const before = (id: string) => index.row(index.numberOf(id) ?? -1);
    for (const id of [...put.keys(), ...new Set(gone.map(idKey))]) tally(before(id), -1);
    for (const row of put.values()) {
      tally(row, 1);
      noteUse(row);
    }
    index.put([...put.values()]);
    index.remove(gone);
  };

  const addFound = (rows: readonly EndpointRow[]) => {
    for (const row of rows) earlier.set(idKey(row.id), row);
    update(rows.map(({ id }) => id));
  };

  return {
    indexed() {
      if (indexed.version !== index.version) indexed = { index, evaluator, version: index.version };
      return indexed;
    },
    sources: () => ({
      fromResourceGraph: countOf("resourceGraph"),
      fromResourceManager: countOf("resourceManager"),
      instancesAsked: askedInstances.size,
      fromOwnWrites: countOf("ownWrite"),
    }),
    inDefaultOrder: () =>
      Array.from(evaluator.evaluate(emptyQuery()).rowNumbers, (number) => index.row(number)).filter(
        (row) => row !== undefined,
      ),
    update,
    setContext(next) {
      context = next;
      const ids: string[] = [];
      for (let number = 0; number < index.end; number++) {
        const row = index.row(number);
        if (row !== undefined) ids.push(row.id);
      }
      update(ids);
    },
    setOwn(next) {
      const before = own;
      own = next;
      const isOther = <Value>(now: ReadonlyMap<string, Value>, then: ReadonlyMap<string, Value>) =>
        [...now].filter(([key, value]) => then.get(key) !== value).map(([key]) => key);
      update(
        new Set([
          ...isOther(next.writes, before.writes),
          ...isOther(before.writes, next.writes),
          ...isOther(next.pending, before.pending),
          ...isOther(before.pending, next.pending),
        ]),
      );
    },
    setUsage(next) {
      usage = next;
      isUsedById = new Map();
      for (const row of index.all()) noteUse(row);
      index.setUsage(isUsedById);
    },
    addFound,
    addCached: (rows) => addFound(rows.filter(({ id }) => !earlier.has(idKey(id)))),
    dropEarlier() {
      const ids = [...earlier.keys()];
      earlier.clear();
      update(ids);
    },
  };
}
