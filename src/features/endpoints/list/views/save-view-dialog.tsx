import { Checkbox, Text } from "@fluentui/react-components";
import { useState } from "react";
import { ConfirmDialog } from "../../../../ui/confirm-dialog";
import { useNotify } from "../../../../ui/notifications";
import { TextField } from "../../../../ui/text-field";
import type { ListView } from "../use-list-view";
import { savedNotification } from "./saved-notification";
import { nameProblem, viewSearch, withDefault, withView } from "./saved-views";
import { useSavedViews } from "./use-saved-views";

/** Gives how the list is looked at a name, under which it can be opened again. */
export function SaveViewDialog({ view, onClose }: { view: ListView; onClose: () => void }) {
  const [saved, change] = useSavedViews();
  const notify = useNotify();
  const [text, setText] = useState("");
  const [isDefault, setIsDefault] = useState(false);
  const [isAsked, setIsAsked] = useState(false);
  const name = text.trim();
  const problem = nameProblem(saved, name);
  const save = () => {
    setIsAsked(true);
    if (problem !== undefined) return;
    const search = viewSearch(view.search);
    change((before) => {
      const after = withView(before, { name, search });
      return isDefault ? withDefault(after, name) : after;
    });
    view.open({ ...search, view: name });
    notify(savedNotification(name));
    onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      title="Save as a new view"
      confirmLabel="Save"
      onConfirm={save}
      onCancel={onClose}
    >
      <Text>
        The search, the filters, the order, the columns, the groups and the height of rows as they
        are now. Views are kept in this browser for your account, also after you sign out; export
        them to use them elsewhere, or to share them.
      </Text>
      <TextField
        label="Name"
        required
        value={text}
        onChange={setText}
        error={isAsked ? problem : undefined}
      />
      <Checkbox
        label="Open the list with this view"
        checked={isDefault}
        onChange={(_, { checked }) => setIsDefault(checked === true)}
      />
    </ConfirmDialog>
  );
}
