import type { EndpointQueryRow } from "./columns";
import { sortToText, type SortKey } from "./endpoint-query";
import { sortColumnOf } from "./fields";
import type { RowIndex } from "./row-index";

/** How many orders are kept for the rows as they are. */
const KEPT_ORDERS = 8;

/** Puts the rows of an index in order, and remembers each order until a row changes. */
export class RowOrder<Row extends EndpointQueryRow> {
  private readonly index: RowIndex<Row>;
  private version = -1;
  private readonly orders = new Map<string, Uint32Array>();

  constructor(index: RowIndex<Row>) {
    this.index = index;
  }

  /**
   * The numbers of all rows in order: by each key's folded text and code unit, and by the folded id
   * between rows that are equal in all of them.
   */
  numbersIn(sort: readonly SortKey[]): Uint32Array {
    if (this.version !== this.index.version) {
      this.orders.clear();
      this.version = this.index.version;
    }
    const key = sortToText(sort);
    let order = this.orders.get(key);
    if (order === undefined) {
      order = this.sorted(sort);
      this.forgetOldest();
      this.orders.set(key, order);
    }
    return order;
  }

  /** From the last key to the first, each by a counting sort, which leaves equal rows as they were. */
  private sorted(sort: readonly SortKey[]): Uint32Array {
    return sort.reduceRight<Uint32Array>((numbers, { column, direction }) => {
      const { codes, rankOfCode, size } = this.ranked(sortColumnOf(column));
      return countingSort(numbers, codes, {
        size,
        placeOf: direction === "asc" ? rankOfCode : reversed(rankOfCode, size),
      });
    }, this.index.inOrderOfId());
  }

  private ranked(id: Parameters<RowIndex<Row>["column"]>[0]) {
    const column = this.index.column(id);
    const rankOfCode = column.rankOfCodes();
    return { codes: column.codes, rankOfCode, size: rankOfCode.length };
  }

  private forgetOldest(): void {
    if (this.orders.size < KEPT_ORDERS) return;
    const [oldest = ""] = this.orders.keys();
    this.orders.delete(oldest);
  }
}

function reversed(ranks: Uint32Array, size: number): Uint32Array {
  return ranks.map((rank) => size - 1 - rank);
}

function countingSort(
  numbers: Uint32Array,
  codes: Uint32Array,
  { placeOf, size }: { placeOf: Uint32Array; size: number },
): Uint32Array {
  const next = new Uint32Array(size + 1);
  const count = numbers.length;
  for (let at = 0; at < count; at++) {
    const place = (placeOf[codes[numbers[at] ?? 0] ?? 0] ?? 0) + 1;
    next[place] = (next[place] ?? 0) + 1;
  }
  for (let place = 1; place <= size; place++) {
    next[place] = (next[place] ?? 0) + (next[place - 1] ?? 0);
  }
  const sorted = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    const number = numbers[at] ?? 0;
    const place = placeOf[codes[number] ?? 0] ?? 0;
    sorted[next[place] ?? 0] = number;
    next[place] = (next[place] ?? 0) + 1;
  }
  return sorted;
}
