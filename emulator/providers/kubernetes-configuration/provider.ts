import type { ResourceProvider } from "../../resource-manager/provider";

/** Arc extensions live below their cluster: `{clusterId}/providers/Microsoft.KubernetesConfiguration/extensions/{name}`. */
export const kubernetesConfiguration: ResourceProvider = {
  namespace: "Microsoft.KubernetesConfiguration",
  resourceTypes: [
    {
      type: "Microsoft.KubernetesConfiguration/extensions",
      apiVersions: ["2023-05-01", "2024-11-01"],
      name: { pattern: /^[a-zA-Z0-9][a-zA-Z0-9-]*$/, minLength: 1, maxLength: 253 },
      get: true,
      list: { scopes: ["parent"], pageSize: 50 },
    },
  ],
};
