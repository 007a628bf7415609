import { useMemo, useSyncExternalStore } from "react";
import { useAccount } from "../../../queries/azure-context";
import {
  createBulkDeletion,
  type BulkDeletion,
  type BulkSnapshot,
} from "../../../queries/bulk-deletion/bulk-deletion";
import { useEndpointWriter } from "../../../queries/endpoint-writes";
import { useWorkStore } from "../../../queries/work/use-work";
import { bulkBoardOf } from "./bulk-board";
import { bulkNotification, cutShortNotification } from "./bulk-words";

/** The runs of the signed-in person, and how the one of now stands. */
export function useBulkDeletion(): { bulk: BulkDeletion; run: BulkSnapshot } {
  const { id: accountId } = useAccount();
  const writer = useEndpointWriter();
  const store = useWorkStore();
  const bulk = useMemo(
    () =>
      bulkBoardOf(accountId).open(() => createBulkDeletion({ writer, store }), {
        ended: bulkNotification,
        cutShort: cutShortNotification,
      }),
    [accountId, writer, store],
  );
  return { bulk, run: useSyncExternalStore(bulk.subscribe, bulk.getSnapshot) };
}
