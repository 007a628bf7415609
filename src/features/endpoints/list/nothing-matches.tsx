import { Button } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons";
import { useMemo } from "react";
import type { EndpointQuery } from "../../../lib/endpoint-query/endpoint-query";
import { otherSearches } from "../../../lib/endpoint-query/other-searches";
import {
  parseSearch,
  searchFieldNames,
  unknownFieldsOf,
} from "../../../lib/endpoint-query/search-language";
import type { IndexedRows } from "../../../queries/endpoint-list";
import { EmptyState } from "../../../ui/empty-state";
import { countOf, numberText } from "./count-of";
import type { ListAnswer } from "./list-answer";
import { WORD_FIELDS_TEXT } from "./word-fields-text";

interface NothingMatchesProps {
  answer: ListAnswer;
  query: EndpointQuery;
  indexed: IndexedRows;
  /** Whether all rows are here, so that counts are right. */
  isWhole: boolean;
  /** Looks for something else. */
  onSearch: (search: string) => void;
  onClear: () => void;
}

/** There are rows, but the search and the filters leave none. */
export function NothingMatches({ answer, query, indexed, isWhole, ...acts }: NothingMatchesProps) {
  const { search } = query;
  const { mayBeMore } = answer;
  const all = countOf(answer.total, "registry endpoint");
  const hasWords = parseSearch(search).some(({ field }) => field === undefined);
  const unknown = unknownFieldsOf(search).map((name) => `“${name}”`);
  return (
    <EmptyState
      icon={<SearchRegular />}
      title={mayBeMore ? "Nothing matches so far" : "Nothing matches"}
      description={
        <>
          {mayBeMore
            ? "Not everything has been read yet. Nothing read so far has"
            : `None of ${all} has`}{" "}
          every word and filter that you chose.
          {hasWords && ` ${WORD_FIELDS_TEXT}`}
          {unknown.length > 0 &&
            ` There is no column ${unknown.join(" or ")}, so that was looked for as text; columns are ${searchFieldNames.join(", ")}.`}
        </>
      }
      action={
        <>
          <OtherSearches
            query={query}
            indexed={indexed}
            isWhole={isWhole}
            onSearch={acts.onSearch}
          />
          <Button onClick={acts.onClear}>Clear search and filters</Button>
        </>
      }
    />
  );
}

interface OtherSearchesProps {
  query: EndpointQuery;
  indexed: IndexedRows;
  /** Whether all rows are here, so that counts are right. */
  isWhole: boolean;
  onSearch: (search: string) => void;
}

/** Offers what finds something, where a text was looked for in columns that do not have it. */
function OtherSearches({ query, indexed, isWhole, onSearch }: OtherSearchesProps) {
  const others = useMemo(() => otherSearches(indexed.index, query), [indexed, query]);
  return others.map(({ search, count }) => (
    <Button key={search} onClick={() => onSearch(search)}>
      {isWhole ? `Search ${search} (${numberText(count)})` : `Search ${search}`}
    </Button>
  ));
}
