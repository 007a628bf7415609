import { Text, makeStyles, tokens } from "@fluentui/react-components";
import type { EndpointList } from "../../../queries/endpoint-list";
import { RelativeTime } from "../../../ui/relative-time";
import { changesText } from "./changes-text";
import { sourcesText } from "./sources-text";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    alignItems: "baseline",
  },
});

/** What the list is of, where its rows come from, how old they are, and what a refresh has changed. */
export function ListAge({ list }: { list: EndpointList }) {
  const styles = useStyles();
  const isShown = list.status === "ready" && list.size > 0;
  return (
    <span className={styles.root}>
      <span>Azure IoT Operations</span>
      {isShown && <Age list={list} />}
    </span>
  );
}

function Age({ list }: { list: EndpointList }) {
  const changes = list.isRefreshing ? undefined : changesText(list.changes);
  const isRead = list.cachedAt === undefined && list.reading === undefined && !list.asking;
  const sources = isRead ? sourcesText(list.sources) : undefined;
  return (
    <>
      {list.cachedAt !== undefined && (
        <Text size={200}>
          From your last visit, <RelativeTime value={list.cachedAt} />
          {list.isRefreshing && "; refreshing…"}
        </Text>
      )}
      {sources && <Text size={200}>{sources}</Text>}
      {list.updatedAt !== undefined && (
        <Text size={200}>
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
    </>
  );
}
