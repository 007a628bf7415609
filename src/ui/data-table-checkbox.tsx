import { makeStyles, tokens } from "@fluentui/react-components";
import type { TableSelection } from "./data-table-items";

const DRAWN = {
  content: '""',
  display: "block",
  width: "12px",
  height: "12px",
  margin: "1px",
} as const;
/** Of Fluent's own icon. */
const TICK =
  "M9.76 3.2c.3.29.32.76.04 1.06l-4.25 4.5a.75.75 0 0 1-1.08.02L2.22 6.53a.75.75 0 0 1 1.06-1.06l1.7 1.7L8.7 3.24a.75.75 0 0 1 1.06-.04";

// Fluent's look on the browser's own box.
const useStyles = makeStyles({
  box: {
    appearance: "none",
    boxSizing: "border-box",
    width: "16px",
    height: "16px",
    margin: 0,
    flexShrink: 0,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: "transparent",
    cursor: "pointer",
    ":hover:not(:checked, :indeterminate)": {
      border: `1px solid ${tokens.colorNeutralStrokeAccessibleHover}`,
    },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
    ":checked": {
      border: `1px solid ${tokens.colorCompoundBrandBackground}`,
      backgroundColor: tokens.colorCompoundBrandBackground,
    },
    ":checked:hover": {
      border: `1px solid ${tokens.colorCompoundBrandBackgroundHover}`,
      backgroundColor: tokens.colorCompoundBrandBackgroundHover,
    },
    ":indeterminate": { border: `1px solid ${tokens.colorCompoundBrandStroke}` },
    ":checked::before": {
      ...DRAWN,
      backgroundColor: tokens.colorNeutralForegroundInverted,
      clipPath: `path("${TICK}")`,
    },
    ":indeterminate::before": {
      ...DRAWN,
      backgroundColor: tokens.colorCompoundBrandForeground1,
      clipPath: "inset(2px round 2px)",
    },
    // Whose colours are the person's own.
    "@media (forced-colors: active)": { appearance: "auto" },
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
