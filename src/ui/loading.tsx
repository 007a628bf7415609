import {
  Skeleton,
  SkeletonItem,
  Spinner,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";

const useStyles = makeStyles({
  loading: { padding: tokens.spacingVerticalXL },
  rows: { display: "flex", flexDirection: "column" },
  // What comes at once needs no words; they move nothing, they are there after a while.
  label: {
    paddingTop: tokens.spacingVerticalS,
    color: tokens.colorNeutralForeground3,
    animationName: { from: { opacity: 0 }, to: { opacity: 1 } },
    animationDuration: "1ms",
    animationDelay: "800ms",
    animationFillMode: "backwards",
  },
  row: {
    display: "grid",
    gridAutoFlow: "column",
    gridAutoColumns: "1fr",
    columnGap: tokens.spacingHorizontalXL,
    alignItems: "center",
    height: "40px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    // Narrow screens show cards, not columns.
    "@media (max-width: 600px)": { "& > :nth-child(n+3)": { display: "none" } },
  },
});

/** Says what is being waited for. */
export function Loading({ label }: { label: string }) {
  return <Spinner className={useStyles().loading} size="small" label={label} role="status" />;
}

export interface RowsSkeletonProps {
  label: string;
  rows: number;
  columns: number;
}

/** The shape of a table whose rows are on their way. It says so to those who look, too, once that takes a while. */
export function RowsSkeleton({ label, rows, columns }: RowsSkeletonProps) {
  const styles = useStyles();
  return (
    <Skeleton aria-label={label} aria-busy="true" className={styles.rows}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row}>
          {Array.from({ length: columns }, (_, column) => (
            <SkeletonItem key={column} size={16} />
          ))}
        </div>
      ))}
      <Text size={200} className={styles.label}>
        {label}…
      </Text>
    </Skeleton>
  );
}
