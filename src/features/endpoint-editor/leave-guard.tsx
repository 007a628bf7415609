import { useBlocker } from "@tanstack/react-router";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import { validateEditorSearch, type EditorSearch } from "./editor-search";

interface LeaveGuardProps {
  /** Asked when somebody is about to leave: true if something would be lost. */
  isDirty: () => boolean;
  /** True while Azure is creating: that goes on and keeps the form, so nothing is asked. */
  isRunning?: boolean;
  isEdit: boolean;
  onLeave: () => void;
}

/** Asks before a dirty form is left inside the app; steps of the wizard do not count. */
export function LeaveGuard({ isDirty, isRunning = false, isEdit, onLeave }: LeaveGuardProps) {
  const verb = isEdit ? "saving" : "creating";
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => {
      if (isSameWizard(current, next)) return false;
      if (isRunning) onLeave();
      return !isRunning && isDirty();
    },
    // A reload loses nothing: the draft outlives it, and so does what is being sent.
    enableBeforeUnload: false,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      isOpen={blocker.status === "blocked"}
      title={`Leave without ${verb}?`}
      confirmLabel="Leave"
      cancelLabel="Stay"
      danger
      onConfirm={() => {
        onLeave();
        blocker.proceed?.();
      }}
      onCancel={() => blocker.reset?.()}
    >
      What you entered is lost when you leave this page.
    </ConfirmDialog>
  );
}

interface Place {
  pathname: string;
  search: object;
}

function isSameWizard(current: Place, next: Place): boolean {
  const from: EditorSearch = validateEditorSearch({ ...current.search });
  const to: EditorSearch = validateEditorSearch({ ...next.search });
  return (
    current.pathname === next.pathname &&
    from.instance === to.instance &&
    from.from === to.from &&
    from.resume === to.resume
  );
}
