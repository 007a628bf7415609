import type { ResourceStore, StoredResource } from "../../store";
import { providerClassType } from "./contract";
import { secretObjectsOf } from "./secret-objects";

/** What the secret sync controller on the cluster makes of a secret sync. */
type SyncOutcome =
  | { isSynced: true; sources: StoredResource[] }
  | { isSynced: false; reason: SyncFailureReason; message: string };

/** Reasons of a failed condition (Microsoft.SecretSyncController 2024-08-21-preview). */
type SyncFailureReason = "ProviderError" | "ControllerSpcError" | "UserInputValidationFailed";

interface Mapping {
  sourcePath: string;
  targetKey: string;
}

/**
 * Follows a secret sync to the Key Vault secrets that it names and says what the controller would
 * report at `now` (milliseconds): provider class, its objects, the federated identity, the vault,
 * and each secret, which must exist, be enabled and be within its validity.
 */
export function syncOutcome(sync: StoredResource, store: ResourceStore, now: number): SyncOutcome {
  const className = String(sync.properties.secretProviderClassName);
  const providerClass = sameLocation(store.list(providerClassType), sync).find(
    (candidate) => candidate.name === className,
  );
  if (!providerClass) {
    return failed(
      "ControllerSpcError",
      `SecretProviderClass "${className}" was not found in the namespace.`,
    );
  }
  const mappings = sync.properties.objectSecretMapping as Mapping[];
  const objects = secretObjectsOf(providerClass.properties.objects as string | undefined);
  const names = mappings.map(({ sourcePath }) => {
    const path = sourcePath.replace(/(?:\/[0-9]+)+$/, "");
    return { path, name: objects.find((object) => object.path === path)?.objectName };
  });
  const unlisted = names.find(({ name }) => name === undefined);
  if (unlisted) {
    return failed(
      "ControllerSpcError",
      `The object "${unlisted.path}" is not listed in the objects of SecretProviderClass "${className}".`,
    );
  }
  const identityProblem = federationProblem(sync, providerClass, store);
  if (identityProblem) return failed("ProviderError", identityProblem);
  const vaultName = String(providerClass.properties.keyvaultName);
  const vault = store
    .list("Microsoft.KeyVault/vaults")
    .find((candidate) => candidate.name.toLowerCase() === vaultName.toLowerCase());
  if (!vault) return failed("ProviderError", `The key vault "${vaultName}" was not found.`);
  const sources: StoredResource[] = [];
  for (const { name } of names) {
    const secret = store.get(`${vault.id}/secrets/${name}`);
    const problem = secretProblem(secret, String(name), vaultName, now);
    if (problem) return failed("ProviderError", problem);
    if (secret) sources.push(secret);
  }
  return typeProblem(sync, mappings) ?? { isSynced: true, sources };
}

/** The custom location's cluster, if the secret sync leads to one. */
export function clusterOf(sync: StoredResource, store: ResourceStore): StoredResource | undefined {
  const customLocation = store.get(String(sync.extendedLocation?.name));
  return store.get(String(customLocation?.properties.hostResourceId));
}

function failed(reason: SyncFailureReason, message: string): SyncOutcome {
  return { isSynced: false, reason, message };
}

function sameLocation(resources: StoredResource[], like: StoredResource): StoredResource[] {
  const location = String(like.extendedLocation?.name).toLowerCase();
  return resources.filter(
    (resource) => String(resource.extendedLocation?.name).toLowerCase() === location,
  );
}

function federationProblem(
  sync: StoredResource,
  providerClass: StoredResource,
  store: ResourceStore,
): string | undefined {
  const clientId = String(providerClass.properties.clientId).toLowerCase();
  const identity = store
    .list("Microsoft.ManagedIdentity/userAssignedIdentities")
    .find((candidate) => String(candidate.properties.clientId).toLowerCase() === clientId);
  if (!identity) {
    return `AADSTS700016: Application with identifier '${clientId}' was not found in the directory.`;
  }
  const issuerProfile = clusterOf(sync, store)?.properties.oidcIssuerProfile as
    { issuerUrl?: string } | undefined;
  const namespace = String(store.get(String(sync.extendedLocation?.name))?.properties.namespace);
  const subject = `system:serviceaccount:${namespace}:${String(sync.properties.serviceAccountName)}`;
  const isFederated = store
    .list(
      "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials",
      identity.id,
    )
    .some(
      ({ properties }) =>
        properties.subject === subject && properties.issuer === issuerProfile?.issuerUrl,
    );
  if (isFederated) return undefined;
  return `AADSTS700213: No matching federated identity record found for presented assertion subject '${subject}'.`;
}

function secretProblem(
  secret: StoredResource | undefined,
  name: string,
  vaultName: string,
  now: number,
): string | undefined {
  const of = `secret "${name}" of key vault "${vaultName}"`;
  if (!secret) return `SecretNotFound: the ${of} was not found.`;
  const attributes = secret.properties.attributes as {
    enabled?: boolean;
    nbf?: number;
    exp?: number;
  };
  if (attributes.enabled === false) return `SecretDisabled: the ${of} is disabled.`;
  const seconds = now / 1_000;
  if (attributes.nbf !== undefined && attributes.nbf > seconds)
    return `The ${of} is not active yet.`;
  if (attributes.exp !== undefined && attributes.exp <= seconds) return `The ${of} has expired.`;
  return undefined;
}

function typeProblem(sync: StoredResource, mappings: Mapping[]): SyncOutcome | undefined {
  const needed = keysOfType[String(sync.properties.kubernetesSecretType)] ?? [];
  const missing = needed.find((key) => !mappings.some(({ targetKey }) => targetKey === key));
  if (missing === undefined) return undefined;
  return failed(
    "UserInputValidationFailed",
    `Secret "${sync.name}" is invalid: data[${missing}]: Required value`,
  );
}

// Kubernetes' own rule for the built-in secret types.
const keysOfType: Record<string, string[] | undefined> = {
  "kubernetes.io/dockerconfigjson": [".dockerconfigjson"],
  "kubernetes.io/dockercfg": [".dockercfg"],
  "kubernetes.io/tls": ["tls.crt", "tls.key"],
  "kubernetes.io/ssh-auth": ["ssh-privatekey"],
};
