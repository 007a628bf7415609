import { useCallback, useDeferredValue, useEffect, useMemo, useState } from "react";
import type { FacetName } from "../../../lib/endpoint-index";
import type { EndpointQuery } from "../../../lib/endpoint-search";
import { toQuery, toSortParameter } from "../endpoints-search";
import { useListSearch } from "./use-list-search";

/** Soon enough to be copied, late enough that browsers do not refuse so many changes of the address. */
const URL_FOLLOWS_AFTER_MS = 200;

/** How the list is looked at. The URL holds it all; only the text being typed runs ahead of it. */
export interface ListView {
  /** What is in the search box. */
  text: string;
  setText: (text: string) => void;
  query: EndpointQuery;
  setFilter: (facet: FacetName, values: readonly string[]) => void;
  setSort: (sort: EndpointQuery["sort"]) => void;
  /** Removes the text and every filter; the sort stays. */
  clear: () => void;
  hasConditions: boolean;
}

/** Reads the view from the URL and writes changes back without new history entries. */
export function useListView(): ListView {
  const { search, change } = useListSearch();
  const setUrlText = useCallback((q: string) => change({ q }), [change]);
  const [text, setText] = useTextAheadOfUrl(search.q ?? "", setUrlText);
  const deferredText = useDeferredValue(text);
  const query = useMemo(() => toQuery(search, deferredText), [search, deferredText]);

  return {
    text,
    setText,
    query,
    setFilter: (facet, values) => change({ [facet]: [...values] }),
    setSort: (sort) => change({ sort: toSortParameter(sort) }),
    clear: () => {
      setText("");
      change({ q: "", auth: [], instance: [], subscription: [] });
    },
    hasConditions:
      text.trim() !== "" || Object.values(query.filters).some((values) => values.length > 0),
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
