/** The first stable version with `roleAssignmentMode`, and the one that @azure/arm-containerregistry 12 sends. */
export const registryVersions = ["2025-11-01"] as const;

export const registryType = "Microsoft.ContainerRegistry/registries";
export const scopeMapType = `${registryType}/scopeMaps`;
export const tokenType = `${registryType}/tokens`;

/** Writes of the service are followed by an address below the resource; deletions by one in the region. */
export const writeOperation = {
  durationMs: 2_000,
  updateStatus: 200,
  states: { create: "Creating", update: "Updating" },
  via: "azure-async-operation",
  addressBelow: "resource",
} as const;

export const deleteOperation = { durationMs: 2_000, state: "Deleting", via: "location" } as const;
