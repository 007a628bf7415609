import { Button, Input, makeStyles, tokens } from "@fluentui/react-components";
import { Dismiss12Regular, Dismiss16Regular, Search20Regular } from "@fluentui/react-icons";
import type { RefObject } from "react";
import { facetNames, type FacetName } from "../../../lib/endpoint-index";
import type { FacetOption } from "../../../lib/endpoint-search";
import { useShortcut } from "../../../ui/shortcuts";
import { endpointShortcuts } from "../endpoint-shortcuts";
import { FacetFilter } from "./facet-filter";
import type { ListView } from "./use-list-view";

const FACET_LABELS: Record<FacetName, string> = {
  auth: "Authentication",
  instance: "Instance",
  subscription: "Subscription",
};

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
  },
  search: {
    flexGrow: 1,
    flexBasis: "220px",
    maxWidth: "420px",
    // The button at the end does the same by keyboard and in every browser.
    "& input::-webkit-search-cancel-button": { display: "none" },
  },
  pills: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    listStyleType: "none",
    margin: 0,
    padding: 0,
  },
  pill: { fontWeight: tokens.fontWeightRegular, maxWidth: "100%", minWidth: 0 },
});

interface FilterBarProps {
  view: ListView;
  facets: Record<FacetName, FacetOption[]>;
  search: RefObject<HTMLInputElement | null>;
}

/** The search box, which `/` jumps to, the filters, and what is filtered by as pills to remove. */
export function FilterBar({ view, facets, search }: FilterBarProps) {
  const styles = useStyles();
  const searchKey = useShortcut(endpointShortcuts.search, () => {
    search.current?.focus();
    search.current?.select();
  });
  return (
    <>
      <div role="search" aria-label="Registry endpoints" className={styles.bar}>
        <Input
          ref={search}
          className={styles.search}
          type="search"
          value={view.text}
          onChange={(_, { value }) => view.setText(value)}
          onKeyDown={(event) => {
            if (event.key === "Escape" && view.text !== "") {
              event.preventDefault();
              view.setText("");
            }
          }}
          aria-label="Search registry endpoints"
          aria-keyshortcuts={searchKey}
          placeholder={
            searchKey === undefined ? "Search any column" : `Search any column ( ${searchKey} )`
          }
          autoComplete="off"
          spellCheck={false}
          contentBefore={<Search20Regular />}
          contentAfter={
            view.text === "" ? undefined : (
              <Button
                size="small"
                appearance="transparent"
                icon={<Dismiss16Regular />}
                aria-label="Clear search"
                onClick={() => {
                  view.setText("");
                  search.current?.focus();
                }}
              />
            )
          }
        />
        {facetNames.map((facet) => (
          <FacetFilter
            key={facet}
            label={FACET_LABELS[facet]}
            options={facets[facet]}
            selected={view.query.filters[facet]}
            onChange={(values) => view.setFilter(facet, values)}
          />
        ))}
      </div>
      <FilterPills view={view} facets={facets} onRemoved={() => search.current?.focus()} />
    </>
  );
}

interface FilterPillsProps extends Omit<FilterBarProps, "search"> {
  /** The removed pill takes the focus with it. */
  onRemoved: () => void;
}

function FilterPills({ view, facets, onRemoved }: FilterPillsProps) {
  const styles = useStyles();
  const pills = facetNames.flatMap((facet) =>
    view.query.filters[facet].map((value) => ({
      facet,
      value,
      label: `${FACET_LABELS[facet]}: ${labelOf(facets[facet], value)}`,
    })),
  );
  if (pills.length === 0) return null;
  const remove = (facet: FacetName, value: string) => {
    view.setFilter(
      facet,
      view.query.filters[facet].filter((one) => one !== value),
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
function labelOf(options: readonly FacetOption[], value: string): string {
  const option = options.find((one) => one.value.toLowerCase() === value.toLowerCase());
  return option?.label ?? value.slice(value.lastIndexOf("/") + 1);
}
