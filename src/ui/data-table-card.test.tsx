import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { DataTableCard } from "./data-table-card";
import type { DataTableColumn } from "./data-table-column";
import { DataTableHeader } from "./data-table-header";

type Row = Readonly<Record<string, string>>;

const column = (id: string, more: Partial<DataTableColumn<Row>> = {}): DataTableColumn<Row> => ({
  id,
  label: `Label of ${id}`,
  text: (row) => row[id] ?? "",
  render: (row) => row[id],
  ...more,
});

const columns = [
  column("name", { isRowHeader: true }),
  column("host"),
  column("group", { isCardHidden: true }),
  column("state"),
  column("actions", { isMenu: true }),
];
const row = Object.fromEntries(columns.map(({ id }) => [id, `value of ${id}`]));

/** The number that each cell tells, by the field whose label or value it has. */
function numbersOf(markup: string): Record<string, number> {
  const cells = markup.matchAll(
    /aria-colindex="(\d+)"(?:(?!aria-colindex).)*?(?:Label|value) of (\w+)/gs,
  );
  const numbers = new Map<string, number>();
  for (const [, number, id = ""] of cells) numbers.set(id, Number(number));
  return Object.fromEntries(numbers);
}

test.each([true, false])(
  "cells of a card have the numbers of their columns, although it leaves one out; with boxes: %s",
  (hasSelection) => {
    const selected = hasSelection ? { isSelected: false } : { isSelected: undefined };
    const card = numbersOf(
      renderToStaticMarkup(
        <DataTableCard
          row={row}
          index={0}
          start={0}
          columns={columns}
          rowLabel={() => "row"}
          {...selected}
          mark={undefined}
          isGrouped={false}
          stays="none"
        />,
      ),
    );
    const header = numbersOf(
      renderToStaticMarkup(
        <DataTableHeader
          columns={columns}
          sort={[]}
          canSort={false}
          canResize={false}
          resizing={undefined}
          selected={hasSelection ? "none" : undefined}
          isHidden={false}
        />,
      ),
    );
    const first = hasSelection ? 2 : 1;
    expect(header).toEqual({
      ...{ name: first, host: first + 1, group: first + 2 },
      ...{ state: first + 3, actions: first + 4 },
    });
    const { group, ...shown } = header;
    expect(group).toBeDefined();
    expect(card).toEqual(shown);
  },
);
