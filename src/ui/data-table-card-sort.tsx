import type { DataTableColumn, DataTableSort } from "./data-table-column";
import { SelectField } from "./select-field";

interface CardSortProps<Row> {
  columns: readonly DataTableColumn<Row>[];
  sort: readonly DataTableSort[];
  onSort: (sort: readonly DataTableSort[]) => void;
}

/** What cards are sorted by: they have no header to click. */
export function CardSort<Row>({ columns, sort, onSort }: CardSortProps<Row>) {
  const options = columns
    .filter(({ isSortable }) => isSortable)
    .flatMap(({ id, label }) => [
      { value: `${id} ascending`, label: `${label}, A to Z` },
      { value: `${id} descending`, label: `${label}, Z to A` },
    ]);
  return (
    <SelectField
      label="Sort by"
      value={sort[0] ? `${sort[0].id} ${sort[0].direction}` : ""}
      onChange={(value) => {
        const [id = "", direction] = value.split(" ");
        onSort([{ id, direction: direction === "descending" ? "descending" : "ascending" }]);
      }}
      options={options}
    />
  );
}
