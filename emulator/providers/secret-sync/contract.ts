/** The only version of Microsoft.SecretSyncController that there is. */
export const secretSyncVersions = ["2024-08-21-preview"] as const;

export const providerClassType =
  "Microsoft.SecretSyncController/azureKeyVaultSecretProviderClasses";
export const secretSyncType = "Microsoft.SecretSyncController/secretSyncs";

/** A Kubernetes object name (DNS-1123 subdomain), the name rule of both resource types. */
export const kubernetesName = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/**
 * `sourcePath` and `targetKey`. The published pattern backtracks exponentially; this one takes linear
 * time and accepts the same strings.
 */
export const objectPath =
  /^[A-Za-z0-9.](?:[-A-Za-z0-9]+(?:[._][A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)*)?(?:\/[0-9]+)*$/;

/** `forceSynchronization`: the published pattern has no end anchor, so only its first character counts. */
export const forceSynchronization = /^[A-Za-z0-9]/;
