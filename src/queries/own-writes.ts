import { isUnderWay } from "../azure/http/operations/provisioning-state";
import type { RegistryEndpoint } from "../azure/iot-operations/registry-endpoint";
import { idKey } from "../azure/resource-id";
import { stableJson } from "../lib/stable-json";
import { textDigest } from "../lib/text-digest";
import { keepWrites, readKeptWrites, type OwnWritesStorage } from "./kept-own-writes";

const KEY_PREFIX = "rep.own-writes.";

/** States of an endpoint beside its body: not there, there with any body, and not known. */
const ABSENT = "-";
const PRESENT = "+";
const UNKNOWN = "?";
/** Between a body's digest and how its deployment ended. */
const END_MARK = "\n";

/** What this person did to an endpoint and Resource Graph does not show yet. */
export interface OwnWrite {
  id: string;
  /** As ARM returned it after the write; undefined when it was deleted. */
  endpoint?: RegistryEndpoint;
  /**
   * The states that Resource Graph may still go through, from the one it showed last to the one that
   * was written, in short. Writing A, B and A again must not be taken for seen when the first A is.
   */
  path: string[];
}

export type PendingChange = "creating" | "updating" | "deleting";

/** A write that is under way in this tab. */
export interface PendingWrite {
  id: string;
  change: PendingChange;
  /** What is being written, for a row to show when there is none yet. */
  endpoint?: RegistryEndpoint;
}

/** One state of the overlay, by lower-case id. A new object whenever something changed. */
export interface OwnWritesSnapshot {
  writes: ReadonlyMap<string, OwnWrite>;
  pending: ReadonlyMap<string, PendingWrite>;
}

/** The overlay of one person: see `createOwnWrites`. */
export interface OwnWrites {
  snapshot: () => OwnWritesSnapshot;
  subscribe: (onChange: () => void) => () => void;
  recordWritten: (endpoint: RegistryEndpoint) => void;
  recordDeleted: (id: string) => void;
  /** Notes that a write is under way. */
  begin: (pending: PendingWrite) => void;
  /** Notes that it has ended either way. */
  end: (id: string) => void;
  /**
   * Takes a whole answer of Resource Graph and drops every write that it shows. Answers the ids that it
   * shows in a state that this person's writes do not explain: somebody else may have changed them since.
   */
  settle: (indexed: readonly RegistryEndpoint[]) => string[];
  /** Drops what is known of an endpoint, because ARM itself says otherwise. */
  forget: (id: string) => void;
  /** Calls `work`; all that it changes is stored and told as one change. */
  together: (work: () => void) => void;
}

/**
 * One person's own writes, kept in `storage` (session storage, so that they survive a reload and no
 * more; of very many only the newest). A write is dropped only when Resource Graph has caught up with
 * it: it returns the same body, or no longer returns a deleted id. Never by time. Resource Graph may even show an endpoint
 * for the first time after its deletion, so a deletion of what it has not shown yet is kept.
 */
export function createOwnWrites(storage: OwnWritesStorage, accountId: string): OwnWrites {
  const storageKey = KEY_PREFIX + accountId;
  const listeners = new Set<() => void>();
  let current: OwnWritesSnapshot = {
    writes: readKeptWrites(storage, storageKey),
    pending: new Map(),
  };
  let lastIndexed: (() => EndpointsById) | undefined;

  let stored = current.writes;
  let told = current;
  let isHeldBack = false;

  const publish = () => {
    if (isHeldBack || told === current) return;
    told = current;
    if (stored !== current.writes) keepWrites(storage, storageKey, (stored = current.writes));
    for (const listener of listeners) listener();
  };
  const change = (next: Partial<OwnWritesSnapshot>) => {
    current = { ...current, ...next };
    publish();
  };
  const record = (id: string, endpoint: RegistryEndpoint | undefined) => {
    const key = idKey(id);
    const earlier = current.writes.get(key);
    if (earlier !== undefined && earlier.endpoint === undefined && endpoint === undefined) return;
    const path = nextPath(earlier?.path ?? [lastState(lastIndexed?.(), key)], stateOf(endpoint));
    const writes = draftOf(current.writes, told.writes);
    // To the end: the newest are kept longest.
    writes.delete(key);
    writes.set(key, { id, endpoint, path });
    // Resource Graph shows it already.
    if (path.length === 1) writes.delete(key);
    change({ writes });
  };

  return {
    snapshot: () => current,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    recordWritten: (endpoint) => record(endpoint.id, endpoint),
    recordDeleted: (id) => record(id, undefined),
    begin: (pending) => {
      change({
        pending: draftOf(current.pending, told.pending).set(idKey(pending.id), pending),
      });
    },
    end: (id) => {
      const pending = draftOf(current.pending, told.pending);
      if (pending.delete(idKey(id))) change({ pending });
    },
    settle: (indexed) => {
      const byId = whenAsked(indexed);
      lastIndexed = byId;
      const { writes, unexplained } = settleWrites(current.writes, byId);
      if (writes !== current.writes) change({ writes });
      return unexplained;
    },
    forget: (id) => {
      const writes = draftOf(current.writes, told.writes);
      if (writes.delete(idKey(id))) change({ writes });
    },
    together: (work) => {
      isHeldBack = true;
      try {
        work();
      } finally {
        isHeldBack = false;
        publish();
      }
    },
  };
}

/** What may be changed: a copy, or the last one where nobody was told of that yet. */
function draftOf<Value>(
  now: ReadonlyMap<string, Value>,
  told: ReadonlyMap<string, Value>,
): Map<string, Value> {
  return now === told ? new Map(now) : (now as Map<string, Value>);
}

interface Settled {
  /** What Resource Graph does not show yet; the same map when nothing changed. */
  writes: ReadonlyMap<string, OwnWrite>;
  unexplained: string[];
}

type EndpointsById = ReadonlyMap<string, RegistryEndpoint>;

/** By lower-case id, put together when it is first asked for: most readings of a large tenant need it never. */
function whenAsked(endpoints: readonly RegistryEndpoint[]): () => EndpointsById {
  let byId: EndpointsById | undefined;
  return () => (byId ??= new Map(endpoints.map((endpoint) => [idKey(endpoint.id), endpoint])));
}

function settleWrites(writes: ReadonlyMap<string, OwnWrite>, byId: () => EndpointsById): Settled {
  if (writes.size === 0) return { writes, unexplained: [] };
  const indexedById = byId();
  const kept = new Map<string, OwnWrite>();
  const unexplained: string[] = [];
  for (const [key, own] of writes) {
    const shown = stateOf(indexedById.get(key));
    const path = pathFrom(own.path, shown);
    if (path.length === 1) continue;
    kept.set(key, path === own.path ? own : { ...own, path });
    const hasAppeared = own.endpoint === undefined && shown !== ABSENT && path !== own.path;
    if (hasAppeared || !isReached(path[0] ?? UNKNOWN, shown)) unexplained.push(own.id);
  }
  const isSame =
    kept.size === writes.size && [...kept].every(([key, own]) => writes.get(key) === own);
  return { writes: isSame ? writes : kept, unexplained };
}

/** What Resource Graph may still go through, now that it shows a state; the same path if it is not on it. */
function pathFrom(path: string[], shown: string): string[] {
  // The first of equal states, so that a write is never dropped too early.
  const first = path.findIndex((state) => isReached(state, shown));
  if (first === -1) return path[0] === UNKNOWN ? [shown, ...path.slice(1)] : path;
  // A deployment under way, then how it ended: what shows its end has passed both.
  const hasEnded = path[first] !== shown && path[first + 1] === shown;
  const reached = hasEnded ? first + 1 : first;
  if (path[reached] === PRESENT) return [shown, ...path.slice(reached + 1)];
  return reached > 0 ? path.slice(reached) : path;
}

/** True if two bodies agree in everything a person can set, and in how their deployment ended. */
export function hasSameBody(a: RegistryEndpoint, b: RegistryEndpoint): boolean {
  return stateOf(a) === stateOf(b);
}

const overlays = new Map<string, OwnWrites>();

/** The overlay of a person in this tab: the same object for the same account. */
export function ownWritesOf(accountId: string): OwnWrites {
  let overlay = overlays.get(accountId);
  if (overlay === undefined) {
    overlay = createOwnWrites(sessionStorage, accountId);
    overlays.set(accountId, overlay);
  }
  return overlay;
}

function stateOf(endpoint: RegistryEndpoint | undefined): string {
  if (endpoint === undefined) return ABSENT;
  const { host, authentication, codeSigningCas, provisioningState } = endpoint.properties;
  const body = textDigest(stableJson([host, authentication, codeSigningCas ?? []]));
  return `${body}${END_MARK}${isUnderWay(provisioningState) ? "" : (provisioningState ?? "")}`;
}

/** A write that was read while Azure was still at it is reached by its body, however it ended. */
function isReached(state: string, shown: string): boolean {
  if (state === shown) return true;
  return state === PRESENT ? shown !== ABSENT : state.endsWith(END_MARK) && shown.startsWith(state);
}

function lastState(indexed: EndpointsById | undefined, key: string): string {
  return indexed === undefined ? UNKNOWN : stateOf(indexed.get(key));
}

function nextPath(before: readonly string[], state: string): string[] {
  if (state !== ABSENT) return before.at(-1) === state ? [...before] : [...before, state];
  // What was deleted was there just before, even if Resource Graph has not shown it.
  return [
    ...before,
    ...(before.at(-1) === ABSENT || before.at(-1) === UNKNOWN ? [PRESENT] : []),
    ABSENT,
  ];
}
