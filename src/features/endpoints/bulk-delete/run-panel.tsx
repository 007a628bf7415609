import { Button, Text } from "@fluentui/react-components";
import { useEffect, useMemo, useRef } from "react";
import { countStates, canRecreate, type BulkRow } from "../../../queries/bulk-deletion/bulk-row";
import type { BulkDeletion, BulkSnapshot } from "../../../queries/bulk-deletion/bulk-deletion";
import { useWaiting, type WaitingReason } from "../../../queries/work/use-waiting";
import { useAnnounce } from "../../../ui/announcer";
import { FailureMessage } from "../../../ui/failure-message";
import { Note } from "../../../ui/note";
import { SidePanel } from "../../../ui/side-panel";
import { numberText } from "../list/count-of";
import { BulkList } from "./bulk-list";
import { endWords, isNeverBegun, progressWords, runCounts, runTitle } from "./bulk-words";
import { DownloadBodies } from "./download-bodies";
import { RunProgress } from "./run-progress";
import { RunRow } from "./run-row";

const ROW_HEIGHT = 57;
const rowId = ({ id }: BulkRow) => id;

/** What needs a person first, then what is under way. */
const ORDER: Record<BulkRow["state"], number> = {
  ...{ failed: 0, notRecreated: 0, deleting: 1, recreating: 1, reading: 2 },
  ...{ waiting: 3, deleted: 4, recreated: 5 },
};

/** The place of what was never begun: behind all that was. */
const NEVER_BEGUN = Math.max(...Object.values(ORDER)) + 1;

interface RunPanelProps {
  bulk: BulkDeletion;
  run: BulkSnapshot;
  onClose: () => void;
}

/** How far a run is, with what became of each row. Closing it stops nothing. */
export function RunPanel({ bulk, run, onClose }: RunPanelProps) {
  const { rows, status, stoppedBy } = run;
  const isOver = status === "ended";
  const sorted = useMemo(() => {
    const placeOf = (row: BulkRow) => (isNeverBegun(row, isOver) ? NEVER_BEGUN : ORDER[row.state]);
    return [...rows].sort((one, other) => placeOf(one) - placeOf(other));
  }, [rows, isOver]);
  const { total, done, failed } = runCounts(run);
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The command that was pressed has gone, and the focus with it.
    if (document.activeElement === document.body) close.current?.focus();
  }, [status]);
  const waiting = useWaiting();
  const left = isOver ? endWords(run) : "";
  useToldProgress(progressWords(run), total === 0 ? 0 : (done + failed) / total, isOver);
  return (
    <SidePanel
      isOpen
      title={runTitle(run)}
      onClose={onClose}
      footer={
        <>
          {isOver ? (
            <EndCommands bulk={bulk} rows={rows} />
          ) : (
            <Button disabledFocusable={status === "stopping"} onClick={bulk.stop}>
              Stop
            </Button>
          )}
          <Button ref={close} appearance={isOver ? "primary" : "secondary"} onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <RunProgress run={run} waiting={waiting} />
      <RunNotes run={run} waiting={waiting} />
      {left !== "" && (
        <Note intent="warning" title={stoppedBy === undefined ? undefined : "Stopped"}>
          {" "}
          {left}
        </Note>
      )}
      {typeof stoppedBy === "object" && <FailureMessage failure={stoppedBy} />}
      <BulkList label="Endpoints" rows={sorted} rowId={rowId} rowHeight={ROW_HEIGHT}>
        {(row) => <RunRow row={row} isOver={isOver} onRecreate={() => bulk.recreate(row.id)} />}
      </BulkList>
    </SidePanel>
  );
}

function EndCommands({ bulk, rows }: { bulk: BulkDeletion; rows: readonly BulkRow[] }) {
  const { failed, waiting } = countStates(rows);
  const recreatable = rows.filter(canRecreate);
  return (
    <>
      {failed > 0 && <Button onClick={() => bulk.goOn("failed")}>Try the failed ones again</Button>}
      {waiting > 0 && (
        <Button onClick={() => bulk.goOn("waiting")}>
          Delete the remaining {waiting === 1 ? "one" : numberText(waiting)}
        </Button>
      )}
      {recreatable.length > 0 && (
        <>
          <Button onClick={() => bulk.recreate()}>Create all again</Button>
          <DownloadBodies targets={recreatable} />
        </>
      )}
    </>
  );
}

const timeOfDay = new Intl.DateTimeFormat(undefined, { timeStyle: "medium", hourCycle: "h23" });

interface RunNotesProps {
  run: BulkSnapshot;
  waiting: WaitingReason | undefined;
}

function RunNotes({ run: { status, goesOnAt }, waiting }: RunNotesProps) {
  if (status === "stopping") {
    return (
      <Note intent="info">
        Nothing more is sent. What was sent already cannot be taken back and is followed to its end.
      </Note>
    );
  }
  if (status !== "running") return null;
  if (goesOnAt !== undefined || waiting === "slow-down") {
    return (
      <Note intent="info" title="Waiting for Azure">
        {" "}
        {goesOnAt === undefined
          ? "The run goes on by itself, as soon as Azure allows it."
          : `The run goes on by itself at ${timeOfDay.format(goesOnAt)}.`}
      </Note>
    );
  }
  return waiting === "offline" ? (
    <Note intent="info">There is no network. The run goes on by itself once there is.</Note>
  ) : (
    <Text size={200}>
      This goes on while you are elsewhere in the portal, as long as this tab is open. A reload ends
      it: what was sent is followed, only what was about to be is still sent, and what was deleted
      can no longer be created again from here.
    </Text>
  );
}

/** Says how far it is after every quarter. Its end is told by a notification. */
function useToldProgress(words: string, share: number, isOver: boolean): void {
  const announce = useAnnounce();
  const quarter = Math.floor(share * 4);
  const told = useRef(-1);
  useEffect(() => {
    if (isOver || told.current === quarter) return;
    told.current = quarter;
    announce(words);
  }, [announce, words, quarter, isOver]);
}
