/** Versions of Microsoft.ManagedIdentity that the emulator answers to; the newer adds `isolationScope`. */
export const managedIdentityVersions = ["2023-01-31", "2024-11-30"] as const;
