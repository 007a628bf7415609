import { Text } from "@fluentui/react-components";
import { useState } from "react";
import { idKey } from "../../../azure/resource-id";
import { useAccount } from "../../../queries/azure-context";
import { canRecreate, type BulkTarget } from "../../../queries/bulk-deletion/bulk-row";
import { SidePanel } from "../../../ui/side-panel";
import { selectionOf } from "../list/use-selection";
import { toldApart } from "./instances-told-apart";
import { ReviewPanel } from "./review-panel";
import { RunPanel } from "./run-panel";
import { useBulkDeletion } from "./use-bulk-deletion";

interface BulkDeleteDialogProps {
  /** What is to be deleted; none to look at the run that there is. */
  endpoints: readonly BulkTarget[];
  onClose: () => void;
}

/**
 * Reviews what is to go, deletes it and shows how that goes. While a run is under way, another one has to
 * wait: the one that there is shows instead.
 */
export function BulkDeleteDialog({ endpoints, onClose }: BulkDeleteDialogProps) {
  const { id: accountId } = useAccount();
  const { bulk, run } = useBulkDeletion();
  const isUnderWay = run.status === "running" || run.status === "stopping";
  const [isReviewing, setReviewing] = useState(endpoints.length > 0 && !isUnderWay);
  // As they were when they were chosen: the list behind goes on changing.
  const [targets] = useState(() => toldApart(endpoints));
  if (isReviewing) {
    return (
      <ReviewPanel
        targets={targets}
        recreatable={run.rows.filter(canRecreate).length}
        onClose={onClose}
        onDelete={(confirmed) => {
          if (!bulk.start(confirmed)) return;
          setReviewing(false);
          // What stays is no longer meant; what goes leaves the selection as it is deleted.
          const staying = new Set(targets.map(({ id }) => idKey(id)));
          for (const { id } of confirmed) staying.delete(idKey(id));
          if (staying.size > 0) selectionOf(accountId).unselect(staying);
        }}
      />
    );
  }
  if (run.status === "none") {
    return (
      <SidePanel isOpen title="Nothing is being deleted" onClose={onClose}>
        <Text>
          The run that this led to is over: its tab was reloaded or closed. What had been sent by
          then is followed, and told of by notifications. Nothing more was sent.
        </Text>
      </SidePanel>
    );
  }
  return <RunPanel bulk={bulk} run={run} onClose={onClose} />;
}
