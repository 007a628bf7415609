import type { SortKey } from "../../../../lib/endpoint-query/endpoint-query";
import { endpointFields } from "../../../../lib/endpoint-query/fields";
import type { FieldId } from "../../../../lib/endpoint-query/fields";
import type { GroupFieldId } from "../../../../lib/endpoint-query/list-layout";
import { countOf } from "../count-of";

/** How rows are sorted, for example `Sorted by Name, ascending, then Host, descending`. */
export function sortText(sort: readonly SortKey[]): string {
  const keys = sort.map(
    ({ column, direction }) =>
      `${endpointFields[column].label}, ${direction === "asc" ? "ascending" : "descending"}`,
  );
  return `Sorted by ${keys.join(", then ")}`;
}

/** Where a column is among others, for example `Host, column 2 of 8`. */
export function columnPlaceText(id: FieldId, columns: readonly FieldId[]): string {
  return `${endpointFields[id].label}, column ${columns.indexOf(id) + 1} of ${columns.length}`;
}

/** How rows are put together, for example `Grouped by Instance, 500 groups`; `so far` while there may be more. */
export function groupText(
  field: GroupFieldId | undefined,
  count: number,
  isWhole: boolean,
): string {
  if (field === undefined) return "Not grouped";
  const groups = `${countOf(count, "group")}${isWhole ? "" : " so far"}`;
  return `Grouped by ${endpointFields[field].label}, ${groups}`;
}
