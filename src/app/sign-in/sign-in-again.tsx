import { useState } from "react";
import type { Failure } from "../../lib/failure";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import { FailureMessage } from "../../ui/failure-message";
import type { SignInNeed } from "./session";
import { signInFailure } from "./sign-in-failure";

/** Asks the person to sign in again, since Azure accepts no token without that. */
export function SignInAgain({ need }: { need: SignInNeed }) {
  const [isLeaving, setIsLeaving] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  return (
    <ConfirmDialog
      isOpen
      title="Sign in again"
      confirmLabel="Sign in again"
      isBusy={isLeaving}
      busyLabel="Opening the sign-in"
      onConfirm={() => {
        setIsLeaving(true);
        need.answer().catch((error: unknown) => {
          setIsLeaving(false);
          setFailure(signInFailure(error, "The sign-in could not be opened"));
        });
      }}
      onCancel={need.dismiss}
    >
      {failure && <FailureMessage failure={failure} />}
      <p>
        Your sign-in has ended, or Microsoft wants you to confirm who you are or what the portal may
        do. Azure did not carry out the call that needs it. You come back to this page; what you
        entered is kept, except secret values.
      </p>
    </ConfirmDialog>
  );
}
