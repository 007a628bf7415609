import type { ResourceProvider } from "../../resource-manager/provider";
import { federatedCredentials } from "./federated-credentials";
import { userAssignedIdentities } from "./user-assigned-identities";

export const managedIdentity: ResourceProvider = {
  namespace: "Microsoft.ManagedIdentity",
  resourceTypes: [userAssignedIdentities, federatedCredentials],
};
