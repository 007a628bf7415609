import { Checkbox, Field } from "@fluentui/react-components";
import type { Vault } from "../../../azure/key-vault/key-vault";
import { suggestedSecretName, type ArtifactSecretDraft } from "../artifact-secret-draft";
import type { SourceFieldsProps } from "../artifact-secret-fields";
import { SecretField } from "../picker/secret-field";

interface LayoutSecretsProps extends SourceFieldsProps {
  vault?: Vault;
  vaultName: string;
}

/** The Key Vault secrets that the chosen layout is made of. */
export function LayoutSecrets({ vault, vaultName, ...props }: LayoutSecretsProps) {
  const { draft, onChange, errors, endpointName, host } = props;
  const created = (change: Partial<ArtifactSecretDraft>, madeId: string | undefined) =>
    onChange({
      ...change,
      ...(madeId === undefined ? {} : { createdSecretIds: [...draft.createdSecretIds, madeId] }),
    });
  const base = endpointName === "" ? "registry" : endpointName;
  if (draft.layout === "usernamePassword") {
    return (
      <>
        <SecretField
          label="User name secret"
          content="value"
          vault={vault}
          vaultName={vaultName}
          value={draft.usernameSecretName}
          onChange={(usernameSecretName) => onChange({ usernameSecretName })}
          onCreated={(usernameSecretName, madeId) => created({ usernameSecretName }, madeId)}
          suggestedName={`${base}-username`}
          error={errors.usernameSecretName}
        />
        <SecretField
          label="Password secret"
          content="value"
          vault={vault}
          vaultName={vaultName}
          value={draft.passwordSecretName}
          onChange={(passwordSecretName) => onChange({ passwordSecretName })}
          onCreated={(passwordSecretName, madeId) => created({ passwordSecretName }, madeId)}
          suggestedName={`${base}-password`}
          error={errors.passwordSecretName}
        />
      </>
    );
  }
  return (
    <>
      <SecretField
        label="Docker configuration secret"
        content="dockerConfig"
        host={host}
        vault={vault}
        vaultName={vaultName}
        value={draft.dockerConfigSecretName}
        onChange={(dockerConfigSecretName) =>
          onChange({ dockerConfigSecretName, isDockerConfigConfirmed: false })
        }
        onCreated={(dockerConfigSecretName, madeId) =>
          created({ dockerConfigSecretName, isDockerConfigConfirmed: true }, madeId)
        }
        suggestedName={suggestedSecretName(base)}
        error={errors.dockerConfigSecretName}
      />
      <Field
        validationState={errors.isDockerConfigConfirmed === undefined ? "none" : "error"}
        validationMessage={errors.isDockerConfigConfirmed}
      >
        <Checkbox
          label="The secret’s value is a docker configuration (JSON with auths). The portal cannot read it to check."
          checked={draft.isDockerConfigConfirmed}
          onChange={(_, { checked }) => onChange({ isDockerConfigConfirmed: checked === true })}
        />
      </Field>
    </>
  );
}
