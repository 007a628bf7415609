import type { AzureClient } from "../../../azure/client";
import { AzureError, isNotFound } from "../../../azure/http/azure-error";
import type { VaultSecret } from "../../../azure/key-vault/key-vault";
import { findVaultSecret, saveVaultSecret } from "../../../queries/key-vault";
import type { Validity } from "./secret-validity";

/** Whether a name is in use: a PUT over one adds a new version to it. */
export type NameUse =
  | { state: "free" }
  | { state: "used"; secret: VaultSecret }
  /** The person may not look. */
  | { state: "unknown" };

/** Asks the vault whether it has a secret of that name. Throws `AzureError`, but not for a missing right. */
export async function nameUse(azure: AzureClient, vaultId: string, name: string): Promise<NameUse> {
  try {
    return { state: "used", secret: await findVaultSecret(azure, vaultId, name) };
  } catch (error) {
    if (isNotFound(error)) return { state: "free" };
    if (error instanceof AzureError && error.status === 403) return { state: "unknown" };
    throw error;
  }
}

/**
 * Writes the secret with one PUT. `readValue` is called for the body and its result kept nowhere. Tags of
 * the version before go on to the new one, where the person may read them. Throws `AzureError`.
 */
export async function saveNewSecret(
  azure: AzureClient,
  vaultId: string,
  secret: { name: string; contentType: string; validity: Validity; use: NameUse },
  readValue: () => string,
): Promise<VaultSecret> {
  const { name, contentType, validity, use } = secret;
  const tags = use.state === "used" ? use.secret.tags : undefined;
  return saveVaultSecret(azure, vaultId, name, {
    ...(tags ? { tags } : {}),
    properties: {
      value: readValue(),
      ...(contentType.trim() === "" ? {} : { contentType: contentType.trim() }),
      attributes: { enabled: true, ...validity },
    },
  });
}
