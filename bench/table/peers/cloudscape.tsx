import "@cloudscape-design/global-styles/index.css";
import { useCollection } from "@cloudscape-design/collection-hooks";
import Pagination from "@cloudscape-design/components/pagination";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import { useImperativeHandle, useState } from "react";
import { columns, type BenchRow, type ListProps } from "../page/candidate";
import { reactCandidate } from "../page/react-candidate";

/** As the library's own demos page. */
const PAGE_SIZE = 50;

const columnDefinitions: TableProps.ColumnDefinition<BenchRow>[] = columns.map(({ id, label }) => ({
  id,
  header: label,
  cell: (row) => row[id],
  sortingField: id,
}));

function CloudscapeList({ rows, controls }: ListProps) {
  const [method, setMethod] = useState<string>();
  const { items, actions, collectionProps, filteredItemsCount, paginationProps } = useCollection(
    rows,
    {
      filtering: {
        filteringFunction: (row, text) =>
          (method === undefined || row.method === method) &&
          (text === "" || columns.some(({ id }) => row[id].toLowerCase().includes(text))),
      },
      pagination: { pageSize: PAGE_SIZE },
      sorting: {},
    },
  );
  useImperativeHandle(
    controls,
    () => ({
      setFilterText: actions.setFiltering,
      sortBy: (column) =>
        actions.setSorting({ sortingColumn: { sortingField: column }, isDescending: false }),
      clickFacet: setMethod,
      count: () => filteredItemsCount ?? rows.length,
    }),
    [actions, filteredItemsCount, rows],
  );
  return (
    <Table
      {...collectionProps}
      items={items}
      columnDefinitions={columnDefinitions}
      trackBy="id"
      pagination={<Pagination {...paginationProps} />}
      totalItemsCount={filteredItemsCount}
    />
  );
}

export const candidate = reactCandidate(CloudscapeList);
