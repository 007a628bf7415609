import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Add16Regular, Search16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Vault } from "../../../azure/key-vault/key-vault";
import { vaultSecretNameProblem } from "../../../lib/kubernetes-names";
import { useVaultSecrets, type VaultSecrets } from "../../../queries/key-vault";
import { TextField } from "../../../ui/text-field";
import { NewSecretPanel, type SecretContent } from "../new-secret/new-secret-panel";
import { describeSecret, secretStateOf } from "../secret-state";
import { SecretPickerPanel } from "./secret-picker-panel";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export interface SecretFieldProps {
  label: string;
  /** What a new secret is made of. */
  content: SecretContent;
  /** Registry host, for a docker configuration. */
  host?: string;
  /** Absent when the person cannot see it: names are typed then. */
  vault?: Vault;
  vaultName: string;
  value: string;
  onChange: (name: string) => void;
  /** The portal itself wrote the secret just now. `madeId` is its id if there was none of that name before. */
  onCreated: (name: string, madeId: string | undefined) => void;
  suggestedName: string;
  error?: string;
}

/** Names a secret of a vault: typed, chosen from the list, or made in a panel. */
export function SecretField({ label, vault, value, onChange, ...props }: SecretFieldProps) {
  const styles = useStyles();
  const [panel, setPanel] = useState<"pick" | "create">();
  const list = useVaultSecrets(vault?.id ?? "");
  const remark = remarkOn(value, list.data, props.vaultName);
  const close = () => setPanel(undefined);
  return (
    <div className={styles.root}>
      <TextField
        label={label}
        required
        value={value}
        onChange={onChange}
        error={props.error}
        warning={remark.warning}
        hint={remark.hint}
        placeholder="Name of a secret"
      />
      {vault && (
        <div className={styles.buttons}>
          <Button
            size="small"
            icon={<Search16Regular />}
            aria-label={`Choose secret: ${label}`}
            onClick={() => setPanel("pick")}
          >
            Choose secret
          </Button>
          <Button
            size="small"
            icon={<Add16Regular />}
            aria-label={`New secret: ${label}`}
            onClick={() => setPanel("create")}
          >
            New secret
          </Button>
          <SecretPickerPanel
            isOpen={panel === "pick"}
            title={`Choose: ${label.toLowerCase()}`}
            vault={vault}
            selectedName={value}
            onClose={close}
            onSelect={(name) => {
              onChange(name);
              close();
            }}
          />
          <NewSecretPanel
            isOpen={panel === "create"}
            title={`New ${label.toLowerCase()}`}
            content={props.content}
            host={props.host}
            vault={vault}
            suggestedName={props.suggestedName}
            onClose={close}
            onCreated={(name, madeId) => {
              props.onCreated(name, madeId);
              close();
            }}
          />
        </div>
      )}
    </div>
  );
}

/** What the vault's list says about a name, as far as it is loaded. */
function remarkOn(
  name: string,
  list: VaultSecrets | undefined,
  vaultName: string,
): { hint?: string; warning?: string } {
  if (name === "" || list === undefined || vaultSecretNameProblem(name) !== undefined) {
    return { warning: name === "" ? undefined : vaultSecretNameProblem(name) };
  }
  const secret = list.secrets.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (secret === undefined) {
    return list.isComplete ? { warning: `${vaultName} has no secret of this name.` } : {};
  }
  const { isUsable, label, explanation } = secretStateOf(secret, Date.now());
  return isUsable ? { hint: describeSecret(secret) } : { warning: `${label}. ${explanation}` };
}
