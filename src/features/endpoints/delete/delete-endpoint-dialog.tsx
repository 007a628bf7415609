import { Text } from "@fluentui/react-components";
import { useState } from "react";
import { usePermissions } from "../../../queries/permissions";
import { useWaiting } from "../../../queries/work/use-waiting";
import { ConfirmDialog } from "../../../ui/confirm-dialog";
import { FailureMessage } from "../../../ui/failure-message";
import { Note } from "../../../ui/note";
import { ProgressSteps } from "../../../ui/progress-steps";
import { WaitingNote } from "../../../ui/waiting-note";
import { DELETE_ACTION } from "../endpoint-actions";
import { SYSTEM_ENDPOINT } from "../system-endpoint";
import { SecretChoice } from "./secret-choice";
import { UsersNote } from "./users-note";
import { useDeletion, type Deletion, type EndpointToDelete } from "./use-deletion";
import { useRemovableSecret } from "./use-removable-secret";

interface DeleteEndpointDialogProps {
  endpoint: EndpointToDelete;
  onClose: () => void;
  /** Called when the endpoint is gone. */
  onDeleted: () => void;
}

/** Asks, deletes, shows how far it is, and stays open with what went wrong. Closing it stops nothing. */
export function DeleteEndpointDialog(props: DeleteEndpointDialogProps) {
  const { endpoint, onClose, onDeleted } = props;
  const deletion = useDeletion(endpoint, onDeleted);
  const secret = useRemovableSecret(endpoint.id, endpoint.instanceId);
  const waiting = useWaiting();
  const [removesSecret, setRemovesSecret] = useState(false);
  const isMissingRight = usePermissions(endpoint.id).allows(DELETE_ACTION) === false;
  const isSystemEndpoint = endpoint.name.toLowerCase() === SYSTEM_ENDPOINT;
  const hasStarted = deletion.status !== "idle";

  return (
    <ConfirmDialog
      isOpen
      title={titleOf(deletion, endpoint)}
      confirmLabel={confirmLabelOf(deletion)}
      busyLabel="Deleting…"
      danger
      isBusy={deletion.status === "running"}
      typeToConfirm={isSystemEndpoint && !hasStarted ? SYSTEM_ENDPOINT : undefined}
      onConfirm={() =>
        deletion.start(removesSecret && secret.status === "removable" ? secret.chain : undefined)
      }
      canCloseWhileBusy
      cancelLabel={deletion.status === "running" ? "Close" : undefined}
      onCancel={() => {
        deletion.leave();
        if (deletion.isEndpointGone) onDeleted();
        else onClose();
      }}
    >
      {deletion.failure && <FailureMessage failure={deletion.failure} hasTitle={false} />}
      {!hasStarted && (
        <Text>
          This deletes the registry endpoint <strong>{endpoint.name}</strong> for{" "}
          <strong>{endpoint.host || "an unknown host"}</strong> from instance{" "}
          <strong>{endpoint.instanceName}</strong>. Data flow graphs and connectors that refer to it
          can no longer pull their artifacts. The registry and what it holds stay as they are.
        </Text>
      )}
      {!hasStarted && <UsersNote endpointId={endpoint.id} />}
      {isSystemEndpoint && !hasStarted && (
        <Note intent="warning" title="This is the system endpoint">
          {" "}
          The built-in transforms of data flow graphs pull from “{SYSTEM_ENDPOINT}” and stop working
          without it. Upgrading the instance would create it again.
        </Note>
      )}
      {isMissingRight && !hasStarted && (
        <Note intent="warning" title="You may not be allowed to do this">
          {" "}
          Your roles do not include {DELETE_ACTION} on this endpoint.
        </Note>
      )}
      {deletion.status === "running" && waiting && (
        <WaitingNote reason={waiting} isSent={deletion.isSent} onStop={deletion.stop} />
      )}
      {hasStarted ? (
        <ProgressSteps label="Deletion" steps={deletion.steps} />
      ) : (
        <SecretChoice secret={secret} isChosen={removesSecret} onChange={setRemovesSecret} />
      )}
    </ConfirmDialog>
  );
}

function confirmLabelOf({ status, isStillUnderWay }: Deletion): string {
  if (status !== "failed") return "Delete";
  return isStillUnderWay ? "Keep waiting" : "Try again";
}

function titleOf({ status, failure }: Deletion, { name }: EndpointToDelete): string {
  switch (status) {
    case "idle":
      return `Delete registry endpoint “${name}”?`;
    case "running":
      return `Deleting registry endpoint “${name}”…`;
    case "failed":
      return failure?.title ?? `“${name}” could not be deleted`;
  }
}
