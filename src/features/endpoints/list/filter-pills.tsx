import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Dismiss12Regular } from "@fluentui/react-icons";
import { useMemo } from "react";
import type { FacetCount } from "../../../lib/endpoint-query/evaluate";
import {
  endpointFields,
  facetIds,
  facetOf,
  type FacetId,
} from "../../../lib/endpoint-query/fields";
import { foldCase } from "../../../lib/endpoint-query/fold";
import type { EndpointList } from "../../../queries/endpoint-list";
import type { ListView } from "./use-list-view";

const useStyles = makeStyles({
  // Each flows behind what stands before them.
  pills: { display: "contents", listStyleType: "none" },
  pill: { fontWeight: tokens.fontWeightRegular, maxWidth: "100%", minWidth: 0 },
});

interface FilterPillsProps {
  view: ListView;
  list: Pick<EndpointList, "indexed">;
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
          ...{ facet, value, label: `${label}: ${labelOf(facet, options, value)}` },
        }));
      }),
    [indexed, query],
  );
  if (pills.length === 0) return null;
  const remove = (facet: FacetId, value: string) => {
    view.toggleValue(facet, value);
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

/** A value that no row has is shown by the name that it would have, or by the last part of its id. */
function labelOf(facet: FacetId, options: readonly FacetCount[], value: string): string {
  const option = options.find((one) => foldCase(one.value) === foldCase(value));
  const known = option?.label ?? facetOf(facet).valueLabel?.(value);
  return (known ?? value.slice(value.lastIndexOf("/") + 1)) || "(none)";
}
