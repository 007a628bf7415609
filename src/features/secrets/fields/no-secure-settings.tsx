import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { nameOf } from "../../../azure/resource-id";
import { useAzCommands } from "../../../queries/cloud";
import { CodeBlock } from "../../../ui/code-block";
import { Note } from "../../../ui/note";
import { enableSecretSyncCommand } from "../commands";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM, minWidth: 0 },
});

export interface NoSecureSettingsProps {
  instanceId: string;
  /** The instance names this class, but it is gone. */
  missingClassId?: string;
  onUseExisting: () => void;
}

/** Says that the instance cannot sync secrets, how to enable that, and what can be done without. */
export function NoSecureSettings({
  instanceId,
  missingClassId,
  onUseExisting,
}: NoSecureSettingsProps) {
  const styles = useStyles();
  const az = useAzCommands();
  return (
    <div className={styles.root}>
      <Note
        intent="warning"
        title={
          missingClassId === undefined
            ? `${nameOf(instanceId)} has no secure settings`
            : `The secret provider class of ${nameOf(instanceId)} is gone`
        }
        actions={<Button onClick={onUseExisting}>Name a Kubernetes secret instead</Button>}
      >
        {missingClassId === undefined
          ? "Without them no secret is synced from Key Vault to its cluster. This command enables them: it makes the secret provider class, trusts the identity on the cluster and lets it read the vault. The cluster needs its OIDC issuer and workload identity enabled."
          : `The instance refers to ${nameOf(missingClassId)}, which no longer exists. This command makes a new one.`}
      </Note>
      <CodeBlock
        label="command that enables secure settings"
        code={az(enableSecretSyncCommand(instanceId))}
      />
    </div>
  );
}
