import type { SecretSync, SecretSyncCondition } from "../../../azure/secret-sync/secret-sync";

/** What the cluster last said of a secret sync. */
export type SyncVerdict =
  | { state: "synced"; reason: string; message: string; at?: string }
  | { state: "failed"; reason: string; message: string; at?: string }
  /** Nothing yet: the cluster has not looked, is offline, or is not sure. */
  | { state: "unknown" };

/**
 * The cluster's latest word on a secret sync: the condition that changed last. Conditions are called
 * `Create` and `Update`; one that failed may be followed by one that succeeded.
 */
export function syncVerdict(sync: SecretSync): SyncVerdict {
  const latest = conditionsOf(sync)
    .filter(({ status }) => status === "True" || status === "False")
    .reduce<SecretSyncCondition | undefined>(
      (last, condition) => (last && timeOf(last) > timeOf(condition) ? last : condition),
      undefined,
    );
  if (latest === undefined) {
    return { state: "unknown" };
  }
  const { reason, message, lastTransitionTime: at } = latest;
  return { state: latest.status === "True" ? "synced" : "failed", reason, message, at };
}

/** A text that changes whenever the cluster says something new of a secret sync. */
export function syncReport(sync: SecretSync): string {
  return JSON.stringify([conditionsOf(sync), sync.properties.status?.lastSuccessfulSyncTime]);
}

function conditionsOf(sync: SecretSync): SecretSyncCondition[] {
  return sync.properties.status?.conditions ?? [];
}

function timeOf(condition: SecretSyncCondition): number {
  return Date.parse(condition.lastTransitionTime ?? "") || 0;
}

/** What to do about a reason of a failed condition (Microsoft.SecretSyncController 2024-08-21-preview). */
export function syncAdvice(reason: string): string {
  switch (reason) {
    case "ProviderError":
      return "Check that the secrets exist, are enabled and valid, and that the secret sync identity may read the vault.";
    case "ControllerSpcError":
      return "Check that the provider class lists the secrets; building the chain again adds them.";
    case "ValidatingAdmissionPolicyCheckFailed":
      return "The cluster does not let secret syncs make secrets of this type; use another layout under a new name.";
    case "UserInputValidationFailed":
      return "Kubernetes refuses the secret’s type with these keys; use another layout under a new name.";
    default:
      return "The secret store extension’s log on the cluster has more.";
  }
}
