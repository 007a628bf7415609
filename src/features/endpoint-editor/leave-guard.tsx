import { useBlocker } from "@tanstack/react-router";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import { validateEditorSearch, type EditorSearch } from "./editor-search";

interface LeaveGuardProps {
  /** Asked when somebody is about to leave: true if something would be lost. */
  isDirty: () => boolean;
  /** True while Azure is creating: leaving does not stop it. */
  isRunning: boolean;
  isEdit: boolean;
  onLeave: () => void;
}

/**
 * Asks before a dirty form is left inside the app; steps of the wizard do not count. The browser itself
 * asks while a write is under way only: the draft outlives a reload, the work in progress does not.
 */
export function LeaveGuard({ isDirty, isRunning, isEdit, onLeave }: LeaveGuardProps) {
  const verb = isEdit ? "saving" : "creating";
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isDirty() && !isSameWizard(current, next),
    enableBeforeUnload: isRunning,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      isOpen={blocker.status === "blocked"}
      title={isRunning ? `Leave while Azure is ${verb}?` : `Leave without ${verb}?`}
      confirmLabel="Leave"
      cancelLabel="Stay"
      danger={!isRunning}
      onConfirm={() => {
        onLeave();
        blocker.proceed?.();
      }}
      onCancel={() => blocker.reset?.()}
    >
      {isRunning
        ? "What has been sent to Azure goes on; you will be notified when it ends. The form itself is lost."
        : "What you entered is lost when you leave this page."}
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
    current.pathname === next.pathname && from.instance === to.instance && from.from === to.from
  );
}
