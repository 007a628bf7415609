import { makeStyles, tokens } from "@fluentui/react-components";

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
}

/**
 * The box that selects a row or all of them. The browser's own, since dozens come with every scroll; the
 * table hears its clicks.
 */
export function DataTableCheckbox({ label, isChecked }: DataTableCheckboxProps) {
  return (
    <input
      type="checkbox"
      tabIndex={-1}
      readOnly
      aria-label={label}
      className={useStyles().box}
      checked={isChecked === true}
      ref={(box) => {
        if (box) box.indeterminate = isChecked === undefined;
      }}
    />
  );
}
