import { Button, Link, ToggleButton, makeStyles, tokens } from "@fluentui/react-components";
import {
  Delete16Regular,
  Rename16Regular,
  Star16Filled,
  Star16Regular,
} from "@fluentui/react-icons";
import { useState } from "react";
import { useReturnFocus } from "../../../../ui/return-focus";
import { TextField } from "../../../../ui/text-field";
import { nameProblem, type SavedViews } from "./saved-views";

const useStyles = makeStyles({
  root: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalXS,
    rowGap: tokens.spacingVerticalXS,
    minHeight: "40px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    paddingTop: tokens.spacingVerticalXXS,
    paddingBottom: tokens.spacingVerticalXXS,
  },
  name: { flexGrow: 1, flexBasis: 0, minWidth: 0, overflowWrap: "anywhere", textAlign: "left" },
  form: { flexBasis: "100%", display: "grid", rowGap: tokens.spacingVerticalS },
  buttons: { display: "flex", columnGap: tokens.spacingHorizontalS },
});

interface SavedViewItemProps {
  name: string;
  saved: SavedViews;
  isDefault: boolean;
  onOpen: () => void;
  onDefault: (isDefault: boolean) => void;
  onRename: (name: string) => void;
  onDelete: () => void;
}

/** A view with what can be done with it. */
export function SavedViewItem(props: SavedViewItemProps) {
  const { name, isDefault } = props;
  const styles = useStyles();
  const [isRenamed, setIsRenamed] = useState(false);
  return (
    <li className={styles.root}>
      <Link as="button" className={styles.name} onClick={props.onOpen}>
        {name}
      </Link>
      <ToggleButton
        size="small"
        appearance="subtle"
        icon={isDefault ? <Star16Filled /> : <Star16Regular />}
        checked={isDefault}
        aria-label={`Open the list with ${name}`}
        title="Open the list with this view"
        onClick={() => props.onDefault(!isDefault)}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<Rename16Regular />}
        aria-label={`Rename ${name}`}
        aria-expanded={isRenamed}
        onClick={() => setIsRenamed(!isRenamed)}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<Delete16Regular />}
        aria-label={`Delete ${name}`}
        onClick={props.onDelete}
      />
      {isRenamed && <NameForm {...props} onClose={() => setIsRenamed(false)} />}
    </li>
  );
}

function NameForm({
  name,
  saved,
  onRename,
  onClose,
}: SavedViewItemProps & { onClose: () => void }) {
  const styles = useStyles();
  const [text, setText] = useState(name);
  const problem = nameProblem(saved, text, name);
  useReturnFocus();
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (problem !== undefined) return;
        onClose();
        onRename(text.trim());
      }}
    >
      <TextField
        label={`New name of ${name}`}
        value={text}
        onChange={setText}
        error={problem}
        inputRef={focusAndSelect}
      />
      <div className={styles.buttons}>
        <Button type="submit" size="small" appearance="primary">
          Rename
        </Button>
        <Button size="small" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function focusAndSelect(input: HTMLInputElement | null): void {
  input?.select();
}
