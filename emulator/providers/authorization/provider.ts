import type { ResourceProvider } from "../../resource-manager/provider";
import { roleDefinitionType } from "./custom-roles";
import { roleAssignments } from "./role-assignments";

export const authorization: ResourceProvider = {
  namespace: "Microsoft.Authorization",
  resourceTypes: [roleAssignments, roleDefinitionType],
};
