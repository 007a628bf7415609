import {
  knownAuthentication,
  type AuthenticationMethod,
  type RegistryEndpoint,
} from "../../../azure/iot-operations/registry-endpoint";
import { parseResourceId, sameId } from "../../../azure/resource-id";
import { isAcrHost } from "../../../lib/registry-kind";
import { readHost } from "../../../lib/host";
import { authenticationLabels } from "../../../lib/authentication-labels";
import { emptyArtifactSecretDraft, type ArtifactSecretDraft } from "../../secrets";

/** One key that artifacts must be signed with: the name of a Secret or ConfigMap on the cluster. */
export interface TrustRow {
  type: "Secret" | "ConfigMap";
  name: string;
}

/**
 * Everything that the wizard asks, as the screen has it. Each method keeps its own members, so that
 * switching away and back loses nothing. Never holds a secret value: the whole is stored for reloads.
 */
export interface EditorValues {
  instanceId: string;
  name: string;
  registrySource: "acr" | "other";
  /** Login server of the chosen Azure Container Registry. */
  acrHost: string;
  /** What was typed for any other registry. */
  hostText: string;
  method: AuthenticationMethod;
  /** False while the method is the one that the registry suggests. */
  isMethodChosen: boolean;
  audience: string;
  clientId: string;
  tenantId: string;
  scope: string;
  artifactSecret: ArtifactSecretDraft;
  codeSigningCas: TrustRow[];
}

export type EditorField = keyof EditorValues;

/** A form that nobody has touched. The identity's tenant is most likely the person's own. */
export function emptyEditorValues(start: { instanceId?: string; tenantId: string }): EditorValues {
  return {
    instanceId: start.instanceId ?? "",
    name: "",
    registrySource: "acr",
    acrHost: "",
    hostText: "",
    method: "SystemAssignedManagedIdentity",
    isMethodChosen: false,
    audience: "",
    clientId: "",
    tenantId: start.tenantId,
    scope: "",
    artifactSecret: emptyArtifactSecretDraft,
    codeSigningCas: [],
  };
}

/** The host that will be sent, whichever way the registry was chosen. */
export function hostOf(values: EditorValues, instanceVersion?: string): string {
  return values.registrySource === "acr"
    ? values.acrHost
    : readHost(values.hostText, instanceVersion).host;
}

/**
 * The form that would create the same endpoint on another instance, or on `empty`'s own under
 * another name.
 */
export function valuesFromEndpoint(endpoint: RegistryEndpoint, empty: EditorValues): EditorValues {
  const { host = "", authentication, codeSigningCas } = endpoint.properties;
  const isAcr = isAcrHost(host.toLowerCase());
  const instanceId = parseResourceId(endpoint.id)?.parentId ?? "";
  const values: EditorValues = {
    ...empty,
    name: sameId(instanceId, empty.instanceId) ? "" : endpoint.name,
    registrySource: isAcr ? "acr" : "other",
    acrHost: isAcr ? host.toLowerCase() : "",
    hostText: isAcr ? "" : host,
    codeSigningCas: (codeSigningCas ?? []).map((entry) =>
      entry.type === "Secret"
        ? { type: "Secret", name: entry.secretRef }
        : { type: "ConfigMap", name: entry.configMapRef },
    ),
  };
  const method = authenticationLabels.find((known) => known.method === authentication?.method);
  return {
    ...values,
    method: method?.method ?? empty.method,
    isMethodChosen: true,
    ...settingsOf(endpoint, empty),
  };
}

function settingsOf(endpoint: RegistryEndpoint, empty: EditorValues): Partial<EditorValues> {
  const authentication = knownAuthentication(endpoint);
  switch (authentication?.method) {
    case "SystemAssignedManagedIdentity":
      return { audience: authentication.systemAssignedManagedIdentitySettings.audience ?? "" };
    case "UserAssignedManagedIdentity": {
      const { clientId, tenantId, scope } = authentication.userAssignedManagedIdentitySettings;
      return { clientId, tenantId, scope: scope ?? "" };
    }
    case "ArtifactPullSecret": {
      const kubernetesSecretName = authentication.artifactPullSecretSettings.secretRef;
      return {
        artifactSecret: { ...empty.artifactSecret, source: "existing", kubernetesSecretName },
      };
    }
    default:
      return {};
  }
}
