import { makeStyles, tokens } from "@fluentui/react-components";
import { Note } from "../../ui/note";
import { RadioCards } from "../../ui/radio-cards";
import {
  suggestedSecretName,
  type ArtifactSecretDraft,
  type ArtifactSecretErrors,
} from "./artifact-secret-draft";
import { ExistingSecretFields } from "./fields/existing-secret-fields";
import { KeyVaultFields } from "./fields/key-vault-fields";
import { SecretSyncFields } from "./fields/secret-sync-fields";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL, minWidth: 0 },
});

export interface ArtifactSecretFieldsProps {
  /** Empty until an instance is chosen. */
  instanceId: string;
  endpointName: string;
  host: string;
  draft: ArtifactSecretDraft;
  onChange: (draft: ArtifactSecretDraft) => void;
  errors: ArtifactSecretErrors;
}

/** What each source asks of its fields. */
export interface SourceFieldsProps extends Omit<ArtifactSecretFieldsProps, "onChange"> {
  /** Changes some members of the draft. */
  onChange: (change: Partial<ArtifactSecretDraft>) => void;
}

/** Where the pull secret of an endpoint comes from, and everything that its source asks for. */
export function ArtifactSecretFields({ draft, onChange, ...props }: ArtifactSecretFieldsProps) {
  const styles = useStyles();
  const change = (part: Partial<ArtifactSecretDraft>) => {
    const next = { ...draft, ...part };
    const isNameOpen = next.syncedSecretName === "" && part.syncedSecretName === undefined;
    onChange(
      isNameOpen ? { ...next, syncedSecretName: suggestedSecretName(props.endpointName) } : next,
    );
  };
  if (props.instanceId === "") {
    return (
      <Note intent="info">
        Choose an instance in the first step: its secrets are what can be chosen here.
      </Note>
    );
  }
  return (
    <div className={styles.root}>
      <RadioCards
        label="Secret source"
        value={draft.source}
        onChange={(source) => change({ source })}
        options={[
          {
            value: "keyVault",
            label: "Synced from Key Vault",
            description:
              "Choose or create secrets in the instance’s vault; they are synced to its cluster.",
          },
          {
            value: "secretSync",
            label: "Existing secret sync",
            description: "Use a secret that the instance syncs from Key Vault already.",
          },
          {
            value: "existing",
            label: "Existing Kubernetes secret",
            description: "Name a secret that somebody made on the cluster.",
          },
        ]}
      />
      <SourceFields {...props} draft={draft} onChange={change} />
    </div>
  );
}

function SourceFields(props: SourceFieldsProps) {
  switch (props.draft.source) {
    case "keyVault":
      return <KeyVaultFields {...props} />;
    case "secretSync":
      return <SecretSyncFields {...props} />;
    case "existing":
      return <ExistingSecretFields {...props} />;
  }
}
