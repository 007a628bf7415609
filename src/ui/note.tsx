import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  // Columns that scroll must not squeeze it.
  root: { flexShrink: 0 },
  title: { display: "block" },
  // A message bar truncates nothing here: long ids must wrap on narrow screens.
  body: { overflowWrap: "anywhere", whiteSpace: "normal" },
});

export interface NoteProps {
  intent: "info" | "warning" | "success" | "error";
  title?: string;
  children: ReactNode;
  actions?: ReactNode;
}

/** A remark within a page, announced to screen readers when it appears. */
export function Note({ intent, title, children, actions }: NoteProps) {
  const styles = useStyles();
  return (
    <MessageBar intent={intent} layout="multiline" className={styles.root}>
      <MessageBarBody className={styles.body}>
        {title !== undefined && <MessageBarTitle className={styles.title}>{title}</MessageBarTitle>}
        {children}
      </MessageBarBody>
      {actions && <MessageBarActions>{actions}</MessageBarActions>}
    </MessageBar>
  );
}
