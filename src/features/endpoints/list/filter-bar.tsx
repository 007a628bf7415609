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
import { Add16Regular } from "@fluentui/react-icons";
import { useCallback, useEffect, useState, type RefObject } from "react";
import { endpointFields, facetIds, type FacetId } from "../../../lib/endpoint-query/fields";
import type { EndpointList } from "../../../queries/endpoint-list";
import { useMediaQuery } from "../../../ui/use-media-query";
import { FacetFilter } from "./facet-filter";
import { loadedNote } from "./loaded-text";
import type { ListView } from "./use-list-view";
import { SearchBox } from "./search-box";
import { SearchHelp } from "./search-help";

/** What most people filter by; the others are added from a menu. */
const FIRST_FACETS: readonly FacetId[] = ["authentication", "registry", "instance", "subscription"];
/** The same where one more has room on the line of the search box. */
const MORE_FIRST_FACETS: readonly FacetId[] = [...FIRST_FACETS, "provisioningState"];
const ROOMY = "(min-width: 1400px)";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
  },
  // Above the header and the first column of the table, which stay in view.
  menu: { zIndex: 3 },
  more: { fontWeight: tokens.fontWeightRegular },
  // Never alone on a line.
  last: { display: "flex", columnGap: tokens.spacingHorizontalS },
});

/** What is filtered. */
type FilteredList = Pick<EndpointList, "indexed" | "size" | "reading" | "isWhole" | "readUsage">;

interface FilterBarProps {
  view: ListView;
  list: FilteredList;
  search: RefObject<HTMLInputElement | null>;
}

/** The search box, which `/` jumps to, and the filters. */
export function FilterBar({ view, list, search }: FilterBarProps) {
  const styles = useStyles();
  const [added, setAdded] = useState<readonly FacetId[]>([]);
  const first = useMediaQuery(ROOMY) ? MORE_FIRST_FACETS : FIRST_FACETS;
  const shown = facetIds.filter(
    (id) => first.includes(id) || added.includes(id) || view.query.facets[id].length > 0,
  );
  const pills = shown.map((facet) => (
    <IndexedFacet
      key={facet}
      facet={facet}
      view={view}
      list={list}
      isOpened={facet === added.at(-1)}
    />
  ));
  return (
    <div role="search" aria-label="Registry endpoints" className={styles.bar}>
      <SearchBox ref={search} text={view.text} onChange={view.setText} />
      <SearchHelp />
      {pills.slice(0, -1)}
      <div className={styles.last}>
        {pills.slice(-1)}
        <MoreFilters
          others={facetIds.filter((id) => !shown.includes(id))}
          onAdd={(id) => setAdded([...added, id])}
        />
      </div>
    </div>
  );
}

interface FacetProps extends Omit<FilterBarProps, "search"> {
  facet: FacetId;
  /** Whether it was just asked for. */
  isOpened: boolean;
}

function IndexedFacet({ facet, view, list, isOpened }: FacetProps) {
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
      isOpened={isOpened}
      note={loadedNote(list)}
      readOptions={readOptions}
      selected={query.facets[facet]}
      onChange={(values) => view.setFacet(facet, values)}
    />
  );
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
