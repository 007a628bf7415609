import { makeStyles, tokens } from "@fluentui/react-components";
import { useDeferredValue } from "react";
import type { FacetId } from "../../../../lib/endpoint-query/fields";
import type { IndexedRows } from "../../../../queries/endpoint-list";
import { useArrowKeys } from "../../../../ui/use-arrow-keys";
import type { ListView } from "../use-list-view";
import { FacetChart } from "./facet-chart";

const CHARTS: readonly FacetId[] = ["authentication", "registry", "provisioningState", "version"];

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(200px, 100%), 1fr))",
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalS,
    alignItems: "start",
  },
});

interface FacetChartsProps {
  view: ListView;
  indexed: IndexedRows;
  /** What counts are of, where that is not everything. */
  note: string | undefined;
  /** That none is found does not say that there is none. */
  mayBeMore: boolean;
}

/** What the rows that are found are like. Counted once they are drawn, chart by chart, so that typing stays fast. */
export function FacetCharts({ view, indexed, ...props }: FacetChartsProps) {
  const styles = useStyles();
  const query = useDeferredValue(view.query);
  const rows = useDeferredValue(indexed);
  const note = useDeferredValue(props.note);
  const mayBeMore = useDeferredValue(props.mayBeMore);
  // One stop between the filters and the rows, however many bars there are.
  const arrowKeys = useArrowKeys<HTMLDivElement>(undefined, true);
  return (
    <div role="toolbar" aria-label="Filter by chart" className={styles.root} {...arrowKeys}>
      {CHARTS.map((facet) => (
        <FacetChart
          key={facet}
          facet={facet}
          query={query}
          indexed={rows}
          note={note}
          mayBeMore={mayBeMore}
          onToggle={view.toggleValue}
        />
      ))}
    </div>
  );
}
