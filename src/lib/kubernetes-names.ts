const DNS_SUBDOMAIN_LABEL = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;

/**
 * `sourcePath` and `targetKey` of a secret sync (Microsoft.SecretSyncController 2024-08-21-preview). The
 * published pattern backtracks exponentially; this one accepts the same strings in linear time.
 */
const SECRET_OBJECT_PATH =
  /^[A-Za-z0-9.](?:[-A-Za-z0-9]+(?:[._][A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)*)?(?:\/[0-9]+)*$/;

/** Microsoft.KeyVault vaults/secrets. */
const VAULT_SECRET_NAME = /^[a-zA-Z0-9-]{1,127}$/;

/** What Kubernetes would refuse in the name of a Secret or ConfigMap (DNS subdomain, 1 to 253); undefined when nothing. */
export function kubernetesNameProblem(name: string): string | undefined {
  if (name.length === 0) {
    return "Enter a name.";
  }
  if (name.length > 253) {
    return `The name must have at most 253 characters; this one has ${name.length}.`;
  }
  return name.split(".").every((label) => DNS_SUBDOMAIN_LABEL.test(label))
    ? undefined
    : "Use lower-case letters, digits, hyphens and dots; start and end every part with a letter or digit.";
}

/** True if a secret sync may have it as `sourcePath` or `targetKey`. */
export function isSecretObjectPath(path: string): boolean {
  return path.length <= 253 && SECRET_OBJECT_PATH.test(path);
}

/**
 * What Key Vault or a secret sync would refuse in a secret's name; undefined when nothing. A secret sync
 * maps the name as a path, which may not start with a hyphen although a secret may.
 */
export function vaultSecretNameProblem(name: string): string | undefined {
  if (name.length === 0) {
    return "Enter the secret's name.";
  }
  if (name.length > 127) {
    return `A secret's name has at most 127 characters; this one has ${name.length}.`;
  }
  if (!VAULT_SECRET_NAME.test(name)) {
    return "Use letters, digits and hyphens only.";
  }
  return isSecretObjectPath(name)
    ? undefined
    : "A secret sync cannot map a name that starts with a hyphen.";
}
