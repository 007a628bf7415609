import { useLayoutEffect, useMemo } from "react";
import { columnsInRoom, type DataTableColumn } from "./data-table-column";
import { drawnIds, placedColumns, type PlacedColumn } from "./data-table-layout";
import { SELECT_WIDTH } from "./data-table-styles";

/** The columns that fit, and where they are; `onIds` is told which of them are drawn: none once the table is gone. */
export function useShownColumns<Row>(
  all: readonly DataTableColumn<Row>[],
  about: { width: number | undefined; isNarrow: boolean; hasSelection: boolean },
  onIds?: (ids: readonly string[] | undefined) => void,
): readonly PlacedColumn<Row>[] {
  const { width, isNarrow, hasSelection } = about;
  const columns = useMemo(() => {
    const room = hasSelection && width !== undefined ? width - SELECT_WIDTH : width;
    return placedColumns(isNarrow ? all : columnsInRoom(all, room), hasSelection);
  }, [all, width, isNarrow, hasSelection]);
  const ids = width === undefined ? undefined : drawnIds(columns, isNarrow).join();
  useLayoutEffect(() => {
    if (ids !== undefined) onIds?.(ids.split(","));
  }, [ids, onIds]);
  useLayoutEffect(() => {
    return () => onIds?.(undefined);
  }, [onIds]);
  return columns;
}
