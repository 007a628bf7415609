/** Rows by place; undefined where there is none. */
export interface Places<Row> {
  count: number;
  at: (place: number) => Row | undefined;
}

/** Rows whose ids in lower case are known as well. */
export interface KeyedPlaces<Row> extends Places<Row> {
  keyAt: (place: number) => string | undefined;
}

const NOTHING: KeyedPlaces<never> = { count: 0, at: () => undefined, keyAt: () => undefined };

/**
 * What is selected of rows, by id: it survives sorting, filters and refreshes. A change costs what it
 * changes, however many rows there are.
 */
export class RowSelection<Row> {
  /** Goes up with every change. */
  version = 0;
  /** As they were when they were selected. */
  private readonly rows = new Map<string, Row>();
  /** What the filters leave. */
  private found: KeyedPlaces<Row> = NOTHING;
  /** What the table shows, the heads of groups included. */
  private places: Places<Row> = NOTHING;
  /** Of the selected rows those that the filters leave. */
  private foundCount = 0;
  /** The range last selected, and what it has selected in addition. */
  private range?: { from: number; to: number; added: Set<string> };
  private readonly listeners = new Set<() => void>();

  private readonly idOf: (row: Row) => string;

  /** `idOf` gives the id of a row in lower case. */
  constructor(idOf: (row: Row) => string) {
    this.idOf = idOf;
  }

  /** Rows that are selected, shown or not. */
  get count(): number {
    return this.rows.size;
  }

  /** Rows that are selected, but that the filters hide. */
  get hiddenCount(): number {
    return this.rows.size - this.foundCount;
  }

  /** What of the rows that the filters leave is selected. */
  get shown(): "all" | "some" | "none" {
    if (this.foundCount === 0) return "none";
    return this.foundCount === this.found.count ? "all" : "some";
  }

  has(id: string): boolean {
    return this.rows.has(id);
  }

  /** The selected rows by id, as they were when they were selected, in that order. */
  all(): IterableIterator<[id: string, row: Row]> {
    return this.rows.entries();
  }

  /** Takes note of what is shown now, and forgets rows that are no more. Doing it again changes nothing. */
  look(found: KeyedPlaces<Row>, places: Places<Row>, isThere: (id: string) => boolean): void {
    const before = this.summary();
    this.found = found;
    this.places = places;
    this.range = undefined;
    if (this.rows.size === 0) return;
    for (const id of this.rows.keys()) if (!isThere(id)) this.rows.delete(id);
    this.foundCount = 0;
    for (let place = 0; place < found.count; place++) {
      if (this.rows.has(found.keyAt(place) ?? "")) this.foundCount += 1;
    }
    if (before !== this.summary()) this.version += 1;
  }

  toggle(id: string, row: Row): void {
    this.range = undefined;
    if (this.rows.has(id)) this.drop(id);
    else this.add(id, row);
    this.changed();
  }

  /** See `TableSelection`. */
  selectRange(from: number, to: number): void {
    const range = this.range?.from === from ? this.range : undefined;
    const added = range?.added ?? new Set<string>();
    const last = range?.to ?? from;
    for (let place = Math.min(last, to); place <= Math.max(last, to); place++) {
      const row = this.places.at(place);
      if (row === undefined) continue;
      const id = this.idOf(row);
      const isWithin = place >= Math.min(from, to) && place <= Math.max(from, to);
      if (isWithin && !this.rows.has(id)) {
        this.add(id, row);
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
      const [id, row] = [this.found.keyAt(place), this.found.at(place)];
      if (id !== undefined && row !== undefined) this.rows.set(id, row);
    }
    this.foundCount = this.found.count;
    this.changed();
  }

  /** Takes back what the filters leave; what they hide stays as it is. */
  unselectAll(): void {
    this.range = undefined;
    for (let place = 0; place < this.found.count; place++) {
      const id = this.found.keyAt(place);
      if (id !== undefined) this.rows.delete(id);
    }
    this.foundCount = 0;
    this.changed();
  }

  clear(): void {
    this.range = undefined;
    this.rows.clear();
    this.foundCount = 0;
    this.changed();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Only rows that are shown are added or dropped one by one. */
  private add(id: string, row: Row): void {
    this.rows.set(id, row);
    this.foundCount += 1;
  }

  private drop(id: string): void {
    this.rows.delete(id);
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
