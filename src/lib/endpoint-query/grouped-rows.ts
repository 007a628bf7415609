import type { EndpointQueryRow } from "./columns";
import { facetOf } from "./fields";
import { compareText, foldCase } from "./fold";
import type { GroupFieldId } from "./list-layout";
import type { RowIndex } from "./row-index";

/** Rows that have one value in common. */
export interface RowGroup {
  /** The value, folded: the same group has the same id whatever else is found. */
  id: string;
  label: string;
  count: number;
  /** Its first place in the numbers of the grouped rows. */
  start: number;
}

export interface GroupedRows {
  /** By their folded labels. */
  groups: readonly RowGroup[];
  /** The same rows, group by group, within each in the order in which they came. */
  rowNumbers: Uint32Array;
}

/** What tells groups of the same label apart. */
const details: Partial<Record<GroupFieldId, (row: EndpointQueryRow) => string>> = {
  instance: (row) => `${row.resourceGroup}, ${row.subscriptionName}`,
  subscription: (row) => row.subscriptionId,
};

/** Puts rows together by the value that they have in a field. */
export function groupRows<Row extends EndpointQueryRow>(
  index: RowIndex<Row>,
  rowNumbers: Uint32Array,
  field: GroupFieldId,
): GroupedRows {
  const { column: columnId, label: labelOf } = facetOf(field);
  const column = index.column(columnId);
  const { codes } = column;
  const counts = new Uint32Array(column.values.length);
  for (const number of rowNumbers) {
    const code = codes[number] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  const usage = index.knownUsage();
  const found = column
    .usedValues()
    .filter(({ code }) => counts[code] !== 0)
    .map(({ code, text, sample }) => {
      const label = labelOf(sample, usage);
      return { code, sample, id: foldCase(text), label, key: foldCase(label) };
    })
    .sort((a, b) => compareText(a.key, b.key) || compareText(a.id, b.id));

  const nextOfCode = new Uint32Array(counts.length);
  let start = 0;
  const groups = found.map(({ code, sample, id, label, key }, at): RowGroup => {
    const count = counts[code] ?? 0;
    nextOfCode[code] = start;
    start += count;
    const isAmbiguous = found[at - 1]?.key === key || found[at + 1]?.key === key;
    const detail = isAmbiguous ? details[field]?.(sample) : undefined;
    return {
      ...{ id, count, start: start - count },
      label: detail === undefined ? label : `${label} (${detail})`,
    };
  });
  const grouped = new Uint32Array(rowNumbers.length);
  for (const number of rowNumbers) {
    const code = codes[number] ?? 0;
    const place = nextOfCode[code] ?? 0;
    grouped[place] = number;
    nextOfCode[code] = place + 1;
  }
  return { groups, rowNumbers: grouped };
}
