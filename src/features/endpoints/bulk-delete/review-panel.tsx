import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from "react";
import { idKey } from "../../../azure/resource-id";
import type { BulkTarget } from "../../../queries/bulk-deletion/bulk-row";
import { Note } from "../../../ui/note";
import { SidePanel } from "../../../ui/side-panel";
import { TextField } from "../../../ui/text-field";
import { useAnnouncedChange } from "../../../ui/use-announced-change";
import { TypedWord } from "../../../ui/typed-word";
import { countOf, matchCount } from "../list/count-of";
import { SYSTEM_ENDPOINT } from "../system-endpoint";
import { BulkList } from "./bulk-list";
import { inNameOrder, isConfirmed, mustType, reviewOf, type ReviewRow as Row } from "./bulk-review";
import { deniedOf } from "./bulk-rights";
import { DownloadBodies } from "./download-bodies";
import { ReviewNotes } from "./review-notes";
import { ReviewRow } from "./review-row";
import { useDeniedInstances } from "./use-denied-instances";
import { useUsage } from "./use-usage";

const ROW_HEIGHT = 77;
const targetId = ({ target }: Row) => target.id;

const useStyles = makeStyles({
  form: { display: "contents" },
  // In view beside the button, however long the list above is.
  confirmation: { flexBasis: "100%" },
  danger: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    ":hover": { backgroundColor: tokens.colorStatusDangerBackground3Hover },
    ":hover:active": { backgroundColor: tokens.colorStatusDangerBackground3Pressed },
  },
});

interface ReviewPanelProps {
  targets: readonly BulkTarget[];
  /** How many bodies of the run before are given up with this one. */
  recreatable: number;
  onDelete: (targets: readonly BulkTarget[]) => void;
  onClose: () => void;
}

/** What will go and who uses it; any of it can be left out, and nothing is sent before the person says so. */
export function ReviewPanel({ targets, recreatable, onDelete, onClose }: ReviewPanelProps) {
  const styles = useStyles();
  const formId = useId();
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [systemTyped, setSystemTyped] = useState("");
  const [typed, setTyped] = useState("");
  const [isInAHurry, setInAHurry] = useState(false);
  // Before who uses them, which can take a call for each of hundreds of instances.
  const rights = useDeniedInstances(targets);
  const deniedInstances = useDeferredValue(rights.denied);
  const { readAgain, ...reading } = useUsage(targets);
  // What arrives of hundreds of instances must not keep the person from typing.
  const usage = useDeferredValue(reading.usage);
  const isUsageRead = useDeferredValue(reading.isRead);
  const ordered = useMemo(() => inNameOrder(targets), [targets]);
  const review = useMemo(
    () => reviewOf({ targets: ordered, usage, isUsageRead, leftOut, systemTyped }),
    [ordered, usage, isUsageRead, leftOut, systemTyped],
  );
  const { included, systemCount } = review;
  const denied = useMemo(() => deniedOf(included, deniedInstances), [included, deniedInstances]);
  const count = included.length;
  const staying = targets.length - count;
  const isAwaited = !isUsageRead && !isInAHurry;
  const remove = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that was pressed, or would have been, has gone, and the focus with it.
    if (!isAwaited && document.activeElement === document.body) remove.current?.focus();
  }, [isAwaited]);
  useAnnouncedChange(isUsageRead ? "Who uses them has been read" : "Looking for what uses them");
  const canDelete = count > 0 && !isAwaited && isConfirmed(typed, count);
  const instances = useMemo(
    () => new Set(included.map(({ target }) => idKey(target.instanceId))).size,
    [included],
  );
  const toggle = (id: string) => {
    const next = new Set(leftOut);
    if (!next.delete(idKey(id))) next.add(idKey(id));
    setLeftOut(next);
  };
  const leaveOut = (rows: readonly Row[]) => {
    setLeftOut(new Set([...leftOut, ...rows.map(({ target }) => idKey(target.id))]));
    // The button that was pressed goes with its note.
    remove.current?.focus();
  };

  return (
    <SidePanel
      isOpen
      startsAtTitle
      title={`Delete ${matchCount(count, targets.length)}?`}
      onClose={onClose}
      footer={
        <>
          {mustType(count) && (
            <div className={styles.confirmation}>
              <TextField
                label={
                  <>
                    Type <TypedWord>{count}</TypedWord> or <TypedWord>delete</TypedWord> to confirm
                  </>
                }
                form={formId}
                value={typed}
                onChange={setTyped}
              />
            </div>
          )}
          <Button
            ref={remove}
            type="submit"
            form={formId}
            // Enter that is still held down, after a button that gave the focus away, deletes nothing.
            onKeyDown={(event) => {
              if (event.repeat) event.preventDefault();
            }}
            appearance="primary"
            className={canDelete ? styles.danger : undefined}
            disabledFocusable={!canDelete}
          >
            Delete {countOf(count, "endpoint")}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
          <DownloadBodies targets={included.map(({ target }) => target)} />
        </>
      }
    >
      <form
        id={formId}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (canDelete) onDelete(included.map(({ target }) => target));
        }}
      >
        <Text>
          This deletes {countOf(count, "registry endpoint")} from {countOf(instances, "instance")}.{" "}
          {staying > 0 &&
            `${countOf(staying, "selected endpoint")} will stay: the list below says why. `}
          The registries, what they hold and synced secrets stay as they are. Until this tab is
          closed or reloaded, what was deleted can be created again.
        </Text>
        {recreatable > 0 && (
          <Note intent="info">
            With this run, the portal forgets {countOf(recreatable, "endpoint")} of the one before,
            which could be created again.
          </Note>
        )}
        <ReviewNotes
          review={review}
          usage={usage}
          isUsageRead={isUsageRead}
          isUsageAwaited={isAwaited}
          onDoNotWait={() => setInAHurry(true)}
          onReadAgain={() => {
            setInAHurry(false);
            readAgain();
          }}
          onLeaveOutUsed={() => leaveOut(included.filter(({ use }) => use === "used"))}
          denied={denied}
          asked={rights.asked}
          instances={rights.instances}
          onLeaveOutDenied={() => leaveOut(denied.rows)}
        />
        {systemCount > 0 && (
          <TextField
            label={
              <>
                Type <TypedWord>{SYSTEM_ENDPOINT}</TypedWord> to delete{" "}
                {countOf(systemCount, "endpoint")} named {SYSTEM_ENDPOINT}
              </>
            }
            hint="Left out otherwise: the built-in transforms of data flow graphs pull from it."
            value={systemTyped}
            onChange={setSystemTyped}
          />
        )}
        <BulkList
          label="Endpoints to delete"
          rows={review.rows}
          rowId={targetId}
          rowHeight={ROW_HEIGHT}
        >
          {(row) => (
            <ReviewRow
              row={row}
              isLeftOut={leftOut.has(idKey(row.target.id))}
              onToggle={() => toggle(row.target.id)}
            />
          )}
        </BulkList>
      </form>
    </SidePanel>
  );
}
