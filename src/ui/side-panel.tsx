import {
  Button,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  OverlayDrawer,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { Dismiss24Regular } from "@fluentui/react-icons";
import { useEffect, useRef, type ReactNode } from "react";
import { useReturnFocus } from "./return-focus";

const useStyles = makeStyles({
  drawer: { maxWidth: "100vw" },
  heading: {
    ":focus": { outlineStyle: "none" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  body: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalL,
  },
  footer: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    flexWrap: "wrap",
    rowGap: tokens.spacingVerticalS,
  },
});

const FIELD = ":is(input, select, textarea):not([type=hidden], :disabled)";

export interface SidePanelProps {
  isOpen: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
  size?: "small" | "medium" | "large";
  /** The focus starts at the title: what is below is to be read before the first field. */
  startsAtTitle?: boolean;
}

/**
 * A panel over the right of the page for a side task. Holds focus while open and gives it back on
 * closing. Starts at the first field, where there is one, unless told otherwise. Its content is mounted only while it is open.
 */
export function SidePanel({ isOpen, ...props }: SidePanelProps) {
  return isOpen ? <OpenSidePanel {...props} /> : null;
}

function OpenSidePanel(props: Omit<SidePanelProps, "isOpen">) {
  const { title, onClose, children, footer, size = "medium", startsAtTitle = false } = props;
  const styles = useStyles();
  const body = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useReturnFocus();
  useEffect(() => {
    // Runs after the drawer has put the focus on its first button, which closes it.
    if (startsAtTitle) heading.current?.focus();
    else body.current?.querySelector<HTMLElement>(FIELD)?.focus();
  }, [startsAtTitle]);
  return (
    <OverlayDrawer
      open
      position="end"
      size={size}
      className={styles.drawer}
      onOpenChange={(_, { open }) => {
        if (!open) onClose();
      }}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          heading={{ ref: heading, tabIndex: -1, className: styles.heading }}
          action={
            <Button
              appearance="subtle"
              aria-label="Close"
              icon={<Dismiss24Regular />}
              onClick={onClose}
            />
          }
        >
          {title}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody ref={body} className={styles.body}>
        {children}
      </DrawerBody>
      {footer && <DrawerFooter className={styles.footer}>{footer}</DrawerFooter>}
    </OverlayDrawer>
  );
}
