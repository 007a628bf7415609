/** Rows by place, as their ids in lower case; undefined where there is none. */
export interface KeyedPlaces {
  count: number;
  keyAt: (place: number) => string | undefined;
}

const NOTHING: KeyedPlaces = { count: 0, keyAt: () => undefined };

/**
 * What is selected of rows, by id: it survives sorting, filters and refreshes. A change costs what it
 * changes, however many rows there are.
 */
export class RowSelection {
  /** Goes up with every change. */
  version = 0;
  private readonly ids = new Set<string>();
  /** What the filters leave. */
  private found = NOTHING;
  /** What the table shows, the heads of groups included. */
  private places = NOTHING;
  /** Of the selected rows those that the filters leave. */
  private foundCount = 0;
  /** The range last selected, and what it has selected in addition. */
  private range?: { from: number; to: number; added: Set<string> };
  private readonly listeners = new Set<() => void>();

  /** Rows that are selected, shown or not. */
  get count(): number {
    return this.ids.size;
  }

  /** Rows that are selected, but that the filters hide. */
  get hiddenCount(): number {
    return this.ids.size - this.foundCount;
  }

  /** What of the rows that the filters leave is selected. */
  get shown(): "all" | "some" | "none" {
    if (this.foundCount === 0) return "none";
    return this.foundCount === this.found.count ? "all" : "some";
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  all(): IterableIterator<string> {
    return this.ids.values();
  }

  /**
   * Takes note of what is shown now, forgets rows that are no more, and returns the version. Doing it again
   * changes nothing.
   */
  look(found: KeyedPlaces, places: KeyedPlaces, isThere: (id: string) => boolean): number {
    const before = this.summary();
    this.found = found;
    this.places = places;
    this.range = undefined;
    if (this.ids.size === 0) return this.version;
    for (const id of this.ids) if (!isThere(id)) this.ids.delete(id);
    this.foundCount = 0;
    for (let place = 0; place < found.count; place++) {
      if (this.ids.has(found.keyAt(place) ?? "")) this.foundCount += 1;
    }
    if (before !== this.summary()) this.version += 1;
    return this.version;
  }

  toggle(id: string): void {
    this.range = undefined;
    if (this.ids.has(id)) this.drop(id);
    else this.add(id);
    this.changed();
  }

  /** See `TableSelection`. */
  selectRange(from: number, to: number): void {
    const range = this.range?.from === from ? this.range : undefined;
    const added = range?.added ?? new Set<string>();
    const last = range?.to ?? from;
    for (let place = Math.min(last, to); place <= Math.max(last, to); place++) {
      const id = this.places.keyAt(place);
      if (id === undefined) continue;
      const isWithin = place >= Math.min(from, to) && place <= Math.max(from, to);
      if (isWithin && !this.ids.has(id)) {
        this.add(id);
        added.add(id);
      } else if (!isWithin && added.delete(id)) {
        this.drop(id);
      }
    }
    this.range = { from, to, added };
    this.changed();
  }

  /** Selects what the filters leave; what they hide stays as it is. */
  selectAll(): void {
    this.range = undefined;
    for (let place = 0; place < this.found.count; place++) {
      const id = this.found.keyAt(place);
      if (id !== undefined) this.ids.add(id);
    }
    this.foundCount = this.found.count;
    this.changed();
  }

  clear(): void {
    this.range = undefined;
    this.ids.clear();
    this.foundCount = 0;
    this.changed();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Only rows that are shown are added or dropped one by one. */
  private add(id: string): void {
    this.ids.add(id);
    this.foundCount += 1;
  }

  private drop(id: string): void {
    this.ids.delete(id);
    this.foundCount -= 1;
  }

  private summary(): string {
    return [this.count, this.hiddenCount, this.shown].join();
  }

  private changed(): void {
    this.version += 1;
    for (const listener of this.listeners) listener();
  }
}
