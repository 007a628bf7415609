import { Button } from "@fluentui/react-components";
import { ColumnTripleEdit20Regular } from "@fluentui/react-icons";
import { Suspense, lazy, useState } from "react";
import { NARROW } from "../../../../ui/data-table-styles";
import { useMediaQuery } from "../../../../ui/use-media-query";
import type { ListView } from "../use-list-view";
import type { DrawnColumns } from "./drawn-columns";
import { useHiddenColumns } from "./use-hidden-columns";

const ColumnsPanel = lazy(async () => ({
  default: (await import("./columns-panel")).ColumnsPanel,
}));

interface ColumnsButtonProps {
  view: ListView;
  drawnColumns: DrawnColumns;
}

/** Opens the panel that arranges the columns of the list, and says how many have no room. */
export function ColumnsButton({ view, drawnColumns }: ColumnsButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const hidden = useHiddenColumns(view.layout, drawnColumns);
  // Cards are no table, and all tools share a line there.
  const isNarrow = useMediaQuery(NARROW);
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        icon={<ColumnTripleEdit20Regular />}
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
      >
        {hidden.length === 0 || isNarrow ? "Columns" : `Columns (${hidden.length} hidden)`}
      </Button>
      {isOpen && (
        <Suspense>
          <ColumnsPanel view={view} drawnColumns={drawnColumns} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
