import { Text, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, type ReactNode } from "react";
import type { EndpointList } from "../../../queries/endpoint-list";
import { useAnnounce } from "../../../ui/announcer";
import { RelativeTime } from "../../../ui/relative-time";
import { changesText } from "./changes-text";
import { matchCount, numberText } from "./count-of";
import { sourcesText } from "./sources-text";

/** Long enough that only the pause after typing is announced. */
const ANNOUNCED_AFTER_MS = 700;

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    alignItems: "baseline",
  },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    alignSelf: "center",
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
  /** What can be done with them. */
  children?: ReactNode;
}

/** How many rows there are, where they come from and how old they are. */
export function ListStatus({ list, matching, shown, isAwaited, children }: ListStatusProps) {
  const styles = useStyles();
  const total = list.isWhole ? list.size : Math.max(list.size, list.reading?.total ?? 0);
  const count = matchCount(matching, total, isAwaited);
  const changes = list.isRefreshing ? undefined : changesText(list.changes);
  useAnnouncedCount(changes === undefined ? count : `${count}; ${changes}`);
  const isRead = list.cachedAt === undefined && list.reading === undefined && !list.asking;
  const sources = isRead ? sourcesText(list.sources) : undefined;
  return (
    <div className={styles.root}>
      <Text weight="semibold">{count}</Text>
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
      {list.cachedAt !== undefined && (
        <Text size={200} className={styles.quiet}>
          From your last visit, <RelativeTime value={list.cachedAt} />
          {list.isRefreshing && "; refreshing…"}
        </Text>
      )}
      {sources && (
        <Text size={200} className={styles.quiet}>
          {sources}
        </Text>
      )}
      {list.updatedAt !== undefined && (
        <Text size={200} className={styles.quiet}>
          {list.isRefreshing ? (
            "Refreshing…"
          ) : (
            <>
              Last refreshed <RelativeTime value={list.updatedAt} />
              {changes !== undefined && `: ${changes}`}
            </>
          )}
        </Text>
      )}
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
