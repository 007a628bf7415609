import type { ResourceProvider } from "../../resource-manager/provider";
import { keyVaultVersions } from "./contract";
import { vaultSecrets } from "./secrets";

export const keyVault: ResourceProvider = {
  namespace: "Microsoft.KeyVault",
  resourceTypes: [
    {
      type: "Microsoft.KeyVault/vaults",
      apiVersions: keyVaultVersions,
      name: { pattern: /^[a-zA-Z0-9-]{3,24}$/, minLength: 3, maxLength: 24 },
      get: true,
      list: { scopes: ["subscription", "resourceGroup"], pageSize: 50, topParameter: "$top" },
    },
    vaultSecrets,
  ],
};
