/** Rows by place; undefined where there is none. */
export interface Places<Row> {
  count: number;
  at: (place: number) => Row | undefined;
}

/** Rows whose ids in lower case are known as well. */
export interface KeyedPlaces<Row> extends Places<Row> {
  keyAt: (place: number) => string | undefined;
}

/** What is looked for, as a text, and whether all of it is here. */
interface Looking {
  sought: string;
  isWhole: boolean;
}

/** Begins at a place, where that is no head of a group at the row of an id, and has `added` rows. */
interface Range {
  from: number;
  id: string | undefined;
  /** Not known any more where rows have moved since. */
  to: number | undefined;
  added: Set<string>;
}

function isFrom(range: Range, from: number, id: string | undefined): boolean {
  return range.to === undefined ? id !== undefined && range.id === id : range.from === from;
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
  /** The range last selected. */
  private range?: Range;
  /** What is looked for, where all of it is to be selected as it arrives. */
  private growing?: string;
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

  /** True while rows are selected as they arrive. */
  get isGrowing(): boolean {
    return this.growing !== undefined;
  }

  /** Takes note of what is shown now, and forgets rows that are no more. Doing it again changes nothing. */
  look(
    found: KeyedPlaces<Row>,
    places: Places<Row>,
    isThere: (id: string) => boolean,
    { sought, isWhole }: Looking = { sought: "", isWhole: true },
  ): void {
    const before = this.summary();
    this.found = found;
    if (this.range !== undefined && this.places !== places) this.range.to = undefined;
    this.places = places;
    if (this.growing !== undefined && this.growing !== sought) this.growing = undefined;
    if (this.growing !== undefined) this.addFound();
    if (isWhole) this.growing = undefined;
    if (this.rows.size === 0) return;
    for (const id of this.rows.keys()) if (!isThere(id)) this.rows.delete(id);
    this.foundCount = 0;
    for (let place = 0; place < found.count; place++) {
      if (this.rows.has(found.keyAt(place) ?? "")) this.foundCount += 1;
    }
    if (before !== this.summary()) this.version += 1;
  }

  /** Selects what the filters leave, and goes on as more of what is `sought` arrives, until something else is done. */
  grow(sought: string): void {
    this.selectAll();
    this.growing = sought;
    this.changed();
  }

  toggle(id: string, row: Row): void {
    this.begin();
    if (this.rows.has(id)) this.drop(id);
    else this.add(id, row);
    this.changed();
  }

  /** See `TableSelection`. */
  selectRange(from: number, to: number): void {
    this.growing = undefined;
    const first = this.places.at(from);
    const id = first && this.idOf(first);
    const range = this.range !== undefined && isFrom(this.range, from, id) ? this.range : undefined;
    const added = range?.added ?? new Set<string>();
    // Rows have come in between: what it had selected is looked for among those that are shown.
    if (range !== undefined && range.to === undefined) this.dropFound(added);
    const last = range?.to ?? from;
    for (let place = Math.min(last, to, from); place <= Math.max(last, to, from); place++) {
      const row = this.places.at(place);
      if (row === undefined) continue;
      const key = this.idOf(row);
      const isWithin = place >= Math.min(from, to) && place <= Math.max(from, to);
      if (isWithin && !this.rows.has(key)) {
        this.add(key, row);
        added.add(key);
      } else if (!isWithin && added.delete(key)) {
        this.drop(key);
      }
    }
    this.range = { from, id, to, added };
    this.changed();
  }

  /** Selects what the filters leave; what they hide stays as it is. */
  selectAll(): void {
    this.begin();
    this.addFound();
    this.foundCount = this.found.count;
    this.changed();
  }

  /** Takes back what the filters leave; what they hide stays as it is. */
  unselectAll(): void {
    this.begin();
    for (let place = 0; place < this.found.count; place++) {
      const id = this.found.keyAt(place);
      if (id !== undefined) this.rows.delete(id);
    }
    this.foundCount = 0;
    this.changed();
  }

  clear(): void {
    this.begin();
    this.rows.clear();
    this.foundCount = 0;
    this.changed();
  }

  /** Takes back these, shown or not. */
  unselect(ids: Iterable<string>): void {
    this.begin();
    const others = new Set(ids);
    this.dropFound(others);
    for (const id of others) this.rows.delete(id);
    this.changed();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Something else is selected than the range of before, or what arrives. */
  private begin(): void {
    this.range = undefined;
    this.growing = undefined;
  }

  private addFound(): void {
    for (let place = 0; place < this.found.count; place++) {
      const [id, row] = [this.found.keyAt(place), this.found.at(place)];
      if (id !== undefined && row !== undefined) this.rows.set(id, row);
    }
  }

  private dropFound(ids: Set<string>): void {
    for (let place = 0; place < this.found.count; place++) {
      const id = this.found.keyAt(place);
      if (id !== undefined && ids.delete(id)) this.drop(id);
    }
  }

  /** Only rows that are shown are added or dropped one by one. */
  private add(id: string, row: Row): void {
    this.rows.set(id, row);
    this.foundCount += 1;
  }

  private drop(id: string): void {
    // Gone meanwhile, and perhaps here again: then it is not selected.
    if (this.rows.delete(id)) this.foundCount -= 1;
  }

  private summary(): string {
    return [this.count, this.hiddenCount, this.shown, this.isGrowing].join();
  }

  private changed(): void {
    this.version += 1;
    for (const listener of this.listeners) listener();
  }
}
