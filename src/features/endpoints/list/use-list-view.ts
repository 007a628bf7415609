import { useCallback, useEffect, useMemo, useState } from "react";
import {
  defaultSort,
  emptyQuery,
  withFacet,
  withToggledValue,
  type EndpointQuery,
  type SortKey,
} from "../../../lib/endpoint-query/endpoint-query";
import { facetIds, type FacetId } from "../../../lib/endpoint-query/fields";
import { layoutFromParameters, type ListLayout } from "../../../lib/endpoint-query/list-layout";
import { toQuery, type EndpointsSearch } from "../endpoints-search";
import { useListSearch } from "./use-list-search";

/** Soon enough to be copied, late enough that browsers do not refuse so many changes of the address. */
const URL_FOLLOWS_AFTER_MS = 200;

/** How the list is looked at. The URL holds it all; only the text that is looked for runs ahead of it. */
export interface ListView {
  /** What is looked for. */
  text: string;
  setText: (text: string) => void;
  query: EndpointQuery;
  setFacet: (facet: FacetId, values: readonly string[]) => void;
  /** Filters by one more value of a field, or by it no longer. */
  toggleValue: (facet: FacetId, value: string) => void;
  /** Sorts by these; by name where there is none. */
  setSort: (sort: readonly SortKey[]) => void;
  /** Removes the text and every filter; the sort stays. */
  clear: () => void;
  hasConditions: boolean;
  layout: ListLayout;
  changeLayout: (edit: (layout: ListLayout) => ListLayout) => void;
  /** The address that shows all this. */
  search: EndpointsSearch;
  /** Shows the list as another address would, with a new history entry. */
  open: (search: EndpointsSearch) => void;
}

/** Reads the view from the URL and writes changes back without new history entries. */
export function useListView(): ListView {
  const { search, change, changeLayout, open } = useListSearch();
  const setUrlText = useCallback(
    (text: string) => change((query) => ({ ...query, search: text })),
    [change],
  );
  const [text, setText] = useTextAheadOfUrl(search.q ?? "", setUrlText);
  const query = useMemo(() => toQuery(search, text), [search, text]);
  const layout = useMemo(() => layoutFromParameters({ ...search }), [search]);
  const setFacet = useCallback(
    (facet: FacetId, values: readonly string[]) =>
      change((before) => withFacet(before, facet, values)),
    [change],
  );

  const toggleValue = useCallback(
    (facet: FacetId, value: string) => change((before) => withToggledValue(before, facet, value)),
    [change],
  );

  return {
    text,
    setText,
    query,
    setFacet,
    toggleValue,
    setSort: (sort) =>
      change((before) => ({ ...before, sort: sort.length === 0 ? defaultSort : sort })),
    clear: () => {
      setText("");
      change(({ sort }) => ({ ...emptyQuery(), sort }));
    },
    hasConditions: text.trim() !== "" || facetIds.some((id) => query.facets[id].length > 0),
    layout,
    changeLayout,
    search,
    open,
  };
}

/**
 * A text that the URL follows after a pause, and that follows the URL when somebody else changes it:
 * the browser's Back, a link, a bookmark.
 */
function useTextAheadOfUrl(urlText: string, setUrlText: (text: string) => void) {
  const [text, setText] = useState(urlText);
  const [seenUrlText, setSeenUrlText] = useState(urlText);
  const [writtenText, setWrittenText] = useState(urlText);

  if (urlText !== seenUrlText) {
    setSeenUrlText(urlText);
    // What we wrote ourselves may arrive after more was typed, and must not undo that.
    if (urlText !== writtenText) {
      setWrittenText(urlText);
      setText(urlText);
    }
  }

  useEffect(() => {
    const wanted = text.trim() === "" ? "" : text;
    if (wanted === urlText) return;
    const timer = setTimeout(() => {
      setWrittenText(wanted);
      setUrlText(wanted);
    }, URL_FOLLOWS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text, urlText, setUrlText]);

  return [text, setText] as const;
}
