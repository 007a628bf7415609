import { facetIds, facetOf, sortFieldIds, type FacetId, type SortFieldId } from "./fields";
import { compareText, foldCase } from "./fold";

/** A field to sort by. */
export interface SortKey {
  column: SortFieldId;
  direction: "asc" | "desc";
}

/** What a person asked of the list. */
export interface EndpointQuery {
  /** In the language of `parseSearch`. */
  search: string;
  /** Per facet the values of which a row must have one, in any case; none: any. An empty text is "no value". */
  facets: Readonly<Record<FacetId, readonly string[]>>;
  /** The first counts most. Rows that are equal in all of them are in the order of their ids. */
  sort: readonly SortKey[];
}

/** A query as the URL has it: what is not asked for is absent. */
export type QueryParameters = {
  /** The search. */
  q?: string;
  /** Fields, with a hyphen before those that descend, and commas between. */
  sort?: string;
} & Partial<Record<FacetParameter, string[]>>;

/** The list as it is without any parameter. */
export const defaultSort: readonly SortKey[] = [{ column: "name", direction: "asc" }];

/** What the facets are called in the URL. */
const facetParameters = {
  authentication: "auth",
  host: "host",
  registry: "kind",
  instance: "instance",
  site: "site",
  version: "version",
  subscription: "subscription",
  resourceGroup: "group",
  location: "location",
  provisioningState: "state",
  usage: "usage",
} as const satisfies Record<FacetId, string>;
type FacetParameter = (typeof facetParameters)[FacetId];

/** A query that asks for every row, in the default order. */
export function emptyQuery(): EndpointQuery {
  return { search: "", facets: facetsBy(() => []), sort: defaultSort };
}

/**
 * Reads a query from whatever a URL has, so that any URL opens a usable list: what is not understood is
 * dropped. Numbers and booleans count as the text they were written as, as routers read them.
 */
export function queryFromParameters(parameters: Readonly<Record<string, unknown>>): EndpointQuery {
  return {
    search: textOf(parameters.q) ?? "",
    facets: facetsBy((id) => possibleValues(id, parameters[facetParameters[id]])),
    sort: sortFromText(textOf(parameters.sort) ?? ""),
  };
}

/**
 * Writes a query for a URL; reading it again gives the same one. Values of a facet are in order, so
 * that the same filters make the same link however they were clicked together.
 */
export function queryToParameters({ search, facets, sort }: EndpointQuery): QueryParameters {
  const sortText = sortToText(sort);
  return {
    ...(search === "" ? {} : { q: search }),
    ...Object.fromEntries(
      facetIds.flatMap((id) => {
        const values = distinctValues(facets[id]);
        return values.length === 0 ? [] : [[facetParameters[id], values]];
      }),
    ),
    ...(sortText === sortToText(defaultSort) ? {} : { sort: sortText }),
  };
}

/** The query with other values of one facet. */
export function withFacet(
  query: EndpointQuery,
  id: FacetId,
  values: readonly string[],
): EndpointQuery {
  return { ...query, facets: { ...query.facets, [id]: possibleValues(id, values) } };
}

/** The query filtered by one more value of a field, whatever its case, or by that value no longer. */
export function withToggledValue(query: EndpointQuery, id: FacetId, value: string): EndpointQuery {
  const chosen = query.facets[id];
  const others = chosen.filter((one) => foldCase(one) !== foldCase(value));
  return withFacet(query, id, others.length < chosen.length ? others : [...chosen, value]);
}

/** True if two queries find the same rows, in whatever order. */
export function findsTheSame(one: EndpointQuery, other: EndpointQuery): boolean {
  return filterKey(one) === filterKey(other);
}

/** A text that two queries share if they find the same rows. */
export function filterKey({ search, facets }: EndpointQuery): string {
  return JSON.stringify([search, facetIds.map((id) => distinctValues(facets[id]).map(foldCase))]);
}

/** A text that two queries share if they put rows in the same order. */
export function sortToText(sort: readonly SortKey[]): string {
  return distinctKeys(sort)
    .map(({ column, direction }) => `${direction === "desc" ? "-" : ""}${column}`)
    .join(",");
}

function sortFromText(text: string): readonly SortKey[] {
  const keys = text.split(",").flatMap((part): SortKey[] => {
    const isDescending = part.startsWith("-");
    const column = sortFieldIds.find((id) => id === (isDescending ? part.slice(1) : part));
    return column === undefined ? [] : [{ column, direction: isDescending ? "desc" : "asc" }];
  });
  return keys.length === 0 ? defaultSort : distinctKeys(keys);
}

/** A field that stands a second time changes nothing. */
function distinctKeys(sort: readonly SortKey[]): SortKey[] {
  return sort.filter(
    ({ column }, index) => sort.findIndex((key) => key.column === column) === index,
  );
}

function facetsBy(valuesOf: (id: FacetId) => string[]): Record<FacetId, string[]> {
  return Object.fromEntries(facetIds.map((id) => [id, valuesOf(id)])) as Record<FacetId, string[]>;
}

/** Those of the texts that a facet can have: it may know all there are. */
function possibleValues(id: FacetId, value: unknown): string[] {
  const { values } = facetOf(id);
  const given = distinctValues(value);
  return values === undefined ? given : given.filter((one) => values.includes(foldCase(one)));
}

/** The texts among what a parameter holds, each once in whatever case. */
function distinctValues(value: unknown): string[] {
  const sorted = [...new Set(textsOf(value))].sort(compareText);
  return [...new Map(sorted.map((text) => [foldCase(text), text])).values()];
}

/** The texts of a parameter that may be there several times; see `queryFromParameters`. */
export function textsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((one) => textOf(one) ?? []);
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}
