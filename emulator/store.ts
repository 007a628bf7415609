/** A resource as Azure Resource Manager returns it, kept with the casing it was created with. */
export interface StoredResource {
  id: string;
  name: string;
  /** Full type with its namespace, for example `Microsoft.KeyVault/vaults/secrets`. */
  type: string;
  location?: string;
  tags?: Record<string, string>;
  kind?: string;
  sku?: Record<string, unknown>;
  identity?: Record<string, unknown>;
  extendedLocation?: Record<string, unknown>;
  systemData?: Record<string, unknown>;
  properties: Record<string, unknown>;
}

/** Called after each change; `resource` is undefined for a deletion. */
export type StoreListener = (id: string, resource: StoredResource | undefined) => void;

/** Every resource of the local Azure, keyed by id without regard to case. */
export interface ResourceStore {
  get(id: string): StoredResource | undefined;
  /** Creates or replaces. The stored object must not be mutated afterwards: put a new one. */
  put(resource: StoredResource): void;
  /** Deletes the resource and everything below its id; false if it did not exist. */
  delete(id: string): boolean;
  /** Resources of a type (no regard to case), optionally only those below an id, ordered by id. */
  list(type: string, below?: string): StoredResource[];
  all(): Iterable<StoredResource>;
  subscribe(listener: StoreListener): () => void;
  /** Replaces everything by these resources without telling listeners. */
  load(resources: Iterable<StoredResource>): void;
}

/** Creates a store of the resources in a map, keyed by id in lower case. */
export function createStore(resources = new Map<string, StoredResource>()): ResourceStore {
  const byType = new Map<string, Map<string, StoredResource>>();
  const listeners = new Set<StoreListener>();

  const addToType = (key: string, resource: StoredResource) => {
    const type = resource.type.toLowerCase();
    let ofType = byType.get(type);
    if (!ofType) byType.set(type, (ofType = new Map<string, StoredResource>()));
    ofType.set(key, resource);
  };
  for (const [key, resource] of resources) addToType(key, resource);

  const remove = (key: string) => {
    const resource = resources.get(key);
    if (!resource) return;
    resources.delete(key);
    byType.get(resource.type.toLowerCase())?.delete(key);
    for (const listener of listeners) listener(resource.id, undefined);
  };

  return {
    get: (id) => resources.get(id.toLowerCase()),
    put(resource) {
      const key = resource.id.toLowerCase();
      resources.set(key, resource);
      addToType(key, resource);
      for (const listener of listeners) listener(resource.id, resource);
    },
    delete(id) {
      const key = id.toLowerCase();
      if (!resources.has(key)) return false;
      const prefix = `${key}/`;
      for (const other of resources.keys()) if (other.startsWith(prefix)) remove(other);
      remove(key);
      return true;
    },
    list(type, below) {
      const prefix = below === undefined ? "" : `${below.toLowerCase()}/`;
      const found: [key: string, resource: StoredResource][] = [];
      // Without a copy of all: there may be a hundred thousand.
      for (const entry of byType.get(type.toLowerCase()) ?? []) {
        if (entry[0].startsWith(prefix)) found.push(entry);
      }
      return found.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, resource]) => resource);
    },
    all: () => resources.values(),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load(all) {
      resources.clear();
      byType.clear();
      for (const resource of all) {
        const key = resource.id.toLowerCase();
        resources.set(key, resource);
        addToType(key, resource);
      }
    },
  };
}
