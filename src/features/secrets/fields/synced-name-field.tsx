import { Button } from "@fluentui/react-components";
import { useSecretSyncs } from "../../../queries/secret-sync";
import { TextField } from "../../../ui/text-field";
import { suggestedSecretName } from "../artifact-secret-draft";
import type { SourceFieldsProps } from "../artifact-secret-fields";

/** The name of the secret sync to make, which the Kubernetes secret gets too. */
export function SyncedNameField(props: SourceFieldsProps) {
  const { instanceId, endpointName, draft, onChange, errors } = props;
  const { data: secretSyncs = [] } = useSecretSyncs(instanceId);
  const name = draft.syncedSecretName;
  const isTaken = secretSyncs.some((sync) => sync.name.toLowerCase() === name.toLowerCase());
  return (
    <TextField
      label="Synced secret name"
      name="syncedSecretName"
      required
      value={name}
      onChange={(syncedSecretName) => onChange({ syncedSecretName })}
      placeholder={suggestedSecretName(endpointName)}
      error={errors.syncedSecretName}
      warning={isTaken ? <TakenName name={name} onChange={onChange} /> : undefined}
      hint="The Kubernetes secret on the cluster gets this name. Its type and name cannot change later."
    />
  );
}

function TakenName({ name, onChange }: Pick<SourceFieldsProps, "onChange"> & { name: string }) {
  return (
    <>
      The instance has a secret sync of this name already: it is used if it holds the same secrets,
      otherwise creation stops there.{" "}
      <Button
        size="small"
        appearance="transparent"
        onClick={() => onChange({ source: "secretSync", secretSyncName: name })}
      >
        Use the existing one
      </Button>
    </>
  );
}
