import { makeStyles, tokens } from "@fluentui/react-components";
import type { TableSelection } from "./data-table-items";

const useStyles = makeStyles({
  box: {
    width: "16px",
    height: "16px",
    margin: 0,
    flexShrink: 0,
    accentColor: tokens.colorCompoundBrandBackground,
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
});

interface DataTableCheckboxProps {
  label: string;
  /** Undefined for some of several. */
  isChecked: boolean | undefined;
  /** Outside of the table, which hears the clicks within it. */
  onChange?: () => void;
}

/**
 * The box that selects a row or all of them. The browser's own, since dozens come with every scroll; the
 * table hears its clicks.
 */
export function DataTableCheckbox({ label, isChecked, onChange }: DataTableCheckboxProps) {
  return (
    <input
      type="checkbox"
      tabIndex={onChange ? undefined : -1}
      readOnly={onChange === undefined}
      onChange={onChange}
      aria-label={label}
      className={useStyles().box}
      checked={isChecked === true}
      ref={(box) => {
        if (box) box.indeterminate = isChecked === undefined;
      }}
    />
  );
}

interface AllRowsCheckboxProps {
  selected: TableSelection["shown"];
  onChange?: () => void;
}

/** The box that selects all rows, and says whether none, some or all are. */
export function AllRowsCheckbox({ selected, onChange }: AllRowsCheckboxProps) {
  return (
    <DataTableCheckbox
      label="Select all rows"
      isChecked={selected === "some" ? undefined : selected === "all"}
      onChange={onChange}
    />
  );
}
