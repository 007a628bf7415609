import type { ResourceProvider } from "../../resource-manager/provider";
import { authorizationVersions, guidName } from "./contract";
import { roleAssignments } from "./role-assignments";

export const authorization: ResourceProvider = {
  namespace: "Microsoft.Authorization",
  resourceTypes: [
    roleAssignments,
    {
      type: "Microsoft.Authorization/roleDefinitions",
      apiVersions: authorizationVersions,
      name: guidName,
      get: true,
      list: { scopes: ["subscription", "resourceGroup", "parent"], pageSize: 100 },
    },
  ],
};
