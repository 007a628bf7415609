/** What a table shows at a place: a row, or the head of a group of rows. */
export type TableItem<Row> =
  | { kind: "row"; row: Row }
  | {
      kind: "group";
      /** Its own among the groups, and the same after a refresh. */
      id: string;
      label: string;
      /** Rows that it holds, shown or not. */
      count: number;
      /** What `count` is of, where that is not everything. */
      note?: string;
      isOpen: boolean;
    };

/**
 * What a table shows, by place. Only the places in view are asked for, so that no array of everything
 * is needed. A new object means that something has changed.
 */
export interface TableItems<Row> {
  count: number;
  at: (index: number) => TableItem<Row> | undefined;
  /** How many heads of groups there are at places below one; absent where there are none at all. */
  headsBefore?: (index: number) => number;
}

/** What is selected in a table, by the id of `rowId` in lower case; places are those of `items`. */
export interface TableSelection {
  isSelected: (id: string) => boolean;
  /** Rows that are selected, shown or not. */
  count: number;
  /** Of all rows that are shown, drawn or not: what the box of the header says. */
  shown: "all" | "some" | "none";
  toggle: (id: string) => void;
  /**
   * Selects the rows of two places, and those in between. Called again from the same place, it takes back
   * what it had selected beyond.
   */
  selectRange: (from: number, to: number) => void;
  /** Selects every row that the filters leave, not only those drawn. */
  selectAll: () => void;
  /** Takes back every row that the filters leave. */
  unselectAll: () => void;
  clear: () => void;
  /** Another value whenever what is selected has changed. */
  version: unknown;
}

/** What the box for all rows does: takes back those that are shown where all are selected, else selects them. */
export function toggleAll({ shown, selectAll, unselectAll }: TableSelection): void {
  (shown === "all" ? unselectAll : selectAll)();
}

export type TableDensity = "comfortable" | "compact";

export type TableMark = "added" | "changed";

/** Names what is at a place apart from all others: a row by its id, in lower case. */
export function itemIdBy<Row>(rowId: (row: Row) => string): (item: TableItem<Row>) => string {
  return (item) => (item.kind === "row" ? rowId(item.row).toLowerCase() : `group ${item.id}`);
}
