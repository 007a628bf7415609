import { Text, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, type ReactNode } from "react";
import type { EndpointList } from "../../../queries/endpoint-list";
import { useAnnounce } from "../../../ui/announcer";
import { changesText } from "./changes-text";
import { matchCount, numberText } from "./count-of";

/** Long enough that only the pause after typing is announced. */
const ANNOUNCED_AFTER_MS = 700;

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    alignItems: "start",
  },
  // Its own lines: filters come and go, and what can be done stays where it is.
  texts: {
    display: "flex",
    flexWrap: "wrap",
    flexGrow: 1,
    flexBasis: "300px",
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    alignItems: "baseline",
    alignContent: "center",
    minWidth: 0,
    minHeight: "24px",
  },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    marginLeft: "auto",
    // The room of its buttons, which come a little later and are to move nothing.
    minWidth: "min(420px, 100%)",
    minHeight: "24px",
    "@media (max-width: 600px)": { minHeight: "48px" },
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface ListStatusProps {
  list: EndpointList;
  /** Rows that match. */
  matching: number;
  /** The first of them, which are shown. */
  shown: number;
  /** True while Azure is asked whether there are more. */
  isAwaited: boolean;
  /** What is filtered by. */
  filters: ReactNode;
  /** What can be done with them. */
  children?: ReactNode;
}

/** How many rows there are, of what, and what can be done with them. */
export function ListStatus({
  list,
  matching,
  shown,
  isAwaited,
  filters,
  children,
}: ListStatusProps) {
  const styles = useStyles();
  const total = list.isWhole ? list.size : Math.max(list.size, list.reading?.total ?? 0);
  const count = matchCount(matching, total, isAwaited);
  const changes = list.isRefreshing ? undefined : changesText(list.changes);
  useAnnouncedCount(changes === undefined ? count : `${count}; ${changes}`);
  return (
    <div className={styles.root}>
      <div className={styles.texts}>
        <Text weight="semibold">{count}</Text>
        {filters}
        {isAwaited && matching < total && (
          <Text size={200} className={styles.quiet}>
            Asking Azure…
          </Text>
        )}
        {shown < matching && (
          <Text size={200} className={styles.quiet}>
            The first {numberText(shown)} are shown until all are read
          </Text>
        )}
      </div>
      <div className={styles.actions}>{children}</div>
    </div>
  );
}

function useAnnouncedCount(count: string): void {
  const announce = useAnnounce();
  useEffect(() => {
    const timer = setTimeout(() => announce(count), ANNOUNCED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [announce, count]);
}
