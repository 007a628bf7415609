import { Text, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { EndpointQuery } from "../../../lib/endpoint-query/endpoint-query";
import type { EndpointList } from "../../../queries/endpoint-list";
import { useAnnouncedChange } from "../../../ui/use-announced-change";
import { changesText } from "./changes-text";
import { numberText } from "./count-of";
import { answerCount, type ListAnswer } from "./list-answer";

/** What may tell of more rows, in words. */
export const AWAITED: Readonly<Record<NonNullable<ListAnswer["awaited"]>, string>> = {
  azure: "Asking Azure",
  cache: "Loading the rows of your last visit",
  index: "Reading the remaining endpoints",
  instances: "Asking the instances",
  usage: "Reading who uses what",
};

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
  query: EndpointQuery;
  answer: ListAnswer;
  /** Rows that match and are shown. */
  shown: number;
  /** True if they are the first of all that match. */
  areFirst: boolean;
  /** What is filtered by. */
  filters: ReactNode;
  /** What can be done with them. */
  children?: ReactNode;
}

/** How many rows there are, of what, and what can be done with them. */
export function ListStatus(props: ListStatusProps) {
  const { list, query, answer, shown, areFirst, filters, children } = props;
  const styles = useStyles();
  const count = answerCount(answer);
  const isPart = shown < answer.matching;
  const isOpen = answer.mayBeMore || (isPart && !areFirst);
  // Where there are no rows, what is in their place says it.
  const awaited = isOpen && !answer.isPending ? answer.awaited : undefined;
  const changes = list.isRefreshing ? undefined : changesText(list.changes);
  const words = changes === undefined ? count : `${count}; ${changes}`;
  // Another search is answered, also by the same number.
  const { search, facets } = query;
  const of = JSON.stringify([words, search.trim(), facets]);
  useAnnouncedChange(words, { of, saysFirst: true });
  return (
    <div className={styles.root}>
      <div className={styles.texts}>
        <Text weight="semibold">{count}</Text>
        {filters}
        {isPart && (
          <Text size={200} className={styles.quiet}>
            {areFirst
              ? `The first ${numberText(shown)} are shown until all are read`
              : `${numberText(shown)} loaded`}
          </Text>
        )}
        {awaited && (
          <Text size={200} className={styles.quiet}>
            {AWAITED[awaited]}…
          </Text>
        )}
      </div>
      <div className={styles.actions}>{children}</div>
    </div>
  );
}
