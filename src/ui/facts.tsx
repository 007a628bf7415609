import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "1fr",
    columnGap: tokens.spacingHorizontalXXXL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    "@media (min-width: 640px)": { gridTemplateColumns: "1fr 1fr" },
  },
  fact: {
    display: "grid",
    gridTemplateColumns: "1fr",
    columnGap: tokens.spacingHorizontalM,
    alignItems: "baseline",
    minWidth: 0,
    "@media (min-width: 900px)": { gridTemplateColumns: "minmax(120px, 2fr) 5fr" },
  },
  wide: {
    "@media (min-width: 640px)": { gridColumn: "1 / -1" },
    // The label's column as wide as in the half rows above.
    "@media (min-width: 900px)": { gridTemplateColumns: "minmax(120px, 1fr) 6fr" },
  },
  label: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, minWidth: 0, overflowWrap: "anywhere" },
});

export interface FactsProps {
  label: string;
  /** `isWide` takes the whole row, for a long value. */
  items: { label: string; value: ReactNode; isWide?: boolean }[];
}

/** Properties and their values, in two columns where there is room. */
export function Facts({ label, items }: FactsProps) {
  const styles = useStyles();
  return (
    <dl className={styles.root} aria-label={label}>
      {items.map((item) => (
        <div
          key={item.label}
          className={mergeClasses(styles.fact, item.isWide === true && styles.wide)}
        >
          <dt className={styles.label}>{item.label}</dt>
          <dd className={styles.value}>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
