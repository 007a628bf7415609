import { makeStyles, tokens } from "@fluentui/react-components";
import { Suspense, useCallback, useEffect, useState, type RefObject } from "react";
import type { EndpointQuery } from "../../../lib/endpoint-query/endpoint-query";
import type { FacetCount } from "../../../lib/endpoint-query/evaluate";
import {
  endpointFields,
  facetIds,
  facetOf,
  type FacetId,
} from "../../../lib/endpoint-query/fields";
import { foldCase } from "../../../lib/endpoint-query/fold";
import type { EndpointList } from "../../../queries/endpoint-list";
import { NARROW } from "../../../ui/data-table-styles";
import { useMediaQuery } from "../../../ui/use-media-query";
import { FacetFilter } from "./facet-filter";
import { isUsageComing } from "./list-answer";
import { MoreFilters } from "./list-later";
import { loadedNote } from "./loaded-text";
import { MoreFiltersButton } from "./more-filters-button";
import type { ListView } from "./use-list-view";
import { SearchBox } from "./search-box";
import { SearchHelp } from "./search-help";

/** What most people filter by; the others are added from a menu. */
const FIRST_FACETS: readonly FacetId[] = ["authentication", "registry", "instance", "subscription"];
/** The same where one more has room on the line of the search box. */
const MORE_FIRST_FACETS: readonly FacetId[] = [...FIRST_FACETS, "provisioningState"];
const ROOMY = "(min-width: 1400px)";
/** And where rows are to be seen without scrolling past them. */
const NO_FIRST_FACETS: readonly FacetId[] = [];

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
  },
  // With the menu of the others, which is never alone on a line.
  filter: { display: "flex", columnGap: tokens.spacingHorizontalS },
});

/** What is filtered. */
type FilteredList = Pick<
  EndpointList,
  "indexed" | "size" | "missing" | "isReading" | "isWhole" | "usageReading" | "readUsage"
>;

interface FilterBarProps {
  view: ListView;
  list: FilteredList;
  search: RefObject<HTMLInputElement | null>;
}

/** The search box, which `/` jumps to, and the filters. */
export function FilterBar({ view, list, search }: FilterBarProps) {
  const styles = useStyles();
  const [added, setAdded] = useState<readonly FacetId[]>([]);
  // What has been used stays, also without a value: it may be open.
  const [used, setUsed] = useState<readonly FacetId[]>([]);
  const first = useFirstFacets();
  const shown = facetIds.filter(
    (id) =>
      [first, added, used].some((ids) => ids.includes(id)) || view.query.facets[id].length > 0,
  );
  const others = facetIds.filter((id) => !shown.includes(id));
  const areFirst = shown.length === 0;
  const button = <MoreFiltersButton areFirst={areFirst} disabled />;
  // Its menu is not downloaded before there are rows.
  const more =
    others.length > 0 &&
    (list.size === 0 ? (
      button
    ) : (
      <Suspense fallback={button}>
        <MoreFilters areFirst={areFirst} others={others} onAdd={(id) => setAdded([...added, id])} />
      </Suspense>
    ));
  return (
    <div role="search" aria-label="Registry endpoints" className={styles.bar}>
      <SearchBox ref={search} text={view.text} onChange={view.setText} />
      <SearchHelp />
      {shown.map((facet, place) => (
        <div key={facet} className={styles.filter}>
          <IndexedFacet
            facet={facet}
            view={view}
            list={list}
            isOpened={facet === added.at(-1)}
            onUsed={() => setUsed(used.includes(facet) ? used : [...used, facet])}
          />
          {place === shown.length - 1 && more}
        </div>
      ))}
      {areFirst && more}
    </div>
  );
}

/** The filters that are there without being asked for. */
function useFirstFacets(): readonly FacetId[] {
  const isRoomy = useMediaQuery(ROOMY);
  const isNarrow = useMediaQuery(NARROW);
  if (isNarrow) return NO_FIRST_FACETS;
  return isRoomy ? MORE_FIRST_FACETS : FIRST_FACETS;
}

interface FacetProps extends Omit<FilterBarProps, "search"> {
  facet: FacetId;
  /** Whether it was just asked for. */
  isOpened: boolean;
  onUsed: () => void;
}

function IndexedFacet({ facet, view, list, isOpened, onUsed }: FacetProps) {
  const { query } = view;
  const { indexed, readUsage } = list;
  // Who uses an endpoint is not read with the list.
  useEffect(() => {
    if (facet === "usage") readUsage(false);
  }, [facet, readUsage]);
  const readOptions = useCallback(
    () => possibleOptions(facet, indexed.evaluator.facetCounts(query, facet)),
    [indexed, query, facet],
  );
  return (
    <FacetFilter
      label={endpointFields[facet].label}
      isOpened={isOpened}
      note={countsNote(list, query, facet)}
      readOptions={readOptions}
      selected={query.facets[facet]}
      onChange={(values) => {
        onUsed();
        view.setFacet(facet, values);
      }}
    />
  );
}

/** Where a facet knows all of its values, those: what no row has yet can be chosen, and "not known" cannot. */
function possibleOptions(facet: FacetId, options: readonly FacetCount[]): readonly FacetCount[] {
  const { values, valueLabel } = facetOf(facet);
  if (values === undefined) return options;
  return values.map(
    (value) =>
      options.find((one) => foldCase(one.value) === value) ?? {
        ...{ value, label: valueLabel?.(value) ?? value, count: 0 },
      },
  );
}

/** What counts are of, while they are not of everything. */
function countsNote(list: FilteredList, { facets }: EndpointQuery, facet: FacetId) {
  const isOfUsage = facet === "usage" || facets.usage.length > 0;
  if (isOfUsage && !list.indexed.index.isUsageKnown()) {
    return isUsageComing(list)
      ? "Still reading who uses what: counts may grow"
      : "Use is not known of every endpoint: counts may be higher";
  }
  const loaded = loadedNote(list);
  return loaded && `Counts ${loaded}`;
}
