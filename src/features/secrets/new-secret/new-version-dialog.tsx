import { ConfirmDialog } from "../../../ui/confirm-dialog";
import { formatUnixTime } from "../secret-state";
import type { NameUse } from "./save-new-secret";

interface NewVersionDialogProps {
  name: string;
  vaultName: string;
  /** What was found under the name; absent while there is nothing to ask. */
  use?: NameUse;
  onConfirm: (use: NameUse) => void;
  onCancel: () => void;
}

/** Asks before a secret that exists gets a new version. */
export function NewVersionDialog({
  name,
  vaultName,
  use,
  onConfirm,
  onCancel,
}: NewVersionDialogProps) {
  if (use === undefined || use.state === "free") {
    return null;
  }
  const isUsed = use.state === "used";
  const updated = isUsed ? use.secret.properties.attributes?.updated : undefined;
  return (
    <ConfirmDialog
      isOpen
      title={isUsed ? `Add a new version of ${name}?` : `Save ${name} without a check?`}
      confirmLabel={isUsed ? "Add new version" : "Save"}
      onConfirm={() => onConfirm(use)}
      onCancel={onCancel}
    >
      {isUsed
        ? `${vaultName} has a secret of this name${updated === undefined ? "" : `, last updated ${formatUnixTime(updated)}`}. Everything that uses it, on every cluster, gets the new value.`
        : `You may not read the secrets of ${vaultName}, so whether it has one of this name is not known. If it has, it gets a new version without its tags, and everything that uses it the new value.`}
    </ConfirmDialog>
  );
}
