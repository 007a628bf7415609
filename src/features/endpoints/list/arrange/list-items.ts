import type { GroupedRows } from "../../../../lib/endpoint-query/grouped-rows";
import type { RowIndex } from "../../../../lib/endpoint-query/row-index";
import type { EndpointRow } from "../../../../queries/endpoint-list";
import type { TableItems } from "../../../../ui/data-table-items";

/** Rows as the table shows them, one after the other. */
export function rowItems(
  index: RowIndex<EndpointRow>,
  rowNumbers: Uint32Array,
): TableItems<EndpointRow> {
  return {
    count: rowNumbers.length,
    at: (place) => rowItem(index, rowNumbers[place]),
  };
}

/**
 * Rows below the head of their group; of closed groups the head alone. `note`: what their counts
 * are of, where that is not everything.
 */
export function groupedItems(
  index: RowIndex<EndpointRow>,
  { groups, rowNumbers }: GroupedRows,
  isClosed: (groupId: string) => boolean,
  note?: string,
): TableItems<EndpointRow> {
  // By group, the place of its head.
  const heads = new Uint32Array(groups.length);
  let count = 0;
  groups.forEach((group, at) => {
    heads[at] = count;
    count += 1 + (isClosed(group.id) ? 0 : group.count);
  });
  return {
    count,
    headsBefore: (place) => lastUpTo(heads, place - 1) + 1,
    at: (place) => {
      const at = lastUpTo(heads, place);
      const group = groups[at];
      const head = heads[at];
      if (group === undefined || head === undefined || place >= count) return undefined;
      if (place > head) return rowItem(index, rowNumbers[group.start + place - head - 1]);
      const { id, label, count: size } = group;
      return {
        kind: "group",
        id,
        label: label === "" ? "(none)" : label,
        count: size,
        ...(note === undefined ? {} : { note }),
        isOpen: !isClosed(id),
      };
    },
  };
}

function rowItem(index: RowIndex<EndpointRow>, number: number | undefined) {
  const row = number === undefined ? undefined : index.row(number);
  return row && { kind: "row" as const, row };
}

/** The last position whose value is not greater; -1 if there is none. */
function lastUpTo(ascending: Uint32Array, value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
