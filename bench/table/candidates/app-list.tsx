import { startTransition, useImperativeHandle, useMemo, useState, type CSSProperties } from "react";
import { endpointColumns, rowLabel } from "../../../src/features/endpoints/list/endpoint-columns";
import { findRows } from "../../../src/features/endpoints/list/found-rows";
import { SearchMarks } from "../../../src/features/endpoints/list/marked-text";
import { useListItems } from "../../../src/features/endpoints/list/arrange/use-list-items";
import { useReadyIndex } from "../../../src/features/endpoints/list/use-ready-index";
import { newSelection, useSelection } from "../../../src/features/endpoints/list/use-selection";
import { tagTexts } from "../../../src/lib/endpoint-query/columns";
import {
  defaultSort,
  emptyQuery,
  withFacet,
  type SortKey,
} from "../../../src/lib/endpoint-query/endpoint-query";
import { facetIds, sortFieldIds } from "../../../src/lib/endpoint-query/fields";
import { QueryEvaluator } from "../../../src/lib/endpoint-query/evaluate";
import { defaultLayout } from "../../../src/lib/endpoint-query/list-layout";
import { RowIndex } from "../../../src/lib/endpoint-query/row-index";
import type { EndpointRow, IndexedRows } from "../../../src/queries/endpoint-list";
import { DataTable } from "../../../src/ui/data-table";
import { ThemeProvider } from "../../../src/ui/theme";
import type { BenchRow, Candidate, ListProps } from "../page/candidate";
import { reactCandidate } from "../page/react-candidate";

const area: CSSProperties = { display: "flex", flexDirection: "column", height: "760px" };
/** Pixels, so that all columns fit, as those of the other tables do: the list by itself leaves some out in a window like that. */
const widths = {
  ...{ name: 136, host: 190, authentication: 155, instance: 145 },
  ...{ site: 125, resourceGroup: 115, subscription: 144, provisioningState: 130 },
};
const benchColumns = endpointColumns({
  layout: { ...defaultLayout, widths },
  usage: new Map(),
  usageReading: "unread",
  openMenu: () => undefined,
});
const benchLayout = { layout: defaultLayout, changeLayout: () => undefined };
const rowId = (row: EndpointRow) => row.id;

let countFacets: () => void;

/** The list as `EndpointsView` has it, without the page around it. */
function AppList({ rows, controls, firstSort }: ListProps & { firstSort: readonly SortKey[] }) {
  const [indexed] = useState(() => indexOf(rows));
  useReadyIndex(indexed);
  const [text, setText] = useState("");
  const [asked, setAsked] = useState(() => ({ ...emptyQuery(), sort: firstSort }));
  const query = useMemo(() => ({ ...asked, search: text }), [asked, text]);
  const shown = useMemo(() => findRows(indexed, query), [indexed, query]);
  const { items } = useListItems(indexed, shown, benchLayout);
  const [selections] = useState(newSelection);
  const { selection } = useSelection(
    selections,
    { indexed, isWhole: true },
    { indexed, found: shown, items, query, matching: shown.count },
  );

  useImperativeHandle(controls, () => {
    countFacets = () => {
      for (const id of facetIds) indexed.evaluator.facetCounts(query, id);
    };
    return {
      // As the search box does it, which shows what is typed before that.
      setFilterText: (next) => startTransition(() => setText(next)),
      sortBy: (column) => {
        const field = sortFieldIds.find((id) => id === column);
        if (field === undefined) throw new RangeError(`Nothing sorts by ${column}.`);
        setAsked((before) => ({ ...before, sort: [{ column: field, direction: "asc" }] }));
      },
      clickFacet: (method) => {
        const one = rows.find((row) => row.method === method);
        const values = one === undefined ? [] : [one.authentication];
        setAsked((before) => withFacet(before, "authentication", values));
      },
      count: () => shown.count,
    };
  }, [rows, indexed, query, shown]);

  return (
    <ThemeProvider>
      <div style={area}>
        <SearchMarks search={query.search}>
          <DataTable
            label="Registry endpoints"
            columns={benchColumns}
            items={items}
            rowId={rowId}
            rowLabel={rowLabel}
            sort={query.sort.map(({ column, direction }) => ({
              id: column,
              direction: direction === "asc" ? "ascending" : "descending",
            }))}
            onSort={() => undefined}
            queryKey={JSON.stringify(query)}
            onResizeColumn={() => undefined}
            onMoveColumn={() => undefined}
            onToggleGroup={() => undefined}
            selection={selection}
          />
        </SearchMarks>
      </div>
    </ThemeProvider>
  );
}

/** As the store of the list has it, but of all rows at once. */
function indexOf(rows: readonly EndpointRow[]): IndexedRows {
  const index = new RowIndex<EndpointRow>();
  index.put(rows);
  return { index, evaluator: new QueryEvaluator(index), version: index.version };
}

/** What words without a field are looked for in: more than is shown. */
function searched(row: BenchRow): string[] {
  const { name, host, instanceName, site, resourceGroup, subscriptionName, subscriptionId } = row;
  return [
    ...[name, host, instanceName, site, resourceGroup, subscriptionName, subscriptionId],
    ...tagTexts(row.tags),
  ];
}

/** The app's table, its rows at first as they came, or as the list opens: by name. */
export function appCandidate(more: Pick<Candidate, "firstOrder"> = {}): Candidate {
  const firstSort = more.firstOrder === undefined ? [] : defaultSort;
  return reactCandidate((props: ListProps) => <AppList {...props} firstSort={firstSort} />, {
    ...more,
    searched,
    countFacets: () => countFacets(),
  });
}
