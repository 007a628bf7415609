import type { AzureClient } from "../client";
import type { ArmHttp } from "../http/arm-http";
import { answered, getResource } from "../http/arm-resources";
import { resourcesIn } from "../http/wire-reader";
import { KEY_VAULT_API_VERSION as apiVersion, readVaultSecret } from "./key-vault";

const KIND = { apiVersion, read: readVaultSecret };

/** `Secrets_*` of Microsoft.KeyVault's control plane: a value is written and never returned. */
export function vaultSecretOperations(http: ArmHttp): AzureClient["vaultSecrets"] {
  return {
    listPages: async function* (vaultId, { top, signal } = {}) {
      const pages = http.pages<unknown>(`${vaultId}/secrets`, apiVersion, {
        signal,
        ...(top === undefined ? {} : { query: { $top: String(top) } }),
      });
      for await (const page of pages) yield resourcesIn(page, readVaultSecret);
    },
    get: (id, options) => getResource(http, KIND, id, options),
    createOrUpdate: async (id, body, { signal } = {}) =>
      answered(KIND, id, await http.read({ method: "PUT", path: id, apiVersion, body, signal })),
    disable: async (id, { signal } = {}) => {
      const body = { properties: { attributes: { enabled: false } } };
      return answered(
        KIND,
        id,
        await http.read({ method: "PATCH", path: id, apiVersion, body, signal }),
      );
    },
  };
}
