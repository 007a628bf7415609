import {
  useDeferredValue,
  useImperativeHandle,
  useMemo,
  useState,
  type CSSProperties,
} from "react";
import { endpointColumns } from "../../../src/features/endpoints/list/endpoint-columns";
import { SearchMarks } from "../../../src/features/endpoints/list/marked-text";
import { useRowIndex, type IndexedRows } from "../../../src/features/endpoints/list/use-row-index";
import { tagTexts } from "../../../src/lib/endpoint-query/columns";
import {
  emptyQuery,
  withFacet,
  type EndpointQuery,
} from "../../../src/lib/endpoint-query/endpoint-query";
import { facetIds, sortFieldIds } from "../../../src/lib/endpoint-query/fields";
import type { EndpointRow } from "../../../src/queries/endpoint-list";
import { DataTable } from "../../../src/ui/data-table";
import { ThemeProvider } from "../../../src/ui/theme";
import type { BenchRow, ListProps } from "../page/candidate";
import { reactCandidate } from "../page/react-candidate";

const area: CSSProperties = { display: "flex", flexDirection: "column", height: "760px" };
const benchColumns = endpointColumns(() => undefined);
const rowId = (row: EndpointRow) => row.id;

let countFacets: () => void;

/** The list as the app has it, without the page around it. */
function AppList({ rows, controls }: ListProps) {
  const indexed = useRowIndex(rows);
  const [text, setText] = useState("");
  const [asked, setAsked] = useState(emptyQuery);
  // As `useListView` has it.
  const search = useDeferredValue(text);
  const query = useMemo(() => ({ ...asked, search }), [asked, search]);
  const shown = useMemo(() => foundRows(indexed, query), [indexed, query]);
  countFacets = () => {
    for (const id of facetIds) indexed.evaluator.facetCounts(query, id);
  };

  useImperativeHandle(
    controls,
    () => ({
      setFilterText: setText,
      sortBy: (column) => {
        const field = sortFieldIds.find((id) => id === column);
        if (field === undefined) throw new RangeError(`Nothing sorts by ${column}.`);
        setAsked((before) => ({ ...before, sort: [{ column: field, direction: "asc" }] }));
      },
      clickFacet: () =>
        setAsked((before) =>
          withFacet(before, "authentication", ["SystemAssignedManagedIdentity"]),
        ),
      count: () => shown.length,
    }),
    [shown],
  );

  return (
    <ThemeProvider>
      <div style={area}>
        <SearchMarks search={query.search}>
          <DataTable
            label="Registry endpoints"
            columns={benchColumns}
            rows={shown}
            rowId={rowId}
            sort={query.sort.map(({ column, direction }) => ({
              id: column,
              direction: direction === "asc" ? "ascending" : "descending",
            }))}
            queryKey={JSON.stringify(query)}
          />
        </SearchMarks>
      </div>
    </ThemeProvider>
  );
}

function foundRows({ index, evaluator }: IndexedRows, query: EndpointQuery): EndpointRow[] {
  const { rowNumbers, total } = evaluator.evaluate(query);
  return Array.from({ length: total }, (_, place) => index.row(rowNumbers[place] ?? 0)).filter(
    (row) => row !== undefined,
  );
}

/** What words without a field are looked for in: more than is shown. */
function searched(row: BenchRow): string[] {
  const { name, host, instanceName, site, resourceGroup, subscriptionName, subscriptionId } = row;
  return [
    ...[name, host, instanceName, site, resourceGroup, subscriptionName, subscriptionId],
    ...tagTexts(row.tags),
  ];
}

export const candidate = reactCandidate(AppList, {
  scroller: "[role=table]",
  firstOrder: "name",
  searched,
  countFacets: () => countFacets(),
});
