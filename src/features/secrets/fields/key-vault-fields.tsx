import { describeFailure } from "../../../azure/http/describe-failure";
import { useSecretVault, type SecretVault } from "../../../queries/key-vault";
import { FailureMessage } from "../../../ui/failure-message";
import { Loading } from "../../../ui/loading";
import { RadioCards } from "../../../ui/radio-cards";
import type { SourceFieldsProps } from "../artifact-secret-fields";
import { LayoutSecrets } from "./layout-secrets";
import { NoSecureSettings } from "./no-secure-settings";
import { SyncedNameField } from "./synced-name-field";
import { VaultCard } from "./vault-card";

/** The instance's vault, the layout, the secrets that it asks for, and the name to sync them under. */
export function KeyVaultFields(props: SourceFieldsProps) {
  const { instanceId, onChange } = props;
  const { data, error, refetch } = useSecretVault(instanceId);
  if (data === undefined) {
    return error ? (
      <FailureMessage
        failure={describeFailure(error, "The instance’s key vault could not be found")}
        onRetry={() => void refetch()}
      />
    ) : (
      <Loading label="Looking for the instance’s key vault…" />
    );
  }
  const { vaultName, settings } = data;
  return vaultName === undefined ? (
    <NoSecureSettings
      instanceId={instanceId}
      missingClassId={settings.providerClassId}
      onUseExisting={() => onChange({ source: "existing" })}
    />
  ) : (
    <VaultSecretFields {...props} secretVault={data} vaultName={vaultName} />
  );
}

interface VaultSecretFieldsProps extends SourceFieldsProps {
  secretVault: SecretVault;
  vaultName: string;
}

function VaultSecretFields({ secretVault, vaultName, ...props }: VaultSecretFieldsProps) {
  const { draft, onChange } = props;
  return (
    <>
      <VaultCard vaultName={vaultName} vault={secretVault.vault} />
      <RadioCards
        label="Layout of the Kubernetes secret"
        value={draft.layout}
        onChange={(layout) => onChange({ layout })}
        options={[
          {
            value: "usernamePassword",
            label: "User name and password",
            description:
              "Two secrets, type Opaque, keys username and password: the type that secret sync documents and the keys that other Azure IoT Operations endpoints read. That registry endpoints read them is not documented.",
          },
          {
            value: "dockerConfigJson",
            label: "Docker configuration",
            description:
              "One secret, type kubernetes.io/dockerconfigjson: what the documentation makes with kubectl. That secret sync may make this type is not documented; if the cluster refuses, its status says so.",
          },
        ]}
      />
      <LayoutSecrets {...props} vault={secretVault.vault} vaultName={vaultName} />
      <SyncedNameField {...props} />
    </>
  );
}
