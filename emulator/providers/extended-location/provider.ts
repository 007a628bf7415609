import type { ResourceProvider } from "../../resource-manager/provider";

export const extendedLocations: ResourceProvider = {
  namespace: "Microsoft.ExtendedLocation",
  resourceTypes: [
    {
      type: "Microsoft.ExtendedLocation/customLocations",
      apiVersions: ["2021-08-15", "2021-08-31-preview"],
      name: {
        pattern: /^[a-zA-Z0-9]$|^[a-zA-Z0-9][-_a-zA-Z0-9]{0,61}[a-zA-Z0-9]$/,
        minLength: 1,
        maxLength: 63,
      },
      get: true,
      list: { scopes: ["subscription", "resourceGroup"], pageSize: 50 },
    },
  ],
};
