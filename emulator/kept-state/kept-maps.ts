import type { Keeping } from "./keeping";

/** What a record says of one key: its value, or without one that it is gone. */
type Change = [map: string, key: string, value?: unknown];

/** Maps that know which of their keys changed, and the text of the records that say so. */
export class KeptMaps implements Keeping {
  readonly #maps = new Map<string, NotedMap>();

  map<Value>(name: string): Map<string, Value> {
    return this.#noted(name) as Map<string, Value>;
  }

  hasChanges(): boolean {
    return [...this.#maps.values()].some(({ changed }) => changed.size > 0);
  }

  /** The text of a record with every change since the last call. */
  takeChanges(): string {
    const changes: Change[] = [];
    for (const [name, map] of this.#maps) {
      for (const key of map.changed) {
        changes.push(map.has(key) ? [name, key, map.get(key)] : [name, key]);
      }
      map.changed.clear();
    }
    return JSON.stringify(changes);
  }

  /** The text of a record that makes this state out of an empty one. */
  everything(): string {
    const changes: Change[] = [];
    for (const [name, map] of this.#maps) {
      for (const [key, value] of map) changes.push([name, key, value]);
    }
    return JSON.stringify(changes);
  }

  /** Does again what a record says, without noting it as a change. */
  apply(text: string): void {
    for (const change of JSON.parse(text) as Change[]) {
      const [name, key, value] = change;
      const map = this.#noted(name);
      if (change.length === 3) map.set(key, value);
      else map.delete(key);
      map.changed.delete(key);
    }
  }

  #noted(name: string): NotedMap {
    let map = this.#maps.get(name);
    if (!map) this.#maps.set(name, (map = new NotedMap()));
    return map;
  }
}

class NotedMap extends Map<string, unknown> {
  readonly changed = new Set<string>();

  override set(key: string, value: unknown): this {
    this.changed.add(key);
    return super.set(key, value);
  }

  override delete(key: string): boolean {
    if (this.has(key)) this.changed.add(key);
    return super.delete(key);
  }

  override clear(): void {
    for (const key of this.keys()) this.changed.add(key);
    super.clear();
  }
}
