import { Button, Checkbox, ToggleButton, makeStyles, tokens } from "@fluentui/react-components";
import {
  ArrowDown16Regular,
  ArrowUp16Regular,
  Pin16Filled,
  Pin16Regular,
} from "@fluentui/react-icons";
import { endpointFields, type FieldId } from "../../../../lib/endpoint-query/fields";
import type { ListLayout } from "../../../../lib/endpoint-query/list-layout";

/** What can be done with a column. */
export interface ColumnActions {
  onShow: (id: FieldId, isShown: boolean) => void;
  onPin: (id: FieldId, isPinned: boolean) => void;
  /** By one place: -1 is towards the start. */
  onMove: (id: FieldId, step: 1 | -1) => void;
}

const useStyles = makeStyles({
  root: {
    display: "flex",
    alignItems: "center",
    minHeight: "34px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  choice: { marginRight: "auto", minWidth: 0 },
  hidden: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

const stepOfKey: Readonly<Partial<Record<string, 1 | -1>>> = { ArrowUp: -1, ArrowDown: 1 };

interface ColumnChoiceProps {
  id: FieldId;
  layout: ListLayout;
  actions: ColumnActions;
  /** It is chosen, but the table has no room for it, or cards leave it out. */
  isHidden: boolean;
}

/** One column: whether it is shown, and where. Alt with an arrow key moves it as well. */
export function ColumnChoice({ id, layout, actions, isHidden }: ColumnChoiceProps) {
  const styles = useStyles();
  const { columns, pinned } = layout;
  const { label } = endpointFields[id];
  const place = columns.indexOf(id);
  const isShown = place !== -1;
  const isPinned = pinned.includes(id);
  // Pinned columns and the others keep to themselves.
  const isFirst = place === 0 || place === (isPinned ? 0 : pinned.length);
  const isLast = place === (isPinned ? pinned.length : columns.length) - 1;
  const canMove = (step: 1 | -1) => isShown && !(step === -1 ? isFirst : isLast);
  return (
    <li
      className={styles.root}
      onKeyDown={(event) => {
        const step = event.altKey ? stepOfKey[event.key] : undefined;
        if (step === undefined) return;
        event.preventDefault();
        if (canMove(step)) actions.onMove(id, step);
      }}
    >
      <Checkbox
        className={styles.choice}
        label={
          <>
            {label}
            {isHidden && <span className={styles.hidden}> hidden at this width</span>}
          </>
        }
        checked={isShown}
        // Rows are named by it, and opened.
        disabled={id === "name"}
        onChange={(_, { checked }) => actions.onShow(id, checked === true)}
      />
      {isShown && (
        <>
          <ToggleButton
            size="small"
            appearance="subtle"
            icon={isPinned ? <Pin16Filled /> : <Pin16Regular />}
            checked={isPinned}
            aria-label={`Pin ${label}`}
            onClick={() => actions.onPin(id, !isPinned)}
          />
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowUp16Regular />}
            aria-label={`Move ${label} up`}
            disabledFocusable={!canMove(-1)}
            onClick={() => actions.onMove(id, -1)}
          />
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowDown16Regular />}
            aria-label={`Move ${label} down`}
            disabledFocusable={!canMove(1)}
            onClick={() => actions.onMove(id, 1)}
          />
        </>
      )}
    </li>
  );
}
