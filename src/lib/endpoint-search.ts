import {
  compareText,
  facetNames,
  foldText,
  orderOf,
  type EndpointFields,
  type EndpointIndex,
  type FacetName,
  type SortColumn,
} from "./endpoint-index";

/** What a person asked of the list. */
export interface EndpointQuery {
  /** Words in any order; a row must have all of them. */
  text: string;
  /** Per facet the values of which a row must have one, in any case; empty: any. */
  filters: Readonly<Record<FacetName, readonly string[]>>;
  sort: { column: SortColumn; isDescending: boolean };
}

/** A value to filter by, with how many rows it would show beside the other filters. */
export interface FacetOption {
  value: string;
  label: string;
  count: number;
}

export interface EndpointMatches<Row> {
  rows: Row[];
  facets: Record<FacetName, FacetOption[]>;
}

/**
 * The rows that match, in order, and the facet counts. Rows of equal text are in the order of their
 * ids in both directions. Reads the index only.
 */
export function searchEndpoints<Row extends EndpointFields>(
  index: EndpointIndex<Row>,
  query: EndpointQuery,
): EndpointMatches<Row> {
  const words = searchWords(query.text);
  const filters = facetNames.map((name) => ({
    ...index.facets[name],
    allowed: allowedCodes(index.facets[name].keys, query.filters[name]),
    counts: new Uint32Array(index.facets[name].keys.length),
  }));
  const isMatch = new Uint8Array(index.rows.length);

  for (let position = 0; position < index.rows.length; position++) {
    const haystack = index.haystacks[position] ?? "";
    if (!words.every((word) => haystack.includes(word))) continue;
    const misses = filters.filter(
      ({ allowed, codes }) => allowed !== undefined && allowed[codes[position] ?? 0] !== 1,
    );
    if (misses.length === 0) isMatch[position] = 1;
    if (misses.length > 1) continue;
    // A facet counts what its own filter hides, or nobody would know what choosing more would add.
    for (const filter of misses.length === 0 ? filters : misses) {
      const code = filter.codes[position] ?? 0;
      filter.counts[code] = (filter.counts[code] ?? 0) + 1;
    }
  }

  const [auth, instance, subscription] = filters.map(facetOptions);
  return {
    rows: inOrder(index, isMatch, query.sort),
    facets: { auth: auth ?? [], instance: instance ?? [], subscription: subscription ?? [] },
  };
}

/** The words of a search as they are compared: lower case, without accents. */
export function searchWords(text: string): string[] {
  return foldText(text)
    .split(/\s+/)
    .filter((word) => word !== "");
}

/** Undefined when nothing is chosen, that is when everything is allowed. */
function allowedCodes(keys: readonly string[], chosen: readonly string[]): Uint8Array | undefined {
  if (chosen.length === 0) return undefined;
  const wanted = new Set(chosen.map((value) => value.toLowerCase()));
  return Uint8Array.from(keys, (key) => (wanted.has(key) ? 1 : 0));
}

function facetOptions(facet: {
  values: readonly string[];
  labels: readonly string[];
  counts: Uint32Array;
}): FacetOption[] {
  return facet.values
    .map((value, code) => ({
      value,
      label: facet.labels[code] ?? value,
      count: facet.counts[code] ?? 0,
    }))
    .sort(
      (a, b) =>
        compareText(a.label.toLowerCase(), b.label.toLowerCase()) || compareText(a.value, b.value),
    );
}

function inOrder<Row extends EndpointFields>(
  index: EndpointIndex<Row>,
  isMatch: Uint8Array,
  { column, isDescending }: EndpointQuery["sort"],
): Row[] {
  const { positions, runs } = orderOf(index, column);
  const rows: Row[] = [];
  const runCount = runs.length - 1;
  for (let step = 0; step < runCount; step++) {
    const run = isDescending ? runCount - 1 - step : step;
    const end = runs[run + 1] ?? 0;
    for (let place = runs[run] ?? 0; place < end; place++) {
      const position = positions[place] ?? 0;
      const row = index.rows[position];
      if (isMatch[position] === 1 && row !== undefined) rows.push(row);
    }
  }
  return rows;
}
