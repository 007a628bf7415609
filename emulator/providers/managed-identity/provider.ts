import type { ResourceProvider } from "../../resource-manager/provider";
import { federatedCredentials } from "./federated-credentials";
import { systemAssignedIdentity } from "./system-assigned";
import { userAssignedIdentities } from "./user-assigned-identities";

export const managedIdentity: ResourceProvider = {
  namespace: "Microsoft.ManagedIdentity",
  resourceTypes: [userAssignedIdentities, federatedCredentials],
  operations: { "GET Microsoft.ManagedIdentity/identities": systemAssignedIdentity },
};
