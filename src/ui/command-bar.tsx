import { Button, Tooltip, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode, Ref } from "react";
import { useShortcut, type Shortcut } from "./shortcuts";
import { useArrowKeys } from "./use-arrow-keys";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalXXS,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  command: { fontWeight: tokens.fontWeightRegular, whiteSpace: "nowrap", minWidth: "auto" },
});

/** A toolbar of commands for the page or panel; arrow keys move between them. */
export function CommandBar({ label, children }: { label: string; children: ReactNode }) {
  const arrowKeys = useArrowKeys<HTMLDivElement>();
  return (
    <div role="toolbar" aria-label={label} className={useStyles().bar} {...arrowKeys}>
      {children}
    </div>
  );
}

export interface CommandProps {
  icon: ReactElement;
  label: string;
  onClick: () => void;
  /** Why the command cannot be used now. Makes it disabled, but still focusable to read why. */
  disabledReason?: string;
  /** Keys that do the same. */
  shortcut?: Shortcut;
  ref?: Ref<HTMLButtonElement>;
}

/** One command of a `CommandBar`. */
export function Command({ icon, label, onClick, disabledReason, shortcut, ref }: CommandProps) {
  const styles = useStyles();
  const keyShortcuts = useShortcut(shortcut, () => {
    if (disabledReason === undefined) onClick();
  });
  const button = (
    <Button
      appearance="subtle"
      ref={ref}
      icon={icon}
      className={styles.command}
      aria-keyshortcuts={keyShortcuts}
      onClick={onClick}
      disabledFocusable={disabledReason !== undefined}
    >
      {label}
    </Button>
  );
  if (disabledReason === undefined) return button;
  return (
    <Tooltip content={disabledReason} relationship="description" withArrow>
      {button}
    </Tooltip>
  );
}
