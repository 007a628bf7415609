import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import { useEffect, useRef, type ReactNode } from "react";
import { useAnnounce } from "../../../ui/announcer";
import type { ListSelection } from "./use-selection";

/** Long enough that of a range that grows only its end is announced. */
const ANNOUNCED_AFTER_MS = 500;

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    marginRight: tokens.spacingHorizontalS,
  },
});

interface SelectionBarProps {
  list: ListSelection;
  /** The button that clears goes away with the selection: what is to have the focus then. */
  onCleared: () => void;
  /** What can be done with the selected rows. */
  children?: ReactNode;
}

/** How many rows are selected, which screen readers are told, and what can be done with them. */
export function SelectionBar({ list, onCleared, children }: SelectionBarProps) {
  const styles = useStyles();
  const { selection, hiddenCount } = list;
  const text = selectionText(selection.count, hiddenCount);
  useAnnouncedChange(text);
  if (selection.count === 0) return null;
  return (
    <div role="group" aria-label="Selection" className={styles.root}>
      <Text weight="semibold">{text}</Text>
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

const format = new Intl.NumberFormat("en");

/** `12 selected`, or `12 selected, 3 of them not shown` where filters hide some. */
export function selectionText(count: number, hiddenCount: number): string {
  if (count === 0) return "Nothing selected";
  const selected = `${format.format(count)} selected`;
  if (hiddenCount === 0) return selected;
  return `${selected}, ${hiddenCount === count ? "none of them" : `${format.format(hiddenCount)} of them not`} shown`;
}

/** Says a text after every change of it, but not the first one. */
function useAnnouncedChange(text: string): void {
  const announce = useAnnounce();
  const said = useRef(text);
  useEffect(() => {
    if (said.current === text) return;
    const timer = setTimeout(() => {
      said.current = text;
      announce(text);
    }, ANNOUNCED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [announce, text]);
}
