import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "1fr",
    columnGap: tokens.spacingHorizontalXXXL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    "@media (min-width: 640px)": { gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)" },
    "@media (min-width: 900px)": {
      alignItems: "baseline",
      gridTemplateColumns: "minmax(120px, 2fr) minmax(0, 5fr) minmax(120px, 2fr) minmax(0, 5fr)",
      columnGap: tokens.spacingHorizontalL,
    },
  },
  fact: {
    display: "grid",
    gridTemplateColumns: "1fr",
    columnGap: tokens.spacingHorizontalM,
    alignItems: "baseline",
    minWidth: 0,
    "@media (min-width: 900px)": { gridColumn: "span 2", gridTemplateColumns: "subgrid" },
  },
  wide: {
    "@media (min-width: 640px)": { gridColumn: "1 / -1" },
    "@media (min-width: 900px)": { gridColumn: "1 / -1" },
  },
  label: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, minWidth: 0, overflowWrap: "anywhere" },
  wideValue: { "@media (min-width: 900px)": { gridColumn: "2 / -1" } },
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
          <dd className={mergeClasses(styles.value, item.isWide === true && styles.wideValue)}>
            {item.value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
