import { basics, role } from "./role-definition";

/** The built-in roles of Key Vault. */
export const keyVaultRoles = [
  role(
    "keyVaultContributor",
    "Key Vault Contributor",
    "Lets you manage key vaults, but not access to them.",
    {
      actions: [...basics, "Microsoft.KeyVault/*"],
      notActions: [
        "Microsoft.KeyVault/locations/deletedVaults/purge/action",
        "Microsoft.KeyVault/hsmPools/*",
        "Microsoft.KeyVault/managedHsms/*",
      ],
    },
  ),
  role(
    "keyVaultAdministrator",
    "Key Vault Administrator",
    "Perform all data plane operations on a key vault and all objects in it. Cannot manage key vault resources or manage role assignments.",
    { actions: [...basics, ...keyVaultReads()], dataActions: ["Microsoft.KeyVault/vaults/*"] },
  ),
  role(
    "keyVaultSecretsOfficer",
    "Key Vault Secrets Officer",
    "Perform any action on the secrets of a key vault, except manage permissions.",
    // The right to secrets is a data action: nothing here allows vaults/secrets in Resource Manager.
    {
      actions: [...basics, ...keyVaultReads()],
      dataActions: ["Microsoft.KeyVault/vaults/secrets/*"],
    },
  ),
  role("keyVaultSecretsUser", "Key Vault Secrets User", "Read secret contents.", {
    dataActions: [
      "Microsoft.KeyVault/vaults/secrets/getSecret/action",
      "Microsoft.KeyVault/vaults/secrets/readMetadata/action",
    ],
  }),
  role(
    "keyVaultReader",
    "Key Vault Reader",
    "Read metadata of key vaults and its certificates, keys, and secrets.",
    {
      actions: [...basics, ...keyVaultReads()],
      dataActions: [
        "Microsoft.KeyVault/vaults/*/read",
        "Microsoft.KeyVault/vaults/secrets/readMetadata/action",
      ],
    },
  ),
];

function keyVaultReads(): string[] {
  return [
    "Microsoft.KeyVault/checkNameAvailability/read",
    "Microsoft.KeyVault/deletedVaults/read",
    "Microsoft.KeyVault/locations/*/read",
    "Microsoft.KeyVault/vaults/read",
    "Microsoft.KeyVault/operations/read",
  ];
}
