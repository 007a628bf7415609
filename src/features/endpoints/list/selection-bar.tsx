import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { useAnnouncedChange } from "../../../ui/use-announced-change";
import { selectionText } from "./selection-text";
import type { ListSelection } from "./use-selection";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    // The cards of a narrow screen fill more than what is left of it.
    "@media (max-width: 600px)": {
      position: "sticky",
      bottom: 0,
      zIndex: 1,
      paddingBottom: tokens.spacingVerticalS,
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
});

interface SelectionBarProps {
  list: ListSelection;
  /** The button that clears goes away with the selection: what is to have the focus then. */
  onCleared: () => void;
  /** What can be done with the selected rows. */
  children?: ReactNode;
}

/**
 * How many rows are selected, which screen readers are told, and what can be done with them. Below the
 * table: there it moves no row from under the pointer when it comes, and is where Tab leads to.
 */
export function SelectionBar({ list, onCleared, children }: SelectionBarProps) {
  const styles = useStyles();
  const { selection, hiddenCount, isGrowing } = list;
  // A few that were chosen one by one do not ask for others.
  const missing = selection.shown === "all" ? list.missing : 0;
  const text = selectionText(selection.count, hiddenCount, { missing, isGrowing });
  useAnnouncedChange(text);
  if (selection.count === 0) return null;
  return (
    <div role="group" aria-label="Selection" className={styles.root}>
      <Text weight="semibold">{text}</Text>
      {missing > 0 && !isGrowing && (
        <Button size="small" onClick={list.grow}>
          Select those too
        </Button>
      )}
      {children}
      <Button
        size="small"
        appearance="subtle"
        icon={<Dismiss16Regular />}
        onClick={() => {
          selection.clear();
          onCleared();
        }}
      >
        Clear selection
      </Button>
    </div>
  );
}
