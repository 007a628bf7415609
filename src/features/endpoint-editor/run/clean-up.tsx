import { Button, Text } from "@fluentui/react-components";
import { useState } from "react";
import type { WorkRecord } from "../../../queries/work/work-record";
import { canCleanUp } from "../../../queries/work/work-words";
import { CodeBlock } from "../../../ui/code-block";
import { ConfirmDialog } from "../../../ui/confirm-dialog";
import { FailureMessage } from "../../../ui/failure-message";
import { Note } from "../../../ui/note";
import { ProgressSteps } from "../../../ui/progress-steps";
import { deleteVaultSecretCommand } from "../../secrets";
import { useEditor } from "../form/editor-context";
import { useCleanUp } from "./use-clean-up";

/** Offers to take back what a stopped run made, and says what remains to be done by hand. */
export function CleanUp() {
  const { run } = useEditor();
  const { stopped } = run;
  const [toClean, setToClean] = useState<WorkRecord>();
  const [cleaned, setCleaned] = useState<WorkRecord>();
  const canClean = stopped !== undefined && canCleanUp(stopped);
  return (
    <>
      {canClean && (
        <div>
          <Button onClick={() => setToClean(stopped)}>Clean up</Button>
        </div>
      )}
      {cleaned !== undefined && <CleanedNote record={cleaned} />}
      {toClean !== undefined && (
        <CleanUpDialog
          record={toClean}
          onClose={() => setToClean(undefined)}
          onCleaned={() => {
            setToClean(undefined);
            setCleaned(toClean);
          }}
        />
      )}
    </>
  );
}

interface CleanUpDialogProps {
  record: WorkRecord;
  onClose: () => void;
  onCleaned: () => void;
}

function CleanUpDialog({ record, onClose, onCleaned }: CleanUpDialogProps) {
  const cleanUp = useCleanUp(record);
  const isDone = cleanUp.status === "done";
  return (
    <ConfirmDialog
      isOpen
      title="Clean up what was made?"
      confirmLabel={isDone ? "Done" : cleanUp.status === "failed" ? "Try again" : "Clean up"}
      busyLabel="Cleaning up…"
      danger={!isDone}
      isOver={isDone}
      isBusy={cleanUp.status === "running"}
      onConfirm={isDone ? onCleaned : cleanUp.start}
      onCancel={isDone ? onCleaned : onClose}
    >
      {cleanUp.failure && <FailureMessage failure={cleanUp.failure} />}
      {cleanUp.steps.length === 0 ? (
        <Text>Nothing was made yet: the creation is only forgotten.</Text>
      ) : (
        <>
          <Text>Only what this run made goes, and of that only what nobody else uses by now.</Text>
          <ProgressSteps label="Clean up" steps={cleanUp.steps} />
        </>
      )}
      <DeleteCommands ids={record.made.vaultSecrets} />
    </ConfirmDialog>
  );
}

function CleanedNote({ record }: { record: WorkRecord }) {
  return (
    <>
      <Note intent="success" title="Cleaned up">
        {" "}
        Nothing of this run is left to continue. The form is as it was.
      </Note>
      <DeleteCommands ids={record.made.vaultSecrets} />
    </>
  );
}

/** Resource Manager can only disable a secret. */
function DeleteCommands({ ids }: { ids: string[] }) {
  return ids.length === 0 ? null : (
    <>
      <Text>
        Key Vault secrets are disabled, since Azure Resource Manager cannot delete them. To delete
        them for good:
      </Text>
      <CodeBlock label="Azure CLI commands" code={ids.map(deleteVaultSecretCommand).join("\n")} />
    </>
  );
}
