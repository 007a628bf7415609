import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useNavigate } from "@tanstack/react-router";
import { useSyncExternalStore } from "react";
import { useAccount } from "../../../queries/azure-context";
import type { EndpointsSearch } from "../endpoints-search";
import { BulkDeleteDialog } from "./bulk-delete-dialog";
import { BULK_RUN, bulkBoardOf } from "./bulk-board";
import { progressWords } from "./bulk-words";
import { useBulkDeletion } from "./use-bulk-deletion";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
  },
});

/**
 * Deleting many from the list: the review of what was selected, the run, also where the address asks for it,
 * and a line above the list that leads to it until it is forgotten.
 */
export function BulkRun({ search }: { search: EndpointsSearch }) {
  const styles = useStyles();
  const navigate = useNavigate();
  const board = bulkBoardOf(useAccount().id);
  const { bulk, run } = useBulkDeletion();
  const targets = useSyncExternalStore(board.subscribe, board.targets);
  const show = (resume: string | undefined) =>
    void navigate({ to: "/endpoints", search: { ...search, resume }, replace: true });
  const isAsked = search.resume === BULK_RUN;
  const close = () => {
    board.review(undefined);
    if (isAsked) show(undefined);
  };
  return (
    <>
      {run.status !== "none" && (
        <div role="group" aria-label="Deletion" className={styles.bar}>
          <Text>{progressWords(run)}</Text>
          <Button size="small" onClick={() => show(BULK_RUN)}>
            Show the run
          </Button>
          {run.status === "ended" && (
            <Button
              size="small"
              appearance="subtle"
              title="What it deleted can no longer be created again from here"
              onClick={() => {
                bulk.forget();
                // The button goes away with what it forgets.
                document.querySelector<HTMLElement>("[data-page-title]")?.focus();
              }}
            >
              Forget the run
            </Button>
          )}
        </div>
      )}
      {(targets !== undefined || isAsked) && (
        <BulkDeleteDialog endpoints={targets ?? []} onClose={close} />
      )}
    </>
  );
}
