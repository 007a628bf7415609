import { columns, type IndexColumnId, type EndpointQueryRow, type EndpointUsage } from "./columns";
import { DictionaryColumn } from "./dictionary-column";
import { queryColumns } from "./fields";
import { RowIds } from "./row-ids";

/** What a call of `put` changed; rows that said nothing new are in neither. */
export interface PutRows<Row> {
  added: Row[];
  updated: Row[];
}

interface IndexedColumn<Row> {
  column: DictionaryColumn<Row>;
  /** How much of the journal it has read. */
  readUntil: number;
}

const nothingUsed: EndpointUsage = new Map();

/** How many rows a column reads in one step of `ready`. */
const STEP_ROWS = 1_000;

/**
 * Rows by number, and their columns. Rows come in batches, are replaced and removed by id; a column is
 * built when something first asks for it and follows the changes from then on. A row's number is its
 * own as long as the index lives: that of a removed row is never given again.
 */
export class RowIndex<Row extends EndpointQueryRow = EndpointQueryRow> {
  /** Goes up with every change that a query could see. */
  version = 0;
  private readonly rows: (Row | undefined)[] = [];
  private readonly ids = new RowIds();
  private readonly built = new Map<IndexColumnId, IndexedColumn<Row>>();
  /** Numbers of the rows that were added, replaced or removed, in turn. */
  private readonly journal: number[] = [];
  private usage = nothingUsed;
  private usageSeen?: { version: number; isKnown: boolean };

  /** How many rows there are. */
  get size(): number {
    return this.ids.count;
  }

  /** One more than the greatest row number. */
  get end(): number {
    return this.rows.length;
  }

  /**
   * Adds rows, and replaces those of the same id (in any case). A row that is what it was keeps its
   * object, so that what was drawn for it need not be drawn again.
   */
  put(rows: readonly Row[]): PutRows<Row> {
    const added: Row[] = [];
    const updated: Row[] = [];
    for (const row of rows) {
      const { next } = this.ids;
      const number = this.ids.add(row.id);
      const isNew = number === next;
      if (!isNew && isSameRow(this.rows[number], row)) continue;
      this.rows[number] = row;
      this.journal.push(number);
      (isNew ? added : updated).push(row);
    }
    if (added.length > 0 || updated.length > 0) this.version += 1;
    return { added, updated };
  }

  /** Removes rows by id in any case; ids that there are none of are passed over. */
  remove(ids: Iterable<string>): void {
    for (const id of ids) {
      const known = this.ids.remove(id);
      if (known === undefined) continue;
      this.rows[known] = undefined;
      this.journal.push(known);
      this.version += 1;
    }
  }

  /**
   * Says which endpoints are used, by folded id, once that is known; it is unknown of those that are absent. What is
   * added for a row before that is put counts, too.
   */
  setUsage(usage: EndpointUsage): void {
    this.usage = usage;
    this.built.delete("usage");
    this.version += 1;
  }

  /** True if it is known of every row whether it is used. */
  isUsageKnown(): boolean {
    if (this.usageSeen?.version !== this.version) {
      const isKnown =
        this.usage.size >= this.size &&
        this.rows.every(
          (row, number) => row === undefined || this.usage.has(this.ids.keyOf(number)),
        );
      this.usageSeen = { version: this.version, isKnown };
    }
    return this.usageSeen.isKnown;
  }

  /** What is known of the rows' use. */
  knownUsage(): EndpointUsage {
    return this.usage;
  }

  /** The row of a number that a query gave; undefined once it was removed. */
  row(number: number): Row | undefined {
    return this.rows[number];
  }

  /** All rows, in the order of their numbers. */
  all(): Row[] {
    return this.rows.filter((row) => row !== undefined);
  }

  /** The folded id of a row, removed or not. */
  keyOf(number: number): string {
    return this.ids.keyOf(number);
  }

  /** The numbers of all rows in the order of their folded ids. */
  inOrderOfId(): Uint32Array {
    return this.ids.inOrder();
  }

  /** The number of a row, by its id in any case. */
  numberOf(id: string): number | undefined {
    return this.ids.numberOf(id);
  }

  /**
   * Brings the columns up to date that searches, filters and sorts read, in steps of well below a
   * millisecond, so that the first letter typed finds them ready; to be called when there is nothing else
   * to do.
   */
  *ready(): Generator<undefined> {
    for (const id of queryColumns) {
      // What a step found may be another column at the next: the usage became known.
      while (this.readOn(this.builtColumn(id), STEP_ROWS)) yield;
    }
  }

  /** A column as the rows are now. */
  column(id: IndexColumnId): DictionaryColumn<Row> {
    const known = this.builtColumn(id);
    this.readOn(known, Infinity);
    return known.column;
  }

  private builtColumn(id: IndexColumnId): IndexedColumn<Row> {
    let known = this.built.get(id);
    if (known === undefined) {
      const { read, derive } = columns[id];
      const { usage } = this;
      const column = new DictionaryColumn<Row>({ read: (row) => read(row, usage), derive });
      known = { column, readUntil: 0 };
      this.built.set(id, known);
    }
    return known;
  }

  /** Tells a column of so many changes; true if it read any. */
  private readOn(known: IndexedColumn<Row>, limit: number): boolean {
    const from = known.readUntil;
    const until = Math.min(this.journal.length, from + limit);
    for (; known.readUntil < until; known.readUntil++) {
      const number = this.journal[known.readUntil] ?? 0;
      known.column.update(number, this.rows[number]);
    }
    return until > from;
  }
}

/** True if two rows have the same members, those that are objects member by member. */
function isSameRow(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
  const [left, right] = [Object.entries(one), other as Record<string, unknown>];
  return (
    left.length === Object.keys(right).length &&
    left.every(([name, value]) => Object.hasOwn(right, name) && isSameRow(value, right[name]))
  );
}
