import { Button } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import { EmptyState } from "../../../ui/empty-state";
import { RowsSkeleton } from "../../../ui/loading";
import { Note } from "../../../ui/note";

/** Longer than Azure takes as a rule: what waits longer deserves a word. */
const SLOW_AFTER_MS = 10_000;

/** The list on its way; after ten seconds it says that it still waits, and can be stopped. */
export function ListLoading({ onStop }: { onStop: () => void }) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      {isSlow && (
        <Note
          intent="info"
          title="Still waiting for Azure"
          actions={<Button onClick={onStop}>Stop loading</Button>}
        >
          Azure Resource Graph has not answered yet. The list appears as soon as it does.
        </Note>
      )}
      <RowsSkeleton label="Loading registry endpoints" rows={10} columns={8} />
    </>
  );
}

/** The person stopped the list before it was there. */
export function LoadingStopped({ onRefresh }: { onRefresh: () => void }) {
  return (
    <EmptyState
      icon={<ArrowClockwiseRegular />}
      title="Loading was stopped"
      description="The registry endpoints have not been read. Nothing was changed."
      action={
        <Button appearance="primary" autoFocus onClick={onRefresh}>
          Load again
        </Button>
      }
    />
  );
}
