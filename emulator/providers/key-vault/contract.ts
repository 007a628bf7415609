/** Versions of Microsoft.KeyVault that the emulator answers to; their types are alike for vaults and secrets. */
export const keyVaultVersions = ["2023-07-01", "2025-05-01", "2026-02-01"] as const;
