import { Button } from "@fluentui/react-components";
import { Note } from "./note";

interface WaitingNoteProps {
  reason: "offline" | "slow-down";
  /** The change itself has left, or may have. */
  isSent: boolean;
  /** Absent where another tab waits, which can stop it. */
  onStop?: () => void;
}

/** Says why a change that was asked for does not go on, and stops it as long as it has not been sent. */
export function WaitingNote({ reason, isSent, onStop }: WaitingNoteProps) {
  const isOffline = reason === "offline";
  if (isSent && !isOffline) return null;
  return (
    <Note
      intent="warning"
      title={isOffline ? "Waiting for the network" : "Waiting for Azure"}
      actions={
        isSent || onStop === undefined ? undefined : (
          <Button size="small" onClick={onStop}>
            Stop
          </Button>
        )
      }
    >
      {" "}
      {isSent
        ? "The change has been sent. How it went is asked when you are online again."
        : `The change itself has not been sent. It goes out by itself ${isOffline ? "when you are online again" : "when Azure lets it"}.${onStop === undefined ? " Another tab runs it, and can stop it." : ""}`}
    </Note>
  );
}
