import type { AzureClient } from "../client";
import type { ArmHttp } from "../http/arm-http";
import { KEY_VAULT_API_VERSION as apiVersion, type VaultSecret } from "./key-vault";

/** `Secrets_*` of Microsoft.KeyVault's control plane: a value is written and never returned. */
export function vaultSecretOperations(http: ArmHttp): AzureClient["vaultSecrets"] {
  return {
    listPages: (vaultId, { top, signal } = {}) =>
      http.pages<VaultSecret>(`${vaultId}/secrets`, apiVersion, {
        signal,
        ...(top === undefined ? {} : { query: { $top: String(top) } }),
      }),
    get: (id, options) => http.get<VaultSecret>(id, apiVersion, options),
    createOrUpdate: (id, body, { signal } = {}) =>
      http.read<VaultSecret>({ method: "PUT", path: id, apiVersion, body, signal }),
    disable: (id, { signal } = {}) =>
      http.read<VaultSecret>({
        method: "PATCH",
        path: id,
        apiVersion,
        body: { properties: { attributes: { enabled: false } } },
        signal,
      }),
  };
}
