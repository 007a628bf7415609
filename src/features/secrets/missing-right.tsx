import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useAccount } from "../../queries/azure-context";
import { useAzCommands } from "../../queries/cloud";
import { CodeBlock } from "../../ui/code-block";
import { Note } from "../../ui/note";
import { assignRoleCommand, type VaultReference } from "./commands";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, minWidth: 0 },
});

export interface MissingRightProps {
  title: string;
  /** The action that Azure asks for. */
  action: string;
  /** A role that has it. */
  role: string;
  vault: VaultReference;
  children: ReactNode;
}

/** Names the action that a person lacks on a vault, with the command for an administrator. */
export function MissingRight({ title, action, role, vault, children }: MissingRightProps) {
  const styles = useStyles();
  const az = useAzCommands();
  const { userName } = useAccount();
  return (
    <div className={styles.root}>
      <Note intent="warning" title={title}>
        The missing action is {action}. {children}
      </Note>
      <CodeBlock
        label={`command that assigns ${role}`}
        code={az(assignRoleCommand(userName, role, vault))}
      />
    </div>
  );
}
