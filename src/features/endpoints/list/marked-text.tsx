import { makeStyles, tokens } from "@fluentui/react-components";
import { createContext, use, useMemo, type ReactNode } from "react";
import type { FieldId } from "../../../lib/endpoint-query/fields";
import { markedTexts, matchRanges } from "../../../lib/endpoint-query/match-ranges";
import { parseSearch, type SearchClause } from "../../../lib/endpoint-query/search-language";

const useStyles = makeStyles({
  mark: {
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: tokens.colorNeutralForeground1,
    borderRadius: tokens.borderRadiusSmall,
    "@media (forced-colors: active)": { backgroundColor: "Mark", color: "MarkText" },
  },
});

const SearchClauses = createContext<readonly SearchClause[]>([]);

/** Marks what a search finds in every `MarkedText` below. */
export function SearchMarks({ search, children }: { search: string; children: ReactNode }) {
  const clauses = useMemo(() => parseSearch(search), [search]);
  return <SearchClauses value={clauses}>{children}</SearchClauses>;
}

/** The text of a field, with what the search finds in it marked. */
export function MarkedText({ field, text }: { field: FieldId; text: string }) {
  const clauses = use(SearchClauses);
  const styles = useStyles();
  const ranges = clauses.length === 0 ? [] : matchRanges(text, markedTexts(clauses, field));
  if (ranges.length === 0) return text;
  const parts: ReactNode[] = [];
  let end = 0;
  for (const range of ranges) {
    parts.push(
      text.slice(end, range.start),
      <mark key={range.start} className={styles.mark}>
        {text.slice(range.start, range.end)}
      </mark>,
    );
    end = range.end;
  }
  return (
    <>
      {parts}
      {text.slice(end)}
    </>
  );
}
