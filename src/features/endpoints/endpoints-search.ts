import { sortColumns, type SortColumn } from "../../lib/endpoint-index";
import type { EndpointQuery } from "../../lib/endpoint-search";

/** Search parameters of `/endpoints`: everything about how the list is looked at. */
export interface EndpointsSearch {
  /** Words to find. */
  q?: string;
  /** Azure's names of authentication methods. */
  auth?: string[];
  /** ARM ids. */
  instance?: string[];
  /** Subscription ids; or `ALL_SUBSCRIPTIONS`, which says so where none would mean the person's own. */
  subscription?: string[];
  /** Column, with a hyphen before it for descending. */
  sort?: string;
  /** ARM id of an endpoint whose deletion has stopped: its dialog opens. */
  resume?: string;
}

/** Stands in the URL for no filter by subscription. */
export const ALL_SUBSCRIPTIONS = "all";

const DEFAULT_SORT = "name";

/** Keeps what the list understands and drops the rest, so that any URL opens a usable list. */
export function validateEndpointsSearch(search: Record<string, unknown>): EndpointsSearch {
  const q = text(search.q);
  const auth = texts(search.auth);
  const instance = texts(search.instance);
  const subscription = texts(search.subscription);
  const sort = text(search.sort);
  const resume = text(search.resume);
  return {
    ...(q === undefined ? {} : { q }),
    ...(auth === undefined ? {} : { auth }),
    ...(instance === undefined ? {} : { instance }),
    ...(subscription === undefined ? {} : { subscription }),
    ...(sort === undefined || sort === DEFAULT_SORT || !isSort(sort) ? {} : { sort }),
    ...(resume === undefined ? {} : { resume }),
  };
}

/** What to look for, with `searchText` in place of the URL's, which follows the typing a little later. */
export function toQuery(search: EndpointsSearch, searchText: string): EndpointQuery {
  const sort = search.sort ?? DEFAULT_SORT;
  const column = columnOf(sort) ?? "name";
  return {
    text: searchText,
    filters: {
      auth: search.auth ?? [],
      instance: search.instance ?? [],
      subscription: (search.subscription ?? []).filter((id) => id !== ALL_SUBSCRIPTIONS),
    },
    sort: { column, isDescending: sort.startsWith("-") },
  };
}

/** A sort as the URL has it. */
export function toSortParameter({ column, isDescending }: EndpointQuery["sort"]): string {
  return `${isDescending ? "-" : ""}${column}`;
}

/** True for the id of a column that the list can be sorted by. */
export function isSortColumn(id: string): id is SortColumn {
  return sortColumns.some((column) => column === id);
}

function isSort(sort: string): boolean {
  return columnOf(sort) !== undefined;
}

function columnOf(sort: string): SortColumn | undefined {
  const id = sort.startsWith("-") ? sort.slice(1) : sort;
  return sortColumns.find((column) => column === id);
}

/** The router reads `?q=12` as a number and `?q=true` as a boolean. */
function text(value: unknown): string | undefined {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

function texts(value: unknown): string[] | undefined {
  const values = (Array.isArray(value) ? value : [value]).flatMap((one) => text(one) ?? []);
  return values.length === 0 ? undefined : [...new Set(values)];
}
