import type { WorkRequest } from "../../../queries/work/work-record";
import { secretRefOf } from "../../secrets";
import type { EditorValues } from "../form/editor-values";

/** The Kubernetes secret that a run makes and the Key Vault secrets made for it; nothing for other methods. */
export function secretOfWork(values: EditorValues): Pick<WorkRequest, "secret" | "made"> {
  const { method, artifactSecret } = values;
  return method === "ArtifactPullSecret" && artifactSecret.source === "keyVault"
    ? {
        secret: { secretRef: secretRefOf(artifactSecret), names: [] },
        made: { vaultSecrets: artifactSecret.createdSecretIds },
      }
    : {};
}
