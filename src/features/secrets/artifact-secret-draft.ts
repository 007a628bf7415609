import { kubernetesNameProblem, vaultSecretNameProblem } from "../../lib/kubernetes-names";

/** How Key Vault secrets become keys of one Kubernetes secret; the choice cannot change later. */
export type SecretLayout = "usernamePassword" | "dockerConfigJson";

/** Where the pull secret comes from. JSON-serialisable: names and ids only, never a secret value. */
export interface ArtifactSecretDraft {
  source: "existing" | "keyVault" | "secretSync";
  /** `existing`: a Kubernetes secret that somebody made on the cluster. */
  kubernetesSecretName: string;
  /** `secretSync`: a secret sync that the instance has already. */
  secretSyncName: string;
  layout: SecretLayout;
  usernameSecretName: string;
  passwordSecretName: string;
  dockerConfigSecretName: string;
  /** The person says that the picked secret holds a docker configuration: values cannot be read. */
  isDockerConfigConfirmed: boolean;
  /** `keyVault`: the name of the secret sync, and so of the Kubernetes secret. */
  syncedSecretName: string;
  /** ARM ids of the Key Vault secrets that were made for this draft, with a name that was free. */
  createdSecretIds: string[];
}

export type ArtifactSecretErrors = Partial<Record<keyof ArtifactSecretDraft, string>>;

export const emptyArtifactSecretDraft: ArtifactSecretDraft = {
  source: "keyVault",
  kubernetesSecretName: "",
  secretSyncName: "",
  layout: "usernamePassword",
  usernameSecretName: "",
  passwordSecretName: "",
  dockerConfigSecretName: "",
  isDockerConfigConfirmed: false,
  syncedSecretName: "",
  createdSecretIds: [],
};

/** One Key Vault secret and the key of the Kubernetes secret that it fills. */
export interface SecretMapping {
  sourcePath: string;
  targetKey: string;
}

/** What the chosen layout makes of the Kubernetes secret: its type and its keys. */
export function kubernetesSecretOf(draft: ArtifactSecretDraft): {
  type: "Opaque" | "kubernetes.io/dockerconfigjson";
  mappings: SecretMapping[];
} {
  switch (draft.layout) {
    case "usernamePassword":
      return {
        type: "Opaque",
        mappings: [
          { sourcePath: draft.usernameSecretName, targetKey: "username" },
          { sourcePath: draft.passwordSecretName, targetKey: "password" },
        ],
      };
    case "dockerConfigJson":
      return {
        type: "kubernetes.io/dockerconfigjson",
        mappings: [{ sourcePath: draft.dockerConfigSecretName, targetKey: ".dockerconfigjson" }],
      };
  }
}

/** The name to offer for the synced secret of an endpoint. */
export function suggestedSecretName(endpointName: string): string {
  return endpointName === "" ? "" : `${endpointName}-creds`;
}

/** What is wrong with a draft, by member, for the chosen source and layout only; empty when nothing is. */
export function validateArtifactSecret(draft: ArtifactSecretDraft): ArtifactSecretErrors {
  switch (draft.source) {
    case "existing":
      return problems({ kubernetesSecretName: kubernetesNameProblem(draft.kubernetesSecretName) });
    case "secretSync":
      return problems({
        secretSyncName: draft.secretSyncName === "" ? "Choose a secret sync." : undefined,
      });
    case "keyVault":
      return problems({
        ...layoutProblems(draft),
        syncedSecretName: kubernetesNameProblem(draft.syncedSecretName),
      });
  }
}

function layoutProblems(draft: ArtifactSecretDraft): ArtifactSecretErrors {
  if (draft.layout === "usernamePassword") {
    return {
      usernameSecretName: secretProblem(draft.usernameSecretName, "user name"),
      passwordSecretName:
        secretProblem(draft.passwordSecretName, "password") ??
        (draft.passwordSecretName.toLowerCase() === draft.usernameSecretName.toLowerCase()
          ? "This is the user name's secret. The password needs one of its own."
          : undefined),
    };
  }
  const problem = secretProblem(draft.dockerConfigSecretName, "docker configuration");
  return {
    dockerConfigSecretName: problem,
    isDockerConfigConfirmed:
      problem === undefined && !draft.isDockerConfigConfirmed
        ? "Confirm what the secret holds; the portal cannot read it."
        : undefined,
  };
}

function secretProblem(name: string, what: string): string | undefined {
  return name === ""
    ? `Choose or create the secret that holds the ${what}.`
    : vaultSecretNameProblem(name);
}

function problems(errors: ArtifactSecretErrors): ArtifactSecretErrors {
  return Object.fromEntries(Object.entries(errors).filter(([, problem]) => problem !== undefined));
}

/** `secretRef` of the endpoint: the name of the Kubernetes secret. */
export function secretRefOf(draft: ArtifactSecretDraft): string {
  switch (draft.source) {
    case "existing":
      return draft.kubernetesSecretName;
    case "secretSync":
      return draft.secretSyncName;
    case "keyVault":
      return draft.syncedSecretName;
  }
}

/** The draft in words, for the review; the vault of the instance is no part of it. */
export function summariseArtifactSecret(
  draft: ArtifactSecretDraft,
  vaultName?: string,
): { label: string; value: string }[] {
  switch (draft.source) {
    case "existing":
      return [
        { label: "Secret source", value: "Existing Kubernetes secret" },
        { label: "Kubernetes secret", value: draft.kubernetesSecretName },
      ];
    case "secretSync":
      return [
        { label: "Secret source", value: "Existing secret sync of the instance" },
        { label: "Kubernetes secret", value: draft.secretSyncName },
      ];
    case "keyVault":
      return [
        { label: "Secret source", value: "Synced from Key Vault" },
        { label: "Key vault", value: vaultName ?? "Not known" },
        ...layoutSummary(draft),
        { label: "Synced secret name", value: draft.syncedSecretName },
        { label: "Kubernetes secret type", value: kubernetesSecretOf(draft).type },
      ];
  }
}

function layoutSummary(draft: ArtifactSecretDraft): { label: string; value: string }[] {
  return draft.layout === "usernamePassword"
    ? [
        { label: "User name secret", value: draft.usernameSecretName },
        { label: "Password secret", value: draft.passwordSecretName },
      ]
    : [{ label: "Docker configuration secret", value: draft.dockerConfigSecretName }];
}
