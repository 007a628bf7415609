import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { Add16Regular, Dismiss12Regular } from "@fluentui/react-icons";
import { useCallback, useEffect, useMemo, useState, type RefObject } from "react";
import type { FacetCount } from "../../../lib/endpoint-query/evaluate";
import { endpointFields, facetIds, type FacetId } from "../../../lib/endpoint-query/fields";
import { foldCase } from "../../../lib/endpoint-query/fold";
import type { EndpointList } from "../../../queries/endpoint-list";
import { numberText } from "./count-of";
import { ChartsPlace } from "./charts/charts-place";
import { FacetFilter } from "./facet-filter";
import type { ListView } from "./use-list-view";
import { SearchBox } from "./search-box";
import { SearchHelp } from "./search-help";

/** What most people filter by; the others are added from a menu. */
const FIRST_FACETS: readonly FacetId[] = [
  "authentication",
  "registry",
  "instance",
  "subscription",
  "provisioningState",
];
const OTHER_FACETS = facetIds.filter((id) => !FIRST_FACETS.includes(id));

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
  },
  // Each flows behind what stands before them.
  pills: { display: "contents", listStyleType: "none" },
  // Above the header and the first column of the table, which stay in view.
  menu: { zIndex: 3 },
  more: { fontWeight: tokens.fontWeightRegular },
  pill: { fontWeight: tokens.fontWeightRegular, maxWidth: "100%", minWidth: 0 },
});

/** What is filtered. */
export type FilteredList = Pick<
  EndpointList,
  "indexed" | "size" | "reading" | "isWhole" | "readUsage"
>;

interface FilterBarProps {
  view: ListView;
  list: FilteredList;
  search: RefObject<HTMLInputElement | null>;
}

/** The search box, which `/` jumps to, the filters, and the charts, which filter too. */
export function FilterBar({ view, list, search }: FilterBarProps) {
  const styles = useStyles();
  const [added, setAdded] = useState<readonly FacetId[]>([]);
  const shown = facetIds.filter(
    (id) => FIRST_FACETS.includes(id) || added.includes(id) || view.query.facets[id].length > 0,
  );
  return (
    <>
      <div role="search" aria-label="Registry endpoints" className={styles.bar}>
        <SearchBox ref={search} text={view.text} onChange={view.setText} />
        <SearchHelp />
        {shown.map((facet) => (
          <IndexedFacet key={facet} facet={facet} view={view} list={list} />
        ))}
        <MoreFilters
          others={OTHER_FACETS.filter((id) => !shown.includes(id))}
          onAdd={(id) => setAdded([...added, id])}
        />
      </div>
      <ChartsPlace view={view} indexed={list.indexed} />
    </>
  );
}

interface FacetProps extends Omit<FilterBarProps, "search"> {
  facet: FacetId;
}

function IndexedFacet({ facet, view, list }: FacetProps) {
  const { query } = view;
  const { indexed, readUsage } = list;
  // Who uses an endpoint is not read with the list.
  useEffect(() => {
    if (facet === "usage") readUsage();
  }, [facet, readUsage]);
  const readOptions = useCallback(
    () => indexed.evaluator.facetCounts(query, facet),
    [indexed, query, facet],
  );
  return (
    <FacetFilter
      label={endpointFields[facet].label}
      note={list.isWhole ? undefined : loadedNote(list)}
      readOptions={readOptions}
      selected={query.facets[facet]}
      onChange={(values) => view.setFacet(facet, values)}
    />
  );
}

/** What counts are of while the list is not all here. */
function loadedNote({ size, reading }: FilteredList): string {
  const total = reading?.total ?? 0;
  const of = total > size ? `${numberText(size)} of ${numberText(total)}` : numberText(size);
  return `Counts of ${of} loaded`;
}

interface MoreFiltersProps {
  others: readonly FacetId[];
  onAdd: (facet: FacetId) => void;
}

function MoreFilters({ others, onAdd }: MoreFiltersProps) {
  const styles = useStyles();
  if (others.length === 0) return null;
  return (
    // Within the page's landmark, beside its button.
    <Menu inline positioning="below-start">
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" className={styles.more} icon={<Add16Regular />}>
          More filters
        </Button>
      </MenuTrigger>
      <MenuPopover className={styles.menu}>
        <MenuList>
          {others.map((id) => (
            <MenuItem key={id} onClick={() => onAdd(id)}>
              {endpointFields[id].label}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

interface FilterPillsProps extends Omit<FilterBarProps, "search"> {
  /** The removed pill takes the focus with it. */
  onRemoved: () => void;
}

interface Pill {
  facet: FacetId;
  value: string;
  label: string;
}

/** What is filtered by, as pills to remove. */
export function FilterPills({ view, list: { indexed }, onRemoved }: FilterPillsProps) {
  const styles = useStyles();
  const { query } = view;
  const pills = useMemo(
    () =>
      facetIds.flatMap((facet): Pill[] => {
        const values = query.facets[facet];
        if (values.length === 0) return [];
        const options = indexed.evaluator.facetCounts(query, facet);
        const { label } = endpointFields[facet];
        return values.map((value) => ({
          ...{ facet, value, label: `${label}: ${labelOf(options, value)}` },
        }));
      }),
    [indexed, query],
  );
  if (pills.length === 0) return null;
  const remove = (facet: FacetId, value: string) => {
    view.setFacet(
      facet,
      query.facets[facet].filter((one) => one !== value),
    );
    onRemoved();
  };
  return (
    <ul className={styles.pills} aria-label="Active filters">
      {pills.map(({ facet, value, label }) => (
        <li key={`${facet} ${value}`}>
          <Button
            className={styles.pill}
            size="small"
            shape="circular"
            icon={<Dismiss12Regular />}
            iconPosition="after"
            aria-label={`Remove filter ${label}`}
            onClick={() => remove(facet, value)}
          >
            {label}
          </Button>
        </li>
      ))}
      <li>
        <Button
          size="small"
          appearance="transparent"
          onClick={() => {
            view.clear();
            onRemoved();
          }}
        >
          Clear all
        </Button>
      </li>
    </ul>
  );
}

/** A value that no row has any more is shown by the last part of its id. */
function labelOf(options: readonly FacetCount[], value: string): string {
  const option = options.find((one) => foldCase(one.value) === foldCase(value));
  return (option?.label ?? value.slice(value.lastIndexOf("/") + 1)) || "(none)";
}
