import type { RegistryEndpoint } from "../../azure/iot-operations/registry-endpoint";
import { idKey } from "../../azure/resource-id";
import { stableJson } from "../../lib/stable-json";
import { instanceIdOf } from "../endpoint-rows";

/** What a reading changed of the rows of before, by `idKey`. */
export interface RowChanges {
  added: ReadonlySet<string>;
  changed: ReadonlySet<string>;
  removed: ReadonlySet<string>;
}

/** Rows that are new or other than before, and ids of those that are gone. */
export interface RowDelta {
  put: readonly RegistryEndpoint[];
  removed: readonly string[];
}

/** Rows that outlive each reading: one that is unchanged stays the same object. */
export interface StreamRows {
  /** How many there are, of the index and of ARM. */
  size(): number;
  /** What has changed since this was called last. */
  takeDelta(): RowDelta;
  /** True if ARM told it and not the index. */
  isAsked(id: string): boolean;
  /** The row of an id, in any case. */
  get(id: string): RegistryEndpoint | undefined;
  /** The rows that this pass has seen in the index. */
  indexed(): RegistryEndpoint[];
  /** What has changed since `begin`; nothing was there before the first reading, so it changes nothing. */
  changes(): RowChanges;
  /** Starts a reading. `isFirst` when there is nothing to compare with. */
  begin(isFirst: boolean): void;
  /** Starts over with the index in the same reading: what a pass saw says nothing about the next one. */
  beginPass(): void;
  /** Takes a page of the index; what it has counts more than what ARM answers. */
  putIndexed(page: readonly RegistryEndpoint[]): void;
  /** How many of the index's rows this pass has seen. */
  seen(): number;
  /** Keys of the instances that the index showed endpoints of in this pass. */
  seenInstances(): ReadonlySet<string>;
  /** Removes what a whole pass did not show, but for rows of instances that ARM is still to be asked of. */
  endPass(isToAsk: (instanceKey: string) => boolean): void;
  /** Takes ARM's answer for an instance: what neither it nor the index has is gone. */
  putAsked(instanceId: string, answer: readonly RegistryEndpoint[]): void;
  /** Makes ARM's answer agree with a later one for a single endpoint; undefined: it is gone. The index has its own time. */
  correctAsked(id: string, endpoint: RegistryEndpoint | undefined): void;
}

export const NO_CHANGES: RowChanges = { added: new Set(), changed: new Set(), removed: new Set() };

/** Creates empty rows. */
export function createStreamRows(): StreamRows {
  const rows = new Map<string, RegistryEndpoint>();
  const askedKeys = new Set<string>();
  let touched = new Map<string, string>();
  const keysOf = new Map<string, Set<string>>();
  let isFirstReading = true;
  let added = new Set<string>();
  let changed = new Set<string>();
  let removed = new Set<string>();
  let seen = new Set<string>();
  let seenInstances = new Set<string>();

  const put = (key: string, instanceKey: string, row: RegistryEndpoint) => {
    const before = rows.get(key);
    if (before !== undefined && stableJson(before) === stableJson(row)) return;
    rows.set(key, row);
    touched.set(key, row.id);
    if (before === undefined) {
      const ofInstance = keysOf.get(instanceKey);
      if (ofInstance) ofInstance.add(key);
      else keysOf.set(instanceKey, new Set([key]));
    }
    if (isFirstReading) return;
    if (removed.delete(key)) changed.add(key);
    else if (before === undefined) added.add(key);
    else if (!added.has(key)) changed.add(key);
  };

  const remove = (key: string, instanceKey: string) => {
    touched.set(key, rows.get(key)?.id ?? key);
    rows.delete(key);
    askedKeys.delete(key);
    keysOf.get(instanceKey)?.delete(key);
    changed.delete(key);
    if (!added.delete(key) && !isFirstReading) removed.add(key);
  };

  return {
    size: () => rows.size,
    takeDelta() {
      const put: RegistryEndpoint[] = [];
      const gone: string[] = [];
      for (const [key, id] of touched) {
        const row = rows.get(key);
        if (row === undefined) gone.push(id);
        else put.push(row);
      }
      touched = new Map();
      return { put, removed: gone };
    },
    get: (id) => rows.get(idKey(id)),
    isAsked: (id) => askedKeys.has(idKey(id)),
    indexed: () => [...seen].flatMap((key) => rows.get(key) ?? []),
    changes: () =>
      isFirstReading
        ? NO_CHANGES
        : { added: new Set(added), changed: new Set(changed), removed: new Set(removed) },
    begin(isFirst) {
      isFirstReading = isFirst;
      added = new Set();
      changed = new Set();
      removed = new Set();
    },
    beginPass() {
      seen = new Set();
      seenInstances = new Set();
    },
    putIndexed(page) {
      for (const row of page) {
        const [key, instanceKey] = [idKey(row.id), idKey(instanceIdOf(row.id))];
        seen.add(key);
        seenInstances.add(instanceKey);
        // The same row, but known from elsewhere now.
        if (askedKeys.delete(key)) touched.set(key, row.id);
        put(key, instanceKey, row);
      }
    },
    seen: () => seen.size,
    seenInstances: () => seenInstances,
    endPass(isToAsk) {
      for (const [instanceKey, keys] of keysOf) {
        if (isToAsk(instanceKey)) continue;
        for (const key of keys) if (!seen.has(key)) remove(key, instanceKey);
      }
    },
    putAsked(instanceId, answer) {
      const instanceKey = idKey(instanceId);
      const answered = new Set(answer.map(({ id }) => idKey(id)));
      for (const key of keysOf.get(instanceKey) ?? []) {
        if (!answered.has(key) && !seen.has(key)) remove(key, instanceKey);
      }
      for (const row of answer) {
        const key = idKey(row.id);
        if (seen.has(key)) continue;
        if (!askedKeys.has(key)) touched.set(key, row.id);
        askedKeys.add(key);
        put(key, instanceKey, row);
      }
    },
    correctAsked(id, endpoint) {
      const [key, instanceKey] = [idKey(id), idKey(instanceIdOf(id))];
      if (!askedKeys.has(key)) return;
      if (endpoint === undefined) remove(key, instanceKey);
      else put(key, instanceKey, endpoint);
    },
  };
}
