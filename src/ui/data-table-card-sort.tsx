import { makeStyles, tokens } from "@fluentui/react-components";
import { AllRowsCheckbox } from "./data-table-checkbox";
import type { DataTableColumn, DataTableSort } from "./data-table-column";
import { toggleAll, type TableSelection } from "./data-table-items";
import { SelectField } from "./select-field";

const useStyles = makeStyles({
  root: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalL,
    // The label beside its list, level with the box.
    "& > :last-child": {
      flexGrow: 1,
      minWidth: 0,
      gridTemplateColumns: "auto minmax(0, 1fr)",
      alignItems: "center",
      columnGap: tokens.spacingHorizontalS,
    },
    "& > :last-child > label": { paddingBottom: 0 },
  },
  // As high as the list beside it, and the box above those of the cards.
  all: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    flexShrink: 0,
    height: "32px",
    paddingLeft: tokens.spacingHorizontalS,
    cursor: "pointer",
  },
});

interface CardSortProps {
  columns: readonly Pick<DataTableColumn<never>, "id" | "label" | "isSortable">[];
  sort: readonly DataTableSort[];
  onSort: (sort: readonly DataTableSort[]) => void;
  selection: TableSelection | undefined;
}

/** What cards are sorted by, and the box that selects all of them: they have no header to click. */
export function CardSort({ columns, sort, onSort, selection }: CardSortProps) {
  const styles = useStyles();
  const options = columns
    .filter(({ isSortable }) => isSortable)
    .flatMap(({ id, label }) => [
      { value: `${id} ascending`, label: `${label}, A to Z` },
      { value: `${id} descending`, label: `${label}, Z to A` },
    ]);
  return (
    <div className={styles.root}>
      {selection && (
        <label className={styles.all}>
          <AllRowsCheckbox selected={selection.shown} onChange={() => toggleAll(selection)} />
          Select all
        </label>
      )}
      <SelectField
        label="Sort by"
        value={sort[0] ? `${sort[0].id} ${sort[0].direction}` : ""}
        onChange={(value) => {
          const [id = "", direction] = value.split(" ");
          onSort([{ id, direction: direction === "descending" ? "descending" : "ascending" }]);
        }}
        options={options}
      />
    </div>
  );
}
