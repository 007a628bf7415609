import { Button } from "@fluentui/react-components";
import { Delete20Regular } from "@fluentui/react-icons";
import { useAccount } from "../../../queries/azure-context";
import type { EndpointRow } from "../../../queries/endpoint-list";
import { bulkBoardOf } from "./bulk-board";

interface DeleteSelectionProps {
  /** The selected rows as they are now. */
  rows: () => readonly EndpointRow[];
}

/** The command that deletes what is selected, after a review of it. */
export function DeleteSelection({ rows }: DeleteSelectionProps) {
  const { id: accountId } = useAccount();
  const review = () =>
    bulkBoardOf(accountId).review(
      rows().map(({ id, name, host, instanceId, instanceName, subscriptionName }) => ({
        ...{ id, name, host, instanceId, instanceName, subscriptionName },
      })),
    );
  return (
    <Button size="small" icon={<Delete20Regular />} onClick={review}>
      Delete…
    </Button>
  );
}
