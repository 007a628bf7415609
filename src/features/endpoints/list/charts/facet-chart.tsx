import { Button, Text, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo, useId, useMemo, useState } from "react";
import type { EndpointQuery } from "../../../../lib/endpoint-query/endpoint-query";
import { endpointFields, type FacetId } from "../../../../lib/endpoint-query/fields";
import type { IndexedRows } from "../../../../queries/endpoint-list";
import { chartBars, shareText, type ChartBar } from "./chart-bars";

const FIRST = 5;
/** What a person still reads; beyond it the filters have a search. */
const AT_MOST = 30;

const count = new Intl.NumberFormat("en");

const useStyles = makeStyles({
  root: { minWidth: 0 },
  // One line, as high with the note as without.
  head: { display: "flex", columnGap: tokens.spacingHorizontalS, whiteSpace: "nowrap" },
  title: { margin: 0 },
  note: {
    color: tokens.colorNeutralForeground3,
    minWidth: 0,
    overflow: "hidden",
    textOverflow: "ellipsis",
  },
  // The frames of the bars stand out, so that their texts begin where the title does.
  list: { listStyleType: "none", margin: "0 -5px", padding: 0 },
  bar: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto auto",
    alignItems: "baseline",
    columnGap: tokens.spacingHorizontalS,
    width: "100%",
    padding: "1px 4px 3px",
    border: "1px solid transparent",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground3 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    fontWeight: tokens.fontWeightSemibold,
    // Every button has a frame of one colour there.
    "@media (forced-colors: active)": { outline: "2px solid Highlight", outlineOffset: "-2px" },
  },
  label: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  share: { color: tokens.colorNeutralForeground3, minWidth: "36px", textAlign: "right" },
  track: {
    gridColumn: "1 / -1",
    height: "4px",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground6,
  },
  fill: {
    height: "100%",
    minWidth: "2px",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorCompoundBrandBackground,
    "@media (forced-colors: active)": { forcedColorAdjust: "none", backgroundColor: "CanvasText" },
  },
  more: { fontWeight: tokens.fontWeightRegular, minWidth: 0, paddingLeft: 0 },
});

interface FacetChartProps {
  facet: FacetId;
  query: EndpointQuery;
  indexed: IndexedRows;
  /** What counts are of, where that is not everything. */
  note: string | undefined;
  /** That none is found does not say that there is none. */
  mayBeMore: boolean;
  onToggle: (facet: FacetId, value: string) => void;
}

function Chart({ facet, query, indexed, note, mayBeMore, onToggle }: FacetChartProps) {
  const styles = useStyles();
  const titleId = useId();
  const [hasMore, setHasMore] = useState(false);
  const bars = useMemo(
    () => chartBars(indexed.evaluator.facetCounts(query, facet), query.facets[facet]),
    [indexed, query, facet],
  );
  // What is filtered by stays in view, so that it can be taken back here.
  const shown = bars.filter(({ isChosen }, at) => at < (hasMore ? AT_MOST : FIRST) || isChosen);
  const more = bars.length - shown.length;
  const { label } = endpointFields[facet];
  return (
    <section className={styles.root} aria-labelledby={titleId}>
      <div className={styles.head}>
        <Text as="h2" size={200} weight="semibold" id={titleId} className={styles.title}>
          {label}
        </Text>
        {note !== undefined && (
          <Text size={200} className={styles.note}>
            {note}
          </Text>
        )}
      </div>
      <ul className={styles.list} aria-labelledby={titleId}>
        {shown.map((bar) => (
          <li key={bar.value}>
            <Bar bar={bar} onToggle={() => onToggle(facet, bar.value)} />
          </li>
        ))}
      </ul>
      {bars.length === 0 && <Text size={200}>{mayBeMore ? "None known yet." : "No rows."}</Text>}
      {(more > 0 || hasMore) && (
        <Button
          size="small"
          appearance="transparent"
          tabIndex={-1}
          className={styles.more}
          aria-expanded={hasMore}
          onClick={() => setHasMore(!hasMore)}
        >
          {hasMore ? "Fewer" : `${more} more`}
        </Button>
      )}
    </section>
  );
}

/** The text is all that a chart says; the line below it shows the same. */
function Bar({ bar, onToggle }: { bar: ChartBar; onToggle: () => void }) {
  const styles = useStyles();
  const label = bar.label === "" ? "(none)" : bar.label;
  return (
    <button
      type="button"
      // One of all is a stop of the Tab key.
      tabIndex={-1}
      aria-pressed={bar.isChosen}
      title={label}
      className={mergeClasses(styles.bar, bar.isChosen && styles.chosen)}
      onClick={onToggle}
    >
      <span className={styles.label}>{label}</span> <span>{count.format(bar.count)}</span>{" "}
      <span className={styles.share}>{shareText(bar.share)}</span>
      <span className={styles.track} aria-hidden="true">
        {bar.length > 0 && (
          <div className={styles.fill} style={{ width: `${bar.length * 100}%` }} />
        )}
      </span>
    </button>
  );
}

/** How many rows have each value of a field, most first, beside the other filters. A click filters by it. */
export const FacetChart = memo(Chart);
