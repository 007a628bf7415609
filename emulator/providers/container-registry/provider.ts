import type { ResourceProvider } from "../../resource-manager/provider";

export const containerRegistry: ResourceProvider = {
  namespace: "Microsoft.ContainerRegistry",
  resourceTypes: [
    {
      type: "Microsoft.ContainerRegistry/registries",
      // The first stable version with roleAssignmentMode.
      apiVersions: ["2025-11-01"],
      name: { pattern: /^[a-zA-Z0-9]*$/, minLength: 5, maxLength: 50 },
      get: true,
      list: { scopes: ["subscription", "resourceGroup"], pageSize: 50 },
    },
  ],
};
