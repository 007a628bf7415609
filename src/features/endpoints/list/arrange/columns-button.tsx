import { Button } from "@fluentui/react-components";
import { ColumnTripleEdit20Regular } from "@fluentui/react-icons";
import { Suspense, lazy, useState } from "react";
import type { ListView } from "../use-list-view";

const ColumnsPanel = lazy(async () => ({
  default: (await import("./columns-panel")).ColumnsPanel,
}));

interface ColumnsButtonProps {
  view: ListView;
  /** The ids of the columns that the table has room for. */
  drawnColumns: () => readonly string[];
}

/** Opens the panel that arranges the columns of the list. */
export function ColumnsButton({ view, drawnColumns }: ColumnsButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        icon={<ColumnTripleEdit20Regular />}
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
      >
        Columns
      </Button>
      {isOpen && (
        <Suspense>
          <ColumnsPanel view={view} drawnColumns={drawnColumns} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
