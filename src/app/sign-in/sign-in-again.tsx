import { useState } from "react";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import type { SignInNeed } from "./session";

/** Asks the person to sign in again, since Azure accepts no token without that. */
export function SignInAgain({ need }: { need: SignInNeed }) {
  const [isLeaving, setIsLeaving] = useState(false);
  return (
    <ConfirmDialog
      isOpen
      title="Sign in again"
      confirmLabel="Sign in again"
      isBusy={isLeaving}
      busyLabel="Opening the sign-in"
      onConfirm={() => {
        setIsLeaving(true);
        need.answer().catch(() => setIsLeaving(false));
      }}
      onCancel={need.dismiss}
    >
      <p>
        Your sign-in has ended, or Azure wants you to confirm who you are. You come back to this
        page; what you entered is kept, except secret values.
      </p>
    </ConfirmDialog>
  );
}
