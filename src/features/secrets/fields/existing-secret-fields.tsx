import { CodeBlock } from "../../../ui/code-block";
import { Note } from "../../../ui/note";
import { TextField } from "../../../ui/text-field";
import { useNamespace } from "../../../queries/secret-sync";
import type { SourceFieldsProps } from "../artifact-secret-fields";
import { createPullSecretCommand } from "../commands";

/** Where Azure IoT Operations lives unless it was installed elsewhere. */
const USUAL_NAMESPACE = "azure-iot-operations";

/** Names a Kubernetes secret and shows the command that makes one. */
export function ExistingSecretFields({
  instanceId,
  host,
  draft,
  onChange,
  errors,
}: SourceFieldsProps) {
  const namespace = useNamespace(instanceId).data ?? USUAL_NAMESPACE;
  return (
    <>
      <TextField
        label="Kubernetes secret name"
        name="kubernetesSecretName"
        required
        value={draft.kubernetesSecretName}
        onChange={(kubernetesSecretName) => onChange({ kubernetesSecretName })}
        error={errors.kubernetesSecretName}
        hint={`A secret of type kubernetes.io/dockerconfigjson in the namespace ${namespace} of the instance’s cluster.`}
      />
      <Note intent="info">
        Secrets of a cluster cannot be seen from Azure, so whether this one exists is not checked.
      </Note>
      <CodeBlock
        label="command that creates the Kubernetes secret"
        code={createPullSecretCommand({ name: draft.kubernetesSecretName, host, namespace })}
      />
    </>
  );
}
