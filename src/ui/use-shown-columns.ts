import { useMemo } from "react";
import { columnsInRoom, type DataTableColumn } from "./data-table-column";
import { placedColumns, type PlacedColumn } from "./data-table-layout";
import { SELECT_WIDTH } from "./data-table-styles";

/** The columns that fit, and where they are. */
export function useShownColumns<Row>(
  all: readonly DataTableColumn<Row>[],
  about: { width: number | undefined; isNarrow: boolean; hasSelection: boolean },
): readonly PlacedColumn<Row>[] {
  const { width, isNarrow, hasSelection } = about;
  return useMemo(() => {
    const room = hasSelection && width !== undefined ? width - SELECT_WIDTH : width;
    return placedColumns(isNarrow ? all : columnsInRoom(all, room), hasSelection);
  }, [all, width, isNarrow, hasSelection]);
}
