import type { ResourceProvider } from "../../resource-manager/provider";

export const kubernetes: ResourceProvider = {
  namespace: "Microsoft.Kubernetes",
  resourceTypes: [
    {
      type: "Microsoft.Kubernetes/connectedClusters",
      // The stable 2024-01-01 has neither oidcIssuerProfile nor securityProfile, so it is not answered to.
      apiVersions: ["2024-07-15-preview", "2026-05-01"],
      name: { pattern: /^[a-zA-Z0-9][a-zA-Z0-9_-]*$/, minLength: 1, maxLength: 63 },
      get: true,
      list: { scopes: ["subscription", "resourceGroup"], pageSize: 50 },
    },
  ],
};
