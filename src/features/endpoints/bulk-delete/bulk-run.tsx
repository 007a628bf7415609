import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useNavigate } from "@tanstack/react-router";
import { Suspense, lazy, useSyncExternalStore } from "react";
import { useAccount } from "../../../queries/azure-context";
import type { EndpointsSearch } from "../endpoints-search";
import { bulkBoardOf } from "./bulk-board";
import { BULK_RUN, progressWords } from "./bulk-words";

const BulkDeleteDialog = lazy(async () => ({
  default: (await import("./bulk-delete-dialog")).BulkDeleteDialog,
}));

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
 * and while that goes on without its panel, a line above the list.
 */
export function BulkRun({ search }: { search: EndpointsSearch }) {
  const styles = useStyles();
  const navigate = useNavigate();
  const board = bulkBoardOf(useAccount().id);
  const run = useSyncExternalStore(board.subscribe, board.snapshot);
  const targets = useSyncExternalStore(board.subscribe, board.targets);
  const isUnderWay = run?.status === "running" || run?.status === "stopping";
  const show = (resume: string | undefined) =>
    void navigate({ to: "/endpoints", search: { ...search, resume }, replace: true });
  const isAsked = search.resume === BULK_RUN;
  const close = () => {
    board.review(undefined);
    if (isAsked) show(undefined);
  };
  return (
    <>
      {run && isUnderWay && (
        <div role="group" aria-label="Deletion" className={styles.bar}>
          <Text>{progressWords(run)}</Text>
          <Button size="small" onClick={() => show(BULK_RUN)}>
            Show the run
          </Button>
        </div>
      )}
      {(targets !== undefined || isAsked) && (
        <Suspense>
          <BulkDeleteDialog endpoints={targets ?? []} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
