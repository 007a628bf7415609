import { Button } from "@fluentui/react-components";
import { useMemo } from "react";
import type { EndpointQuery } from "../../../lib/endpoint-query/endpoint-query";
import { otherSearches } from "../../../lib/endpoint-query/other-searches";
import type { IndexedRows } from "../../../queries/endpoint-list";
import { numberText } from "./count-of";

interface OtherSearchesProps {
  query: EndpointQuery;
  indexed: IndexedRows;
  /** Whether all rows are here, so that counts are right. */
  isWhole: boolean;
  onSearch: (search: string) => void;
}

/** Offers what finds something, where a word is a value of a column that words are not looked for in. */
export function OtherSearches({ query, indexed, isWhole, onSearch }: OtherSearchesProps) {
  const others = useMemo(() => otherSearches(indexed.index, query), [indexed, query]);
  return others.map(({ search, count }) => (
    <Button key={search} onClick={() => onSearch(search)}>
      {isWhole ? `Search ${search} (${numberText(count)})` : `Search ${search}`}
    </Button>
  ));
}
